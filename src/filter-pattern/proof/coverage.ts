import { PatternError } from '../pattern-error';
import { parse } from '../syntax/parse';
import type { FilterPattern } from '../syntax/pattern';
import { compile } from './compiler';
import { describe, type Formula, restrict } from './formula';
import { knownOf, knownOfAll } from './known';
import { judgeLiterals } from './literals';
import { EVERYTHING, findOthers } from './others';
import {
  type Coverage,
  conclude,
  type EventCoverage,
  type InvalidPattern,
  type WantedEvents,
} from './result';
import { Search } from './search';
import { secondReading } from './second-reading';

/**
 * Which events does the union of these patterns fire on? Proven for all events, not tried on some: what cannot be decided is
 * `UNPROVEN`, never guessed.
 *
 * @param patterns the texts of all filters that feed one metric
 */
export function coverage(patterns: readonly string[], wanted: WantedEvents): Coverage {
  const read: FilterPattern[] = [];
  let error: InvalidPattern | undefined;
  for (let index = 0; index < patterns.length; index++) {
    try {
      read.push(parse(patterns[index]));
    } catch (thrown) {
      if (!(thrown instanceof PatternError)) throw thrown;
      error ??= { pattern: index, offset: thrown.offset, reason: thrown.reason };
    }
  }
  if (read.length === 0 && error !== undefined)
    return { verdict: 'INVALID', events: [], firesOnEverything: false, error };
  const judged = judgeLiterals(read, patterns, wanted) ?? judge(read, patterns, wanted);
  return error === undefined ? judged : { ...judged, error };
}

/** The long way. */
export function judge(
  patterns: readonly FilterPattern[],
  texts: readonly string[],
  wanted: WantedEvents,
): Coverage {
  const first = judgeOnce(patterns, texts, wanted);
  const reread = secondReading(patterns);
  if (reread === undefined) return first;
  const second = judgeOnce(reread, texts, wanted);
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

function judgeOnce(
  patterns: readonly FilterPattern[],
  texts: readonly string[],
  wanted: WantedEvents,
): Coverage {
  const formula = compile(patterns, wanted);
  const search = new Search();
  const events: EventCoverage[] = [];
  for (const name of wanted.names) {
    const event = judgeEvent(formula, name, wanted.source, search);
    if (event !== undefined) events.push(event);
  }
  const rest = restrict(formula, knownOfAll);
  const { finding, description } = findOthers(rest, search);
  const broader = finding === 'unknown' ? undefined : finding === 'found';
  const firesOnWanted =
    events.length === wanted.names.length && events.every(({ fires }) => fires === 'always');
  const firesOnEverything = firesOnWanted && broader === true && search.find(rest, false) === 'none';
  const others = firesOnEverything ? EVERYTHING : description;
  const judged = conclude(wanted, texts, {
    events,
    broader,
    firesOnEverything,
    ...(others === undefined ? {} : { others }),
  });
  const undecided = events.length < wanted.names.length || broader === undefined;
  return undecided && search.reason !== undefined ? { ...judged, reason: search.reason } : judged;
}

function judgeEvent(
  formula: Formula,
  name: string,
  source: string,
  search: Search,
): EventCoverage | undefined {
  const rest = restrict(formula, knownOf(name, source));
  const yes = search.find(rest, true);
  if (yes === 'none') return { name, fires: 'never' };
  const no = search.find(rest, false);
  if (no === 'none') return { name, fires: 'always' };
  if (yes === 'unknown' || no === 'unknown') return undefined;
  return { name, fires: 'sometimes', condition: typeof rest === 'boolean' ? '' : describe(rest) };
}
