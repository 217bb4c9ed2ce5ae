import { type Account, type Alarm, CHANGES, type Event, type Filter, OTHER_EVENTS } from '../account';
import type { Known } from '../open';
import { counted } from './patterns';

/** The numbers that come into a metric together. */
type Samples = readonly number[];

/**
 * The changes that surely ring an alarm, whatever else happens in the same period: other events that are counted, and
 * the default values of the filters.
 */
export function changesThatRing(
  account: Known<Account>,
  alarm: Known<Alarm>,
  counting: (group: string) => boolean,
): Event[] {
  const heard = heardBy(account, alarm);
  if (!alarm.present || (alarm.datapointsToAlarm ?? alarm.evaluationPeriods) > 1) return [];
  if (staysInAlarm(account, alarm)) return [];
  const alongside = whatComesAlong(heard);
  const counters = heard.filter(({ group }) => counting(group));
  return CHANGES.filter((change) =>
    samplesOf(change, counters).every((samples) => surelyBreaches(alarm, samples, alongside)),
  );
}

/** Whether an alarm is in ALARM without any change, or never leaves it after one. */
export function staysInAlarm(account: Known<Account>, alarm: Known<Alarm>): boolean {
  const heard = heardBy(account, alarm);
  const quiet = [...byGroup(heard).flatMap((filters) => samplesOf('everyday', filters)), ...defaults(heard)];
  const written = quiet.filter(({ length }) => length > 0);
  if (!written.length) return alarm.missingData === 'ignore' || alarm.missingData === 'breaching';
  return written.some((samples) => {
    const sum = total(samples);
    if (alarm.statistic === 'Sum' && sum > 0) return alarm.operator !== 'LessThanThreshold';
    return breaches(alarm, statisticOf(alarm, samples));
  });
}

/** The filters that feed the very metric: a filter with dimensions feeds another one, and so does another unit. */
export function heardBy({ filters }: Known<Account>, alarm: Known<Alarm>): Known<Filter>[] {
  // A metric is in the region of its log group.
  if (alarm.dimensions || alarm.inAnotherRegion) return [];
  return filters.filter(
    ({ present, metric, dimensions, unit = 'None' }) =>
      present &&
      !dimensions &&
      metric.namespace === alarm.metric.namespace &&
      metric.name === alarm.metric.name &&
      (alarm.unit === undefined || alarm.unit === unit),
  );
}

function whatComesAlong(heard: readonly Known<Filter>[]): Samples[] {
  const events = [...CHANGES, ...OTHER_EVENTS];
  const ofEvents = byGroup(heard).flatMap((filters) => events.flatMap((event) => samplesOf(event, filters)));
  return [...ofEvents, ...defaults(heard)].filter(({ length }) => length > 0);
}

/** A default value is written for each minute that has events and none that matches. */
function defaults(heard: readonly Known<Filter>[]): Samples[] {
  return heard.flatMap(({ defaultValue }) => (defaultValue === undefined ? [] : [[defaultValue]]));
}

function byGroup(filters: readonly Known<Filter>[]): Known<Filter>[][] {
  const groups = new Set(filters.map(({ group }) => group));
  return [...groups].map((group) => filters.filter((filter) => filter.group === group));
}

/** What the filters of a log group may write for an event: a filter that counts it sometimes may or may not. */
function samplesOf(event: Event, filters: readonly Known<Filter>[]): Samples[] {
  let possible: Samples[] = [[]];
  for (const { pattern, value } of filters) {
    const how = counted(pattern, event);
    if (how === 'always') possible = possible.map((samples) => [...samples, value]);
    if (how === 'sometimes') possible = possible.flatMap((samples) => [samples, [...samples, value]]);
  }
  return possible;
}

/** Whether a change's samples breach the threshold alone, and together with any number of others. */
function surelyBreaches(alarm: Known<Alarm>, change: Samples, alongside: readonly Samples[]): boolean {
  if (!change.length || alarm.operator === 'LessThanThreshold') return false;
  const over = (samples: Samples) => breaches(alarm, statisticOf(alarm, samples));
  switch (alarm.statistic) {
    case 'Sum':
      return over(change) && alongside.every((samples) => total(samples) >= 0);
    case 'Maximum':
      return over(change);
    case 'Minimum':
    case 'Average':
      return over(change) && alongside.every(over);
  }
}

function statisticOf({ statistic }: Known<Alarm>, samples: Samples): number {
  if (statistic === 'Maximum') return Math.max(...samples);
  if (statistic === 'Minimum') return Math.min(...samples);
  return statistic === 'Sum' ? total(samples) : total(samples) / samples.length;
}

function breaches({ operator, threshold }: Known<Alarm>, value: number): boolean {
  if (operator === 'GreaterThanThreshold') return value > threshold;
  return operator === 'LessThanThreshold' ? value < threshold : value >= threshold;
}

function total(samples: Samples): number {
  return samples.reduce((sum, sample) => sum + sample, 0);
}
