import { isMeantForChanges } from '../../../src/audit/event-coverage';
import { type AccountData, accountsOf } from '../../../src/evidence/account-data';
import type { Alarm, CompositeAlarm, MetricFilter, Trail } from '../../../src/evidence/resource-model';
import { isUnreadable, readable } from '../../../src/field/field';
import { accountOf, fedLogGroup, serviceOf } from './arn';
import { Evidence } from './evidence';
import { readAlarms, readMuteRules } from './read/alarms';
import { readKey } from './read/keys';
import { readLogGroup } from './read/log-groups';
import { readFiltersOfMetric, readMetricFilters } from './read/metric-filters';
import { readRole } from './read/roles';
import { readSubscriber } from './read/subscribers';
import { readTopic } from './read/topics';
import { readTrails } from './read/trails';
import type { Session } from './session';
import type { Sessions } from './sessions';

/** What is followed: the key of what, in which region, of whose account. */
type KeyUse = readonly [reference: unknown, region: string, owner: Session];

/**
 * Reads what a chain of the account may be made of, from the trails on, and nothing else.
 *
 * @param topicArn - a topic that is read too, whatever names it
 * @returns the account, and behind it what was read of other accounts, such as a topic
 */
export async function readAccount(
  session: Session,
  others: Sessions,
  topicArn?: string,
): Promise<[AccountData, ...AccountData[]]> {
  const sessions = { of: (account: string) => (account === session.account ? session : others.of(account)) };
  const evidence = new Evidence(session.account);
  const trails = await readTrails(session, evidence);
  const groups = ownLogGroups(trails);
  const [logGroups, chains] = await Promise.all([
    Promise.all(groups.map(({ arn, region }) => readLogGroup(arn, region, session, evidence))),
    Promise.all(regionsOf(groups).map((region) => readRegion(region, groups, session, evidence))),
    ...rolesOf(trails, session).map((arn) => readRole(arn, session, evidence)),
  ]);
  const acting = chains.flat();
  const topics = await Promise.all(
    topicsOf(acting, topicArn).map((arn) => readTopic(arn, sessions, evidence)),
  );
  const subscriptions = topics.flatMap((topic) => topic?.subscriptions ?? []);
  const queues = await Promise.all(subscriptions.map((one) => readSubscriber(one, sessions, evidence)));

  const uses: KeyUse[] = [
    ...trails.map(({ encryptionKey, region }): KeyUse => [encryptionKey, region, session]),
    ...logGroups.map((group): KeyUse => [group?.encryptionKey, group?.region ?? '', session]),
    ...topics.map((topic): KeyUse => [topic?.encryptionKey, topic?.region ?? '', session]),
    ...queues.flatMap((queue): KeyUse[] =>
      queue ? [[queue.encryptionKey, queue.region, queue.session]] : [],
    ),
  ];
  const wanted = new Map(uses.map((use) => [`${use[0]} ${use[1]} ${use[2].account}`, use]));
  await Promise.all(
    [...wanted.values()].flatMap(([reference, region, owner]) =>
      typeof reference === 'string' ? [readKey(reference, region, owner, sessions, evidence)] : [],
    ),
  );
  return evidence.toData();
}

interface FedLogGroup {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
}

/** One of another account cannot be asked for here: the audit says which account it is. */
function ownLogGroups(trails: readonly Trail[]): FedLogGroup[] {
  const groups = trails.flatMap((trail): FedLogGroup[] => {
    const [arn, name] = [readable(trail.logGroupArn), fedLogGroup(trail)];
    return arn === undefined || name === undefined ? [] : [{ arn, name, region: trail.region }];
  });
  return [...new Map(groups.map((group) => [group.arn, group])).values()];
}

function regionsOf(groups: readonly FedLogGroup[]): string[] {
  return [...new Set(groups.map(({ region }) => region))];
}

function rolesOf(trails: readonly Trail[], { account }: Session): string[] {
  const arns = new Set(trails.flatMap(({ deliveryRoleArn }) => readable(deliveryRoleArn) ?? []));
  return [...arns].filter((arn) => accountOf(arn) === account);
}

/** Filters and alarms of a region. Returns the alarms that may ring, and what is above them. */
async function readRegion(
  region: string,
  groups: readonly FedLogGroup[],
  session: Session,
  evidence: Evidence,
): Promise<(Alarm | CompositeAlarm)[]> {
  const names = groups.filter((group) => group.region === region).map(({ name }) => name);
  const [{ alarms, compositeAlarms }, ...read] = await Promise.all([
    readAlarms(region, session, evidence),
    ...names.map((name) => readMetricFilters(name, region, session, evidence)),
  ]);
  const filters = read.flat().filter(({ pattern }) => isMeantForChanges(pattern));
  // The look-ups of the audit itself, so that nothing is left out that it would find.
  const [account] = accountsOf([{ id: session.account, alarms, compositeAlarms }]);
  const watching = [...new Set(filters.flatMap(({ metricName }) => account.alarmsOn(metricName)))];
  const above = [...new Set(watching.flatMap((alarm) => account.compositeAlarmsAbove(alarm)))];
  evidence.add('alarms', ...watching);
  evidence.add('compositeAlarms', ...above);
  if (watching.length > 0) {
    const watched = filters.filter(({ metricName }) => account.alarmsOn(metricName).length > 0);
    await Promise.all([
      readMuteRules(region, session, evidence),
      ...oneOfEachMetric(watched).map((filter) =>
        readFiltersOfMetric(filter, new Set(names), session, evidence),
      ),
    ]);
  }
  return [...watching, ...above];
}

function oneOfEachMetric(filters: readonly MetricFilter[]): MetricFilter[] {
  return [
    ...new Map(filters.map((filter) => [`${filter.metricNamespace}\n${filter.metricName}`, filter])).values(),
  ];
}

function topicsOf(acting: readonly (Alarm | CompositeAlarm)[], another: string | undefined): string[] {
  const actions = acting.flatMap(({ alarmActions }) => (isUnreadable(alarmActions) ? [] : alarmActions));
  const arns = [...actions.flatMap((action) => readable(action) ?? []), another ?? []].flat();
  return [...new Set(arns)].filter((arn) => serviceOf(arn) === 'sns');
}
