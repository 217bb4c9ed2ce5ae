import type { Declaration, UnreadablePart } from '../cloudformation/declaration';
import { arnOf, nameOf, propertyOf } from '../cloudformation/intrinsics';
import { accountOf } from '../cloudformation/pseudo-parameters';
import { compare, type Field, isUnreadable, shown } from '../field/field';
import { readAlarm } from './resources/alarm';
import { readCompositeAlarm } from './resources/composite-alarm';
import { readEventRule } from './resources/event-rule';
import { Fields } from './resources/fields';
import { readKeys } from './resources/key';
import { readLogGroup } from './resources/log-group';
import { readMetricFilters } from './resources/metric-filter';
import { readMuteRule } from './resources/mute-rule';
import { readRoles } from './resources/role';
import {
  readFunctionSubscriptions,
  readInlineSubscriptions,
  readSubscription,
  readTopic,
  readTopicPolicies,
} from './resources/topic';
import { readTrail } from './resources/trail';
import type { Snapshot } from './snapshot';

/**
 * What a chain could be made of in one account, found from the trails and metric filters on.
 *
 * A large app has thousands of filters, log groups, alarms and roles that no chain reaches: of those only what tells them
 * is read.
 *
 * @param account - twelve digits, or `UNRESOLVED_ACCOUNT`
 * @param declarations - what its stacks declare, and the subscriptions that those of other accounts do
 * @param unreadableParts - what may declare more
 * @param isCandidate - whether a metric filter of that pattern is of interest
 */
export function snapshotOf(
  account: string,
  declarations: readonly Declaration[],
  unreadableParts: readonly UnreadablePart[],
  isCandidate: (pattern: Field<string>) => boolean,
): Snapshot {
  const all = byType(declarations);
  const trails = all('AWS::CloudTrail::Trail').map(readTrail);
  const metricFilters = all('AWS::Logs::MetricFilter')
    .filter((filter) => isCandidate(Fields.ofProperty(filter, 'FilterPattern').text('FilterPattern', '')))
    .flatMap(readMetricFilters);

  const logGroupNames = new Set([
    ...trails.map(({ logGroupArn }) => logGroupNameIn(shown(logGroupArn ?? ''))),
    ...metricFilters.map(({ logGroupName }) => shown(logGroupName)),
  ]);
  const logGroups = all('AWS::Logs::LogGroup')
    .filter((declaration) => logGroupNames.has(shown(nameOf(declaration))))
    .map(readLogGroup);

  const metricNames = [
    ...new Map(metricFilters.map(({ metricName }) => [shown(metricName), metricName])).values(),
  ];
  const alarms = all('AWS::CloudWatch::Alarm')
    .filter((declaration) => mayWatch(declaration, metricNames))
    .map(readAlarm);
  const compositeAlarms = metricNames.length
    ? all('AWS::CloudWatch::CompositeAlarm').map(readCompositeAlarm)
    : [];

  const topicArns = new Set(
    [...alarms, ...compositeAlarms].flatMap(({ alarmActions }) =>
      isUnreadable(alarmActions) ? [] : alarmActions.map(shown),
    ),
  );
  const topicDeclarations = all('AWS::SNS::Topic').filter((topic) => topicArns.has(shown(arnOf(topic))));
  const topicPolicies = readTopicPolicies(
    all('AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'),
    topicArns,
  );
  const topics = topicDeclarations.map((topic) => readTopic(topic, topicPolicies));
  const subscriptions = [
    ...all('AWS::SNS::Subscription')
      .filter((each) => {
        const topicArn = Fields.ofProperty(each, 'TopicArn').text('TopicArn', '');
        // One of another account has to name the topic.
        return accountOf(each.stack) === account
          ? mayBeAny(topicArn, [...topicArns])
          : topicArns.has(shown(topicArn));
      })
      .map(readSubscription),
    ...topicDeclarations.flatMap(readInlineSubscriptions),
    ...(topicArns.size ? all('AWS::Serverless::Function') : [])
      .flatMap(readFunctionSubscriptions)
      .filter(({ topicArn }) => mayBeAny(topicArn, [...topicArns])),
  ];

  const keyNames = new Set(
    [...trails, ...logGroups, ...topics].flatMap(({ encryptionKey }) =>
      encryptionKey === undefined ? [] : [shown(encryptionKey)],
    ),
  );
  const roleArns = new Set(trails.map(({ deliveryRoleArn }) => shown(deliveryRoleArn ?? '')));
  const roles = all('AWS::IAM::Role').filter((role) => roleArns.has(shown(arnOf(role))));
  return {
    account,
    trails,
    logGroups,
    metricFilters,
    alarms,
    compositeAlarms,
    muteRules: alarms.length ? all('AWS::CloudWatch::AlarmMuteRule').map(readMuteRule) : [],
    topics,
    subscriptions,
    keys: keyNames.size ? readKeys(all('AWS::KMS::Key'), all('AWS::KMS::Alias'), keyNames) : [],
    roles: roles.length
      ? readRoles(roles, all('AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy'))
      : [],
    // Read when an account does not pass: nobody else asks for them.
    get eventRules() {
      return all('AWS::Events::Rule').filter(watchesEvents).map(readEventRule);
    },
    unreadableParts: unreadableParts.map(({ origin, reason }) => ({ origin, reason })),
  };
}

function byType(declarations: readonly Declaration[]): (...types: string[]) => Declaration[] {
  const lists = new Map<string, Declaration[]>();
  for (const declaration of declarations) {
    const others = lists.get(declaration.type);
    if (others) others.push(declaration);
    else lists.set(declaration.type, [declaration]);
  }
  return (...types) => types.flatMap((type) => lists.get(type) ?? []);
}

/** The name in a log group's ARN, the part behind `log-group:` without `:*`. */
function logGroupNameIn(arn: string): string {
  return arn.slice(arn.indexOf(':log-group:') + ':log-group:'.length).replace(/:\*$/, '');
}

/** An alarm that computes its metric from others has no `MetricName` of its own; a name that is not known may be any. */
function mayWatch(alarm: Declaration, metricNames: readonly Field<string>[]): boolean {
  if (!metricNames.length) return false;
  const name = Fields.ofProperty(alarm, 'MetricName').text('MetricName');
  return name === undefined || mayBeAny(name, metricNames);
}

function mayBeAny(name: Field<string>, names: readonly Field<string>[]): boolean {
  return names.some((one) => compare(name, one) !== 'different');
}

function watchesEvents(rule: Declaration): boolean {
  return propertyOf(rule, 'ScheduleExpression') === undefined;
}
