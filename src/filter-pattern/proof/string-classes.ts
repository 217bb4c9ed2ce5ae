import { pieces } from '../match/wildcard';
import { type Automaton, addPieces, addRegex, createAutomaton } from '../regex/automaton';
import { parseRegex } from '../regex/parse-regex';
import { Walk } from '../regex/walk';
import type { Value } from '../syntax/pattern';

/** How many states the exploration may look at before it gives up. */
const WORK_LIMIT = 300_000;

/** One string for each class: for each combination of tests that some string passes while it fails the others. */
export interface StringClasses {
  readonly witnesses: readonly string[];
  /** False when the exploration gave up. */
  readonly complete: boolean;
}

/**
 * Finds out which tests one string can pass together, by exploring all states of one automaton for all of the tests. The empty
 * string is left out: no event has an empty name, and the domain of a field adds it.
 */
export function stringClasses(values: readonly Value[]): StringClasses {
  return values.every(isLiteral) ? literalClasses(values) : explore(values);
}

/** Without wildcards each literal is a class of its own, and all other strings are one. */
function literalClasses(values: readonly Value[]): StringClasses {
  const literals = new Set(values.map(literalText));
  literals.delete('');
  let fresh = 'x';
  while (literals.has(fresh)) fresh += 'x';
  return { witnesses: [...literals, fresh], complete: true };
}

const isLiteral = (value: Value): boolean =>
  value.kind !== 'regex' && (value.kind === 'number' || pieces(value).length === 1);

const literalText = (value: Value): string =>
  value.kind === 'text' ? pieces(value)[0] : (value as { text: string }).text;

function explore(values: readonly Value[]): StringClasses {
  const automaton = createAutomaton();
  for (const value of values) addValue(automaton, value);
  const alphabet = representatives(automaton);
  const walk = new Walk(automaton);
  const first = walk.begin();
  const queue: { states: number[]; text: string }[] = [{ states: first, text: '' }];
  const seen = new Set<string>();
  const classes = new Map<string, string>();
  // `queue` grows while it is read. Shorter strings come first, so that each witness is as short as can be.
  for (const { states, text } of queue) {
    if (text !== '') {
      const accepted = key([...walk.accepted(states, false)]);
      if (!classes.has(accepted)) classes.set(accepted, text);
    }
    for (const code of alphabet) {
      const next = walk.step(states, code);
      const state = key(next);
      if (seen.has(state)) continue;
      seen.add(state);
      queue.push({ states: next, text: text + String.fromCharCode(code) });
      if (walk.work > WORK_LIMIT) return { witnesses: [...classes.values()], complete: false };
    }
  }
  return { witnesses: [...classes.values()], complete: true };
}

const key = (numbers: number[]): string => numbers.sort((left, right) => left - right).join();

function addValue(automaton: Automaton, value: Value): void {
  if (value.kind === 'regex') addRegex(automaton, parseRegex(value.source));
  else addPieces(automaton, value.kind === 'text' ? pieces(value) : [value.text]);
}

/** One character of each set of characters that no test tells apart; a readable one where there is one. */
function representatives(automaton: Automaton): number[] {
  const starts = new Set<number>([0]);
  for (const { ranges = [] } of automaton.states) {
    for (let index = 0; index < ranges.length; index += 2) {
      starts.add(ranges[index]);
      starts.add(ranges[index + 1] + 1);
    }
  }
  starts.delete(0x10000);
  const sorted = [...starts].sort((left, right) => left - right);
  return sorted.map((start, index) => {
    const end = sorted[index + 1] ?? 0x10000;
    for (const readable of 'xX0_-. ') {
      const code = readable.charCodeAt(0);
      if (start <= code && code < end) return code;
    }
    return start;
  });
}
