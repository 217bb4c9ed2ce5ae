import type { Alarm, CompositeAlarm, Snapshot, Trail } from '../evidence/snapshot';
import { compare, type Field, isUnreadable, shown } from '../field/field';
import type { Chain } from './chain';
import { type FilterSet, filterSetsOf } from './filter-sets';

/**
 * Every way through the account that might count network ACL changes, each as far as it goes. At least one, with nothing
 * in it where there is nothing.
 */
export function* chainsOf(snapshot: Snapshot): Generator<Chain> {
  const sets = filterSetsOf(snapshot.metricFilters);
  const fed = new Set<FilterSet>();
  for (const trail of snapshot.trails) {
    const logGroup = logGroupOf(trail, snapshot.account);
    const its = logGroup ? sets.filter((set) => mayBeFed(set, logGroup)) : [];
    for (const set of its) fed.add(set);
    yield* throughFilters(
      { ...NOTHING, trail, ...(logGroup && withResource(logGroup, snapshot)) },
      its,
      snapshot,
    );
  }
  const others = sets.filter((set) => !fed.has(set));
  for (const set of others) {
    const logGroup = { name: set.logGroupName, region: set.region };
    yield* throughFilters({ ...NOTHING, ...withResource(logGroup, snapshot) }, [set], snapshot);
  }
  if (snapshot.trails.length + others.length === 0) yield NOTHING;
}

const NOTHING: Chain = { metricFilters: [], subscriptions: [] };

interface NamedLogGroup {
  readonly name: Field<string>;
  readonly region: string;
}

/** The log group that a trail feeds: in its ARN, the part behind `log-group:` without `:*`. */
function logGroupOf({ logGroupArn, region }: Trail, account: string): NamedLogGroup | undefined {
  if (logGroupArn === undefined) return undefined;
  const parts = /^arn:[^:]*:logs:([^:]*|\$\{.*?\}):(\d*|\$\{.*?\}):log-group:(.*?)(:\*)?$/.exec(
    shown(logGroupArn),
  );
  if (!parts) return { name: logGroupArn, region };
  const [, arnRegion, arnAccount, name] = parts;
  if (compare(arnAccount, account) === 'different') {
    return {
      name: { unreadable: `it is in account ${arnAccount}`, standIn: shown(logGroupArn) },
      region: arnRegion,
    };
  }
  const isOpen = isUnreadable(logGroupArn);
  return { name: isOpen ? { ...logGroupArn, standIn: name } : name, region: arnRegion };
}

function mayBeFed(set: FilterSet, { name, region }: NamedLogGroup): boolean {
  return compare(set.logGroupName, name) !== 'different' && compare(set.region, region) !== 'different';
}

function withResource({ name, region }: NamedLogGroup, { logGroups }: Snapshot): Partial<Chain> {
  const logGroup = logGroups.find(
    (each) => shown(each.name) === shown(name) && compare(each.region, region) !== 'different',
  );
  return { logGroupName: name, ...(logGroup && { logGroup }) };
}

function* throughFilters(start: Chain, sets: readonly FilterSet[], snapshot: Snapshot): Generator<Chain> {
  if (sets.length === 0) yield start;
  for (const { filters } of sets) {
    const chain = { ...start, metricFilters: filters };
    const { metricNamespace, metricName } = filters[0];
    const alarms = snapshot.alarms.filter((alarm) => mayWatch(alarm, metricName));
    // The alarms that watch the very metric first.
    alarms.sort((a, b) => Number(isNamespace(b, metricNamespace)) - Number(isNamespace(a, metricNamespace)));
    if (alarms.length === 0) yield chain;
    for (const alarm of alarms) yield* throughAlarm({ ...chain, alarm }, alarm, snapshot);
  }
}

/** Whether an alarm watches a metric of that name, or computes with it. */
function mayWatch({ metric }: Alarm, metricName: Field<string>): boolean {
  return isUnreadable(metric)
    ? metric.standIn.includes(shown(metricName))
    : compare(metric.name, metricName) !== 'different';
}

function isNamespace({ metric }: Alarm, namespace: Field<string>): boolean {
  return !isUnreadable(metric) && compare(metric.namespace, namespace) === 'same';
}

function* throughAlarm(chain: Chain, alarm: Alarm, snapshot: Snapshot): Generator<Chain> {
  const direct = topicsIn(alarm).map((topicArn) => ({ ...chain, topicArn }));
  const above = snapshot.compositeAlarms
    .filter(({ rule }) => mentions(rule, alarm))
    .flatMap((compositeAlarm) =>
      topicsIn(compositeAlarm).map((topicArn) => ({ ...chain, compositeAlarm, topicArn })),
    );
  const chains = [...direct, ...above];
  if (chains.length === 0) yield chain;
  for (const through of chains) yield withTopic(through, through.topicArn, snapshot);
}

function mentions(rule: Field<string>, { name, arn }: Alarm): boolean {
  return [name, arn].some((text) => shown(rule).includes(shown(text)));
}

/** The actions that are topics or, for all that is known, may be. */
function topicsIn({ alarmActions }: Alarm | CompositeAlarm): readonly Field<string>[] {
  if (isUnreadable(alarmActions)) return [alarmActions];
  return alarmActions.filter((action) => isUnreadable(action) || /^arn:[^:]*:sns:/.test(action));
}

function withTopic(chain: Chain, topicArn: Field<string>, { topics, subscriptions }: Snapshot): Chain {
  const topic = topics.find(({ arn }) => compare(arn, topicArn) === 'same');
  return {
    ...chain,
    ...(topic && { topic }),
    subscriptions: subscriptions.filter(
      (subscription) => compare(subscription.topicArn, topicArn) === 'same',
    ),
  };
}
