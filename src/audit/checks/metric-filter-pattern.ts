import type { MetricFilter } from '../../evidence/resource-model';
import { isUnreadable } from '../../field/field';
import type { Coverage, EventCoverage } from '../../filter-pattern';
import type { CountingFilters } from '../chain';
import {
  type CheckContext,
  type CheckOf,
  couldNotRead,
  type Finding,
  fail,
  madeUnder,
  note,
  unknown,
} from '../check';
import { countAll, coverageOf, coversAll, isMeantForChanges, patternsOf } from '../event-coverage';
import { theFilter } from '../names';

const SET_PATTERN = 'set filterPattern: FilterPattern.literal(NaclChangeMonitor.FILTER_PATTERN)';
const ADD_FILTER =
  'leave that filter as it is, since it counts something else too, and add one: new MetricFilter(...) with filterPattern: FilterPattern.literal(NaclChangeMonitor.FILTER_PATTERN) and the same metric';

export const metricFilterPattern: CheckOf<'metricFilters'> = {
  id: 'metric-filter-pattern',
  title: 'A metric filter counts every change of a network ACL',
  link: 5,
  question: 'letter',
  about: 'metricFilters',
  judge: (counting, context) => {
    const filters = counting.filters.map(({ resource }) => resource);
    const certain = counting.filters.filter(({ doubt }) => !doubt).map(({ resource }) => resource);
    const malformed = filters.find(({ malformedPattern }) => malformedPattern !== undefined);
    if (countAll(certain) === true) return conclude(certain, context);
    if (malformed && countAll(filters.filter((filter) => filter !== malformed)) === false) {
      return fail(
        `the pattern of ${theFilter(malformed)} is not valid: ${malformed.malformedPattern}`,
        "write it in quotes: FilterPattern: '{ ... }'",
        malformed.origin,
      );
    }
    if (countAll(filters) === false) return conclude(filters, context);
    return doubtOf(counting) ?? conclude(filters, context);
  },
};

/** What keeps filters that may count every change from counting it for certain. */
function doubtOf({ filters }: CountingFilters): Finding | undefined {
  const hidden = filters.map(({ resource }) => resource).find(({ pattern }) => isUnreadable(pattern));
  if (hidden && isUnreadable(hidden.pattern)) {
    return couldNotRead(`the pattern of ${theFilter(hidden)}`, hidden.pattern, hidden.origin);
  }
  const doubtful = filters.find(({ doubt, resource }) => doubt && isMeantForChanges(resource.pattern));
  if (!doubtful?.doubt) return undefined;
  const { resource, doubt } = doubtful;
  if (resource.condition !== undefined) return madeUnder(resource.condition, resource.origin);
  const what = resource.mayChange === undefined ? 'the log group or the metric of' : 'the deployed form of';
  return couldNotRead(`${what} ${theFilter(resource)}`, doubt, resource.origin);
}

function conclude(filters: readonly MetricFilter[], { exactPattern }: CheckContext): Finding | undefined {
  const meant = filters.filter(({ pattern }) => isMeantForChanges(pattern));
  // What another control counts in the same metric is not said of these.
  const judged = coverageOf(patternsOf(countAll(meant) === true ? meant : filters));
  const isTextExact = meant.some((filter) => coverageOf(patternsOf([filter])).verdict === 'EXACT');
  const subject = meant[0].origin;
  const who = meant.map(theFilter).join(' and ');
  const verb = (one: string, many: string) => (meant.length === 1 ? one : many);
  const inOtherWords = (reason: string): Finding =>
    exactPattern && !isTextExact
      ? fail(`${reason}; exactly the control's text is required`, SET_PATTERN, subject)
      : note(reason, subject);
  switch (judged.verdict) {
    case 'EXACT':
      return undefined;
    case 'EQUIVALENT':
      return inOtherWords(
        `${who} ${verb('counts', 'count')} exactly the changes, but in other words than the control's; Security Hub compares the text`,
      );
    case 'BROADER':
      return inOtherWords(`${who} ${verb('counts', 'count')} every change, and also ${judged.others}`);
    case 'INVALID':
      return invalid(judged, meant);
    case 'PARTIAL':
      return fail(
        `${who} ${verb('does', 'do')} not count every change: ${missing(judged)}`,
        judged.others === undefined ? SET_PATTERN : ADD_FILTER,
        subject,
      );
    case 'UNPROVEN':
      if (coversAll(judged)) {
        return inOtherWords(
          `${who} ${verb('counts', 'count')} every change; whether ${verb('it also counts', 'they also count')} more is not proven: ${judged.reason}`,
        );
      }
      return unknown(
        `whether ${who} ${verb('counts', 'count')} every change is not proven: ${judged.reason}`,
        SET_PATTERN,
        subject,
      );
  }
}

/** None of the patterns is one: the first says where. */
function invalid({ error }: Coverage, [filter]: readonly MetricFilter[]): Finding {
  return fail(
    `the pattern of ${theFilter(filter)} is not valid: at ${error?.offset}: ${error?.reason}`,
    SET_PATTERN,
    filter.origin,
  );
}

/** The events that are missed, when those fire that do so only sometimes, and what keeps a filter from counting any. */
function missing({ events, error }: Coverage): string {
  const names = (suits: (event: EventCoverage) => boolean) =>
    events
      .filter(suits)
      .map(({ name }) => name)
      .join(', ');
  const never = names(({ fires }) => fires === 'never');
  const conditions = new Set(events.map(({ condition }) => condition).filter((text) => text !== undefined));
  const sometimes = [...conditions].map(
    (condition) => `${names((event) => event.condition === condition)} only when ${condition}`,
  );
  const broken = error ? [`one pattern is not valid, at ${error.offset}: ${error.reason}`] : [];
  return [...(never === '' ? [] : [`never ${never}`]), ...sometimes, ...broken].join('; ');
}
