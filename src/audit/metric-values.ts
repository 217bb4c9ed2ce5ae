import { EVENT_NAMES } from '../control/network-acl-changes';
import type { Account } from '../evidence/account';
import type { MetricFilter } from '../evidence/resource-model';
import { type Field, isUnreadable, type Unreadable } from '../field/field';
import type { CountingFilters, WatchingAlarm } from './chain';
import { countAll, coverageOf, firesAllTheTime, isMeantForChanges } from './event-coverage';
import { feedsDimensions, heardFilters, numberOf, unitKey, writesAnotherUnit } from './heard-filters';

/** A number that gets into the metric beside what a change adds. */
export interface OtherValue {
  readonly filter: MetricFilter;
  readonly kind: 'value' | 'default value';
  readonly number: Field<number>;
  /** Why it may not get there. */
  readonly doubt?: Unreadable;
}

/** What a change adds to the metric at the least, and what else gets there. */
export interface MetricValues {
  /** The filters for changes that the alarm hears. */
  readonly heard: readonly MetricFilter[];
  /**
   * The values of all other filters of the account that feed the metric, whatever they count and wherever, and all
   * default values.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html
   */
  readonly others: readonly OtherValue[];
  /** What is written on every event, or on all but a few; with the doubt where a pattern could not be read. */
  readonly everything: readonly OtherValue[];
}

/** They are the same for all alarms that see the same unit. */
const VALUES = new WeakMap<Account, WeakMap<CountingFilters, Map<string, MetricValues>>>();

export function metricValues(part: WatchingAlarm, account: Account): MetricValues {
  const ofAccount = VALUES.get(account) ?? new WeakMap<CountingFilters, Map<string, MetricValues>>();
  VALUES.set(account, ofAccount);
  const known = ofAccount.get(part.counting) ?? new Map<string, MetricValues>();
  ofAccount.set(part.counting, known);
  const key = unitKey(part.alarm);
  const values = known.get(key) ?? readValues(part, account);
  known.set(key, values);
  return values;
}

function readValues(part: WatchingAlarm, account: Account): MetricValues {
  const { certain, possible } = heardFilters(part);
  const heard = (countAll(certain) === true ? certain : possible).filter(({ pattern }) =>
    isMeantForChanges(pattern),
  );
  const present = feeding(part, account);
  const others = present.flatMap(({ filter, doubt }): OtherValue[] => [
    ...(heard.includes(filter) ? [] : [{ filter, kind: 'value' as const, number: addedBy(filter), doubt }]),
    ...(filter.defaultValue === undefined
      ? []
      : [{ filter, kind: 'default value' as const, number: filter.defaultValue as Field<number>, doubt }]),
  ]);
  const everything = present
    .filter(({ filter: { pattern } }) => isUnreadable(pattern) || firesAllTheTime(pattern))
    .map(({ filter, doubt }) => ({
      filter,
      kind: 'value' as const,
      number: addedBy(filter),
      doubt: isUnreadable(filter.pattern) ? filter.pattern : doubt,
    }));
  return { heard, others, everything };
}

/** All filters that write to the very metric, in a unit that the alarm sees. */
function feeding(
  { alarm, counting }: WatchingAlarm,
  account: Account,
): { readonly filter: MetricFilter; readonly doubt?: Unreadable }[] {
  const [{ resource }] = counting.filters;
  const { metricNamespace: namespace, metricName: name, region } = resource;
  return account.metricFiltersFeeding({ namespace, name, region }).flatMap(({ resource: filter, doubt }) => {
    const faults = [feedsDimensions, writesAnotherUnit].map((sieve) => sieve.faultOf(filter, alarm));
    if (faults.some((fault) => typeof fault === 'string')) return [];
    return [{ filter, doubt: doubt ?? faults.find(isUnreadable) }];
  });
}

function addedBy({ metricValue }: MetricFilter): Field<number> {
  if (isUnreadable(metricValue)) return metricValue;
  const number = numberOf(metricValue);
  return Number.isNaN(number)
    ? { unreadable: `it is the value of ${metricValue}`, placeholder: metricValue }
    : number;
}

/**
 * Whether a filter fires on changes alone, and on each of them always or never: then it takes nothing from a change but
 * what it adds to that very change.
 */
export function firesOnChangesAlone({ pattern }: MetricFilter): boolean {
  if (isUnreadable(pattern)) return false;
  const { events, others, verdict, error } = coverageOf([pattern]);
  const decided =
    verdict === 'EXACT' || verdict === 'EQUIVALENT' || (verdict === 'PARTIAL' && !others && !error);
  return (
    decided && events.length === EVENT_NAMES.length && events.every(({ fires }) => fires !== 'sometimes')
  );
}

/**
 * The least that one change makes of the metric, where no other event is counted: a change that several filters count adds
 * the values of all of them.
 *
 * @returns why it could not be read where a value is not known
 */
export function leastOfOneChange(heard: readonly MetricFilter[], statistic: string): Field<number> {
  const known = LEAST.get(heard) ?? new Map<string, Field<number>>();
  LEAST.set(heard, known);
  const least = known.get(statistic) ?? workOutLeast(heard, statistic);
  known.set(statistic, least);
  return least;
}

/** By filters and statistic: many alarms may watch what the same filters count. */
const LEAST = new WeakMap<readonly MetricFilter[], Map<string, Field<number>>>();

function workOutLeast(heard: readonly MetricFilter[], statistic: string): Field<number> {
  const values = heard.map(addedBy);
  const hidden = values.find(isUnreadable);
  if (hidden && statistic !== 'SampleCount') return hidden;
  const numbers = values.map((value) => (statistic === 'SampleCount' ? 1 : (value as number)));
  const counted = heard.map(({ pattern }) => coverageOf(isUnreadable(pattern) ? [] : [pattern]).events);
  const names = new Set(counted.flatMap((events) => events.map(({ name }) => name)));
  const least = [...names].map((name) => {
    const firing = (how: string) =>
      numbers.filter((_, i) => counted[i].find((event) => event.name === name)?.fires === how);
    const [always, sometimes] = [firing('always'), firing('sometimes')];
    if (always.length === 0) return Math.min(...(sometimes.length ? sometimes : numbers));
    if (statistic === 'Sum' || statistic === 'SampleCount')
      return always.reduce((sum, each) => sum + each, 0);
    return statistic === 'Maximum' ? Math.max(...always) : Math.min(...always, ...sometimes);
  });
  return Math.min(...(least.length ? least : numbers));
}
