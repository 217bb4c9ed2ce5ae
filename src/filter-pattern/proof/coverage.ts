import { PatternError } from '../pattern-error';
import { parse } from '../syntax/parse';
import type { FilterPattern } from '../syntax/pattern';
import { outcomesOfAllEvents, outcomesOfEvent } from './certain-outcomes';
import { compile } from './compile';
import { coverageByEnumeration } from './enumeration';
import { describe, type Formula, restrict } from './formula';
import { withInnerStarsAsWildcards } from './inner-stars';
import { ANY_OTHER_EVENT, findOtherEvents, listDescriptions } from './other-events';
import {
  type Coverage,
  conclude,
  type EventCoverage,
  type InvalidPattern,
  type WantedEvents,
} from './result';
import { Search } from './search';

/**
 * Which events does the union of these patterns fire on? Proven for all events, not tried on some: what cannot be decided is
 * `UNPROVEN`, never guessed.
 *
 * @param patterns the texts of all filters that feed one metric
 */
export function coverage(patterns: readonly string[], wanted: WantedEvents): Coverage {
  const parsed: FilterPattern[] = [];
  let error: InvalidPattern | undefined;
  for (let index = 0; index < patterns.length; index++) {
    try {
      parsed.push(parse(patterns[index]));
    } catch (thrown) {
      if (!(thrown instanceof PatternError)) throw thrown;
      error ??= { pattern: index, offset: thrown.offset, reason: thrown.reason };
    }
  }
  if (parsed.length === 0 && error !== undefined)
    return { verdict: 'INVALID', events: [], firesOnEverything: false, error };
  const proven =
    coverageByEnumeration(parsed, patterns, wanted) ?? coverageBySearch(parsed, patterns, wanted);
  return error === undefined ? proven : { ...proven, error };
}

/** Decides by a search whatever the patterns are. */
export function coverageBySearch(
  patterns: readonly FilterPattern[],
  texts: readonly string[],
  wanted: WantedEvents,
): Coverage {
  const first = searchOnce(patterns, texts, wanted);
  const rewritten = withInnerStarsAsWildcards(patterns);
  if (rewritten === undefined) return first;
  const second = searchOnce(rewritten, texts, wanted);
  if (
    first.verdict === second.verdict &&
    first.firesOnEverything === second.firesOnEverything &&
    wanted.names.every((name) => fires(first, name) === fires(second, name))
  )
    return first;
  const events = first.events.filter(({ name, fires: found }) => found === fires(second, name));
  const reason = 'a "*" between other characters: AWS does not document whether it is a wildcard';
  return { ...conclude(wanted, texts, { events, broader: undefined, firesOnEverything: false }), reason };
}

const fires = ({ events }: Coverage, name: string): EventCoverage['fires'] | undefined =>
  events.find((event) => event.name === name)?.fires;

function searchOnce(
  patterns: readonly FilterPattern[],
  texts: readonly string[],
  wanted: WantedEvents,
): Coverage {
  const formula = compile(patterns, wanted);
  const search = new Search();
  const events: EventCoverage[] = [];
  for (const name of wanted.names) {
    const event = searchEvent(formula, name, wanted.source, search);
    if (event !== undefined) events.push(event);
  }
  const rest = restrict(formula, outcomesOfAllEvents);
  const { result, descriptions } = findOtherEvents(rest, search);
  const broader = result === 'unknown' ? undefined : result === 'found';
  const firesOnWanted =
    events.length === wanted.names.length && events.every(({ fires }) => fires === 'always');
  const firesOnEverything = firesOnWanted && broader === true && search.find(rest, false) === 'none';
  const others = firesOnEverything ? ANY_OTHER_EVENT : listDescriptions(descriptions);
  const proven = conclude(wanted, texts, {
    events,
    broader,
    firesOnEverything,
    ...(others === undefined ? {} : { others }),
  });
  const undecided = events.length < wanted.names.length || broader === undefined;
  return undecided && search.reason !== undefined ? { ...proven, reason: search.reason } : proven;
}

function searchEvent(
  formula: Formula,
  name: string,
  source: string,
  search: Search,
): EventCoverage | undefined {
  const rest = restrict(formula, outcomesOfEvent(name, source));
  const yes = search.find(rest, true);
  if (yes === 'none') return { name, fires: 'never' };
  const no = search.find(rest, false);
  if (no === 'none') return { name, fires: 'always' };
  if (yes === 'unknown' || no === 'unknown') return undefined;
  return { name, fires: 'sometimes', condition: typeof rest === 'boolean' ? '' : describe(rest) };
}
