import { EVENT_NAMES, EVENT_SOURCE, FILTER_PATTERN } from '../../control/network-acl-changes';
import type { MetricFilter } from '../../evidence/snapshot';
import { isUnreadable, known, type Unreadable } from '../../field/field';
import { type Coverage, coverage } from '../../filter-pattern';
import { type Finding, fail, PASS, unknown } from '../check';
import type { Answer } from '../policy/answer';
import { couldNotRead, theFilter } from './words';

/** What the filters whose pattern could be read count, all together. */
export function coverageOf(filters: readonly MetricFilter[]): Coverage {
  const patterns = filters.map(({ pattern }) => known(pattern)).filter((text) => text !== undefined);
  return coverage(patterns, { names: EVENT_NAMES, source: EVENT_SOURCE, exactText: FILTER_PATTERN });
}

/** Whether every change is counted, although it may be open whether anything else is. */
export const coversAll = ({ events }: Coverage): boolean =>
  events.length === EVENT_NAMES.length && events.every(({ fires }) => fires === 'always');

/** Whether the filters together count every change. */
function countAll(filters: readonly MetricFilter[]): Answer {
  const judged = coverageOf(filters);
  if (coversAll(judged)) return true;
  const { verdict, reason = verdict } = judged;
  const open = filters.map(({ pattern }) => pattern).find(isUnreadable);
  if (open) return open;
  return verdict === 'UNPROVEN' ? { unreadable: reason, standIn: reason } : false;
}

/** What is wrong with a filter, what could not be read of it, or undefined where it is sound. */
export type Fault = string | Unreadable | undefined;

/** Whether the filters that are sound still count every change; a fault of one that is not needed does not matter. */
export function judgeFilters(
  filters: readonly MetricFilter[],
  faultOf: (filter: MetricFilter) => Fault,
  remedy: string,
): Finding {
  if (filters.length === 0) return fail('there is no metric filter', 'add a MetricFilter');
  const faults = filters.map(faultOf);
  const sound = filters.filter((_, i) => faults[i] === undefined);
  if (sound.length === filters.length || countAll(sound) === true) return PASS;
  const faulty = faults.findIndex((fault) => typeof fault === 'string');
  const rest = filters.filter((_, i) => typeof faults[i] !== 'string');
  const possible = rest.length === 0 ? false : countAll(rest);
  if (faulty >= 0 && possible === false) {
    return fail(`${theFilter(filters[faulty])} ${faults[faulty]}`, remedy, filters[faulty].origin);
  }
  const open = faults.findIndex(isUnreadable);
  const filter = filters[open < 0 ? faulty : open];
  const fault = open < 0 ? possible : faults[open];
  if (isUnreadable(fault)) return couldNotRead(`what ${theFilter(filter)} counts`, fault, filter.origin);
  return unknown(`${theFilter(filter)} ${fault}`, remedy, filter.origin);
}
