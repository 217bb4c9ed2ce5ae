import type { Account } from '../evidence/account';
import type { Possible } from '../evidence/possible';
import type { Alarm, LogGroup, Trail } from '../evidence/resource-model';
import { parseArn } from '../field/arn';
import { isUnreadable, shown } from '../field/field';
import type { CountingFilters, NamedLogGroup } from './chain';
import { couldNotRead, type Finding, fail, note, type Outcome, unknown } from './check';
import { called, theAlarm } from './names';

/** What the absence of a trail means: a log group from outside may well be fed by one. */
export function noTrail(logGroup?: NamedLogGroup, resources: readonly Possible<LogGroup>[] = []): Finding {
  if (!logGroup) {
    return fail(
      'there is no trail',
      "add new NaclChangeMonitor(this, 'NaclChanges', { subscriptions: [new EmailSubscription('security@example.com')] })",
    );
  }
  const [found] = resources;
  const name = theLogGroup(logGroup, resources);
  if (found) {
    return fail(
      `no trail delivers to ${name}`,
      "add new Trail(this, 'Trail', { sendToCloudWatchLogs: true, cloudWatchLogGroup: logGroup }), or feed it from the trail that is there",
      found.resource.origin,
    );
  }
  return unknown(
    `whether a multi-region trail feeds ${name} could not be read: it is not part of the evidence`,
    'audit the deployed account, or the app that has the trail',
  );
}

export function noMetricFilter(
  logGroup: NamedLogGroup,
  resources: readonly Possible<LogGroup>[],
  account: Account,
): Finding {
  const name = theLogGroup(logGroup, resources);
  const subject = resources[0]?.resource.origin;
  if (isUnreadable(logGroup.name)) {
    return couldNotRead(`whether a metric filter reads ${name}`, logGroup.name, subject);
  }
  const others = account.metricFiltersOn(logGroup.name, logGroup.region).length;
  const reason =
    others === 0
      ? `no metric filter on ${name}`
      : `no metric filter on ${name} counts network ACL changes: ${others === 1 ? 'the one that is there counts' : `the ${others} that are there count`} something else`;
  return fail(
    reason,
    "add new NaclChangeMonitor(this, 'NaclChanges', { logGroup, subscriptions: [new EmailSubscription('security@example.com')] })",
    subject,
  );
}

export const ADD_ALARM =
  "add metricFilter.metric({ statistic: 'Sum' }).createAlarm(this, 'Alarm', { threshold: 1, evaluationPeriods: 1 })";

export function noAlarm({ filters: [{ resource: filter }] }: CountingFilters): Finding {
  return fail(
    `no alarm watches ${shown(filter.metricNamespace)}/${shown(filter.metricName)}`,
    ADD_ALARM,
    filter.origin,
  );
}

/** An alarm without a topic: does it notify anything? */
export function noTopic(alarm: Alarm): Finding {
  const { alarmActions: actions, origin } = alarm;
  const name = theAlarm(alarm);
  const arns = (isUnreadable(actions) ? [actions] : actions).map(shown); // all of them are known: none may be a topic
  const services = arns.map((arn) => SERVICES[parseArn(arn)?.service ?? ''] ?? arn);
  return services.length === 0
    ? fail(`${name} has no action`, ADD_TOPIC, origin)
    : fail(`${name} notifies no SNS topic, only ${[...new Set(services)].join(' and ')}`, ADD_TOPIC, origin);
}

const ADD_TOPIC = 'add an SNS topic: alarm.addAlarmAction(new SnsAction(topic))';

const SERVICES: Readonly<Record<string, string>> = {
  lambda: 'a Lambda function',
  ssm: 'Systems Manager',
  'ssm-incidents': 'Incident Manager',
  chatbot: 'a chat configuration',
  automate: 'an EC2 action',
  autoscaling: 'a scaling policy',
};

/** Of an account that an organization trail of another one may cover: a second trail would be billed. */
export function coveredByOrganization(
  { name, origin, account: owner }: Trail,
  outcome: Outcome,
  account: string,
): Finding {
  const chain = outcome === 'PASS' ? 'a sound chain' : 'a chain that may be sound';
  return unknown(
    `${called('organization trail', name, origin)} of account ${owner}, which feeds ${chain} there, records the events of all accounts of its organization: whether account ${account} belongs to it could not be read`,
    `if it does, declare it covered instead of making a second trail, which is billed: coveredAccounts: [{ account: '${account}', reason: 'organization trail of account ${owner}' }]`,
    origin,
  );
}

/** Of an account without a trail, where the chain of an organization trail is broken: it is one to mend, not two to have. */
export function brokenForOrganization({ name, origin, account: owner }: Trail): Finding {
  return fail(
    `there is no trail, and the chain of ${called('organization trail', name, origin)} of account ${owner} is broken`,
    "mend that chain instead of making a second trail, which is billed; where the account is of another organization, add new NaclChangeMonitor(this, 'NaclChanges', { subscriptions: [new EmailSubscription('security@example.com')] })",
    origin,
  );
}

export function theLogGroup({ name }: NamedLogGroup, [found]: readonly Possible<LogGroup>[]): string {
  return called('log group', name, found?.resource.origin);
}

/** Of an account that an organization trail records, whose owner is not part of the evidence. */
export function ownerNotRead(trailArn: string, account: string): Finding {
  const owner = parseArn(trailArn)?.account ?? trailArn;
  return unknown(
    `${organizationTrail(trailArn)} records account ${account}: whether the chain of that trail is sound could not be read`,
    `audit account ${owner} as well, where the trail is`,
    { path: trailArn },
  );
}

/** Of an account whose own chain is the one of its organization. */
export function recordedBy(trailArn: string): Finding {
  return note(`${organizationTrail(trailArn)} records the account`, { path: trailArn });
}

export function inOrganization(finding: Finding, trailArn: string): Finding {
  return {
    ...finding,
    reason: `${organizationTrail(trailArn)} records the account, and there ${finding.reason}`,
  };
}

/** A trail that other accounts show, and its owner does not. */
export function goneTrail(trailArn: string): Finding {
  return unknown(
    `${organizationTrail(trailArn)} could not be read in its account`,
    'audit the account that owns the trail, in its home region',
    { path: trailArn },
  );
}

function organizationTrail(arn: string): string {
  const { account, resource } = parseArn(arn) ?? {};
  return `organization trail "${resource?.replace(/^trail\//, '') ?? arn}" of account ${account}`;
}
