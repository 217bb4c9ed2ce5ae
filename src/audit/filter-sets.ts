import { EVENT_NAMES, EVENT_SOURCE, FILTER_PATTERN } from '../control/network-acl-changes';
import type { MetricFilter } from '../evidence/snapshot';
import { type Field, isUnreadable, shown } from '../field/field';
import { coverage } from '../filter-pattern';

/** The metric filters of one log group that feed one metric: they count together. */
export interface FilterSet {
  readonly filters: readonly MetricFilter[];
  readonly logGroupName: Field<string>;
  readonly region: string;
}

/**
 * The filters by log group and metric, those that count more of the six events first. Filters that are proven to count
 * none of them, such as those of other controls, are left out.
 */
export function filterSetsOf(metricFilters: readonly MetricFilter[]): FilterSet[] {
  const sets = new Map<string, MetricFilter[]>();
  for (const filter of metricFilters) {
    const { region, logGroupName, metricNamespace, metricName } = filter;
    const key = JSON.stringify(
      [region, logGroupName, metricNamespace, metricName].map((field) => shown(field)),
    );
    const others = sets.get(key);
    if (others) others.push(filter);
    else sets.set(key, [filter]);
  }
  return [...sets.values()]
    .map((filters) => ({ filters, counted: countedEvents(filters.map(({ pattern }) => pattern)) }))
    .filter(({ counted }) => counted > 0)
    .sort((a, b) => b.counted - a.counted)
    .map(({ filters }) => ({ filters, logGroupName: filters[0].logGroupName, region: filters[0].region }));
}

/** Whether a filter of that pattern is not proven to count none of the six events. */
export function mayCount(pattern: Field<string>): boolean {
  return isUnreadable(pattern) || countedEvents([pattern]) > 0;
}

/** How many of the six events are counted; one that is counted sometimes, or may be counted, as a half. */
function countedEvents(patterns: readonly Field<string>[]): number {
  const readable = patterns.filter((pattern) => !isUnreadable(pattern)) as string[];
  const { events, error } = coverage(readable, {
    names: EVENT_NAMES,
    source: EVENT_SOURCE,
    exactText: FILTER_PATTERN,
  });
  // What could not be read may count any of them, and a pattern that is none is still somebody's try.
  const open = readable.length < patterns.length || error !== undefined;
  const weights = { always: 1, sometimes: 0.5, never: open ? 0.5 : 0 };
  const undecided = EVENT_NAMES.length - events.length;
  return events.reduce((sum, { fires }) => sum + weights[fires], undecided / 2);
}
