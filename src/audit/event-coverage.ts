import { EVENT_NAMES, EVENT_SOURCE, WANTED_EVENTS } from '../control/network-acl-changes';
import type { MetricFilter } from '../evidence/resource-model';
import { type Field, isUnreadable } from '../field/field';
import { type Coverage, coverage } from '../filter-pattern';
import type { Answer } from './policy/answer';

/** What patterns count, all together. */
export function coverageOf(patterns: readonly string[]): Coverage {
  return coverage(patterns, WANTED_EVENTS);
}

/** The patterns that could be read. */
export function patternsOf(filters: readonly MetricFilter[]): string[] {
  return filters.map(({ pattern }) => pattern).filter((pattern): pattern is string => !isUnreadable(pattern));
}

/** Whether every change is counted, although it may be open whether anything else is. */
export function coversAll({ events }: Coverage): boolean {
  return events.length === EVENT_NAMES.length && events.every(({ fires }) => fires === 'always');
}

/** A list of filters is asked of once for each alarm. */
const COUNTS = new WeakMap<readonly MetricFilter[], Answer>();

/** Whether the filters together count every change. */
export function countAll(filters: readonly MetricFilter[]): Answer {
  const known = COUNTS.get(filters);
  if (known !== undefined) return known;
  const answer = filters.length > 0 && judgeCoverage(filters);
  COUNTS.set(filters, answer);
  return answer;
}

function judgeCoverage(filters: readonly MetricFilter[]): Answer {
  const judged = coverageOf(patternsOf(filters));
  if (coversAll(judged)) return true;
  const hidden = filters.map(({ pattern }) => pattern).find(isUnreadable);
  if (hidden) return hidden;
  const { verdict, reason = verdict } = judged;
  return verdict === 'UNPROVEN' ? { unreadable: reason, placeholder: reason } : false;
}

/** Any event of another control or of none. */
const OTHER_EVENT = 'DescribeInstances';

/** One object, so that `coverage` remembers its answers. */
const WANTED_AND_OTHER = { names: [...EVENT_NAMES, OTHER_EVENT], source: EVENT_SOURCE, exactTexts: [] };

/**
 * Whether a filter is meant to count network ACL changes, or may be: it singles some of them out, or counts them all.
 *
 * A filter that counts a change only as it counts every other event, such as all that the root user does, belongs to
 * another control. What could not be read may be meant. So is an invalid pattern, most probably: it is kept.
 */
export function isMeantForChanges(pattern: Field<string>): boolean {
  if (isUnreadable(pattern)) return true;
  const { events, error } = coverage([pattern], WANTED_AND_OTHER);
  if (error || events.length < WANTED_AND_OTHER.names.length) return true;
  const other = events.find(({ name }) => name === OTHER_EVENT);
  return events.some(
    ({ fires, condition }) => fires === 'always' || (fires === 'sometimes' && condition !== other?.condition),
  );
}

/**
 * Events that happen all the time, whether anybody works in the account or not: services assume roles and ask for data keys.
 * One object each, so that `coverage` remembers its answers.
 */
const CONSTANT_EVENTS = [
  { names: ['AssumeRole'], source: 'sts.amazonaws.com', exactTexts: [] },
  { names: ['GenerateDataKey'], source: 'kms.amazonaws.com', exactTexts: [] },
];

/** Whether a pattern fires on every event, or on all but a few: `{ $.eventName != ConsoleLogin }`. */
export function firesAllTheTime(pattern: string): boolean {
  const { firesOnEverything, verdict } = coverageOf([pattern]);
  if (firesOnEverything) return true;
  return (
    verdict === 'BROADER' &&
    CONSTANT_EVENTS.every((constant) => coverage([pattern], constant).events[0]?.fires === 'always')
  );
}

/** How many of the six events are counted; one that is counted sometimes, or may be counted, as a half. */
export function countedEvents(filters: readonly MetricFilter[]): number {
  const readable = patternsOf(filters);
  const { events, error } = coverageOf(readable);
  const mayCountMore = readable.length < filters.length || error !== undefined;
  const weights = { always: 1, sometimes: 0.5, never: mayCountMore ? 0.5 : 0 };
  return events.reduce((sum, { fires }) => sum + weights[fires], (EVENT_NAMES.length - events.length) / 2);
}
