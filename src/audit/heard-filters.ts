import type { MetricFilter } from '../evidence/resource-model';
import { type Field, isUnreadable, shown, type Unreadable } from '../field/field';
import type { CountingFilters, WatchingAlarm } from './chain';
import { couldNotRead, type Finding, fail, unknown } from './check';
import { countAll, isMeantForChanges } from './event-coverage';
import { theFilter } from './names';

/** Why an alarm does not hear a filter, what could not be read of it, or undefined where it hears it. */
export type Fault = string | Unreadable | undefined;

/**
 * One reason why a filter counts and the alarm does not hear it.
 *
 * The reasons are asked one after the other, each of the filters that the ones before have left: so it is decided once
 * which filters the alarm hears, and one filter never excuses the fault of another.
 */
export interface Sieve {
  faultOf(filter: MetricFilter, alarm: WatchingAlarm['alarm'] | undefined): Fault;
  readonly remedy: string;
}

export const addsNothing: Sieve = {
  faultOf: ({ metricValue }) => {
    if (isUnreadable(metricValue)) return metricValue;
    if (metricValue.startsWith('$')) {
      return `counts the value of ${metricValue}, a field that need not be there or be a number`;
    }
    return numberOf(metricValue) > 0 ? undefined : `adds "${metricValue}" for each change`;
  },
  remedy: "set metricValue: '1'",
};

export const seesNotAll: Sieve = {
  faultOf: ({ applyOnTransformedLogs, fieldSelectionCriteria }) => {
    if (isUnreadable(fieldSelectionCriteria)) return fieldSelectionCriteria;
    if (fieldSelectionCriteria) return `counts only events for which ${fieldSelectionCriteria} holds`;
    if (isUnreadable(applyOnTransformedLogs)) return applyOnTransformedLogs;
    if (!applyOnTransformedLogs) return undefined;
    return {
      unreadable: 'it reads the events after a transformer, which is not part of the evidence',
      placeholder: 'applyOnTransformedLogs',
    };
  },
  remedy: 'leave out applyOnTransformedLogs and fieldSelectionCriteria of the metric filter',
};

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html */
export const feedsDimensions: Sieve = {
  faultOf: ({ dimensions, emitSystemFieldDimensions }) => {
    if (isUnreadable(dimensions)) return dimensions;
    if (isUnreadable(emitSystemFieldDimensions)) return emitSystemFieldDimensions;
    const all = [...dimensions, ...emitSystemFieldDimensions.map(shown)];
    if (all.length === 0) return undefined;
    return `feeds the metric with the dimensions ${all.join(', ')}, and the alarm watches the one without`;
  },
  remedy: 'leave out the dimensions of the metric filter and of the alarm',
};

export const writesAnotherUnit: Sieve = {
  faultOf: ({ unit: written = 'None' }, alarm) => {
    const watched = unitOf(alarm);
    if (watched === undefined) return undefined;
    if (isUnreadable(watched)) return watched;
    if (isUnreadable(written)) return written;
    return written === watched ? undefined : `writes the unit ${written}, and the alarm sees only ${watched}`;
  },
  remedy: 'leave out the unit of the alarm',
};

const SIEVES = [addsNothing, seesNotAll, feedsDimensions, writesAnotherUnit];

/** What the alarm hears: for certain, and for all that is known. */
export interface HeardFilters {
  readonly certain: readonly MetricFilter[];
  readonly possible: readonly MetricFilter[];
}

export function heardFilters({ counting, alarm }: WatchingAlarm): HeardFilters {
  return left(counting, SIEVES, alarm);
}

/** Whether every change still gets through a sieve; which of the filters are broken does not matter then. */
export function judgeSieve(
  counting: CountingFilters,
  sieve: Sieve,
  alarm?: WatchingAlarm['alarm'],
): Finding | undefined {
  const before = SIEVES.slice(0, SIEVES.indexOf(sieve));
  const [given, passed] = [left(counting, before, alarm), left(counting, [...before, sieve], alarm)];
  if (countAll(passed.certain) === true) return undefined;
  const faults = given.possible.map((filter) => ({ filter, fault: sieve.faultOf(filter, alarm) }));
  const broken = faults.find(
    ({ filter, fault }) => typeof fault === 'string' && isMeantForChanges(filter.pattern),
  );
  const rest = countAll(passed.possible);
  if (broken && rest === false && isLost(given.possible, passed.possible)) {
    const { filter, fault } = broken;
    return fail(`${theFilter(filter)} ${fault}`, sieve.remedy, filter.origin);
  }
  if (countAll(given.certain) !== true) return undefined;
  const { filter, fault } = faults.find((each) => isUnreadable(each.fault)) ?? broken ?? faults[0];
  const what = `what ${theFilter(filter)} counts`;
  if (isUnreadable(fault)) return couldNotRead(what, fault, filter.origin);
  if (isUnreadable(rest)) return couldNotRead(what, rest, filter.origin);
  return unknown(`${theFilter(filter)} ${fault}`, sieve.remedy, filter.origin);
}

/** Whether the sieve keeps back what was counted: all changes, or all that any filter counts. */
function isLost(given: readonly MetricFilter[], passed: readonly MetricFilter[]): boolean {
  return countAll(given) !== false || !passed.some(({ pattern }) => isMeantForChanges(pattern));
}

/** What each number of sieves leaves of some filters. Only the unit of an alarm makes a difference between alarms. */
const LEFT = new WeakMap<CountingFilters, Map<string, HeardFilters>>();

function left(
  counting: CountingFilters,
  sieves: readonly Sieve[],
  alarm: WatchingAlarm['alarm'] | undefined,
): HeardFilters {
  const known = LEFT.get(counting) ?? new Map<string, HeardFilters>();
  LEFT.set(counting, known);
  const key = `${sieves.length} ${unitKey(alarm)}`;
  const heard = known.get(key) ?? sieved(counting, sieves, alarm);
  known.set(key, heard);
  return heard;
}

function sieved(
  { filters }: CountingFilters,
  sieves: readonly Sieve[],
  alarm: WatchingAlarm['alarm'] | undefined,
): HeardFilters {
  const judged = filters.map(({ resource, doubt }) => ({
    resource,
    doubt,
    faults: sieves.map((sieve) => sieve.faultOf(resource, alarm)),
  }));
  return {
    certain: judged
      .filter(({ doubt, faults }) => doubt === undefined && faults.every((fault) => fault === undefined))
      .map(({ resource }) => resource),
    possible: judged
      .filter(({ faults }) => !faults.some((fault) => typeof fault === 'string'))
      .map(({ resource }) => resource),
  };
}

/** The unit that an alarm sees; undefined where it sees all. */
export function unitKey(alarm: WatchingAlarm['alarm'] | undefined): string {
  return shown(unitOf(alarm) ?? '');
}

function unitOf(alarm: WatchingAlarm['alarm'] | undefined): Field<string | undefined> {
  return alarm && !isUnreadable(alarm.metric) ? alarm.metric.unit : undefined;
}

const DECIMAL = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i;

/**
 * The number that a value stands for; NaN where it is none that a metric takes, such as `Infinity` or `0x1`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html
 */
export function numberOf(text: string): number {
  return DECIMAL.test(text) ? Number(text) : Number.NaN;
}
