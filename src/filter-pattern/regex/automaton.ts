import type { Regex, RegexItem } from './parse-regex';
import { ANY, type Ranges } from './regex-cursor';

/**
 * A nondeterministic finite automaton over UTF-16 units. `evaluate` runs it over one text, in time linear in that text. `coverage`
 * explores all of its states, to find out which tests one text can pass together.
 */
export interface Automaton {
  readonly states: State[];
  /** The first state of each language that was added. */
  readonly starts: number[];
}

export interface State {
  /** One of these characters leads to `next`. */
  readonly ranges?: Ranges;
  readonly next?: number;
  readonly epsilons: Epsilon[];
  /** The language, by its index, that accepts in this state. */
  accepts?: number;
}

/** A transition that reads no character. */
export interface Epsilon {
  readonly to: number;
  /** Open only at this end of the text; otherwise always. */
  readonly only?: 'start' | 'end';
}

export const createAutomaton = (): Automaton => ({ states: [], starts: [] });

function addState(automaton: Automaton, state: Partial<State> = {}): number {
  return automaton.states.push({ epsilons: [], ...state }) - 1;
}

/** A text with a wildcard between each two pieces: `['Create', 'Acl']` is `Create*Acl`. */
export function addPieces(automaton: Automaton, pieces: readonly string[]): void {
  const language = automaton.starts.length;
  let state = addState(automaton);
  automaton.starts.push(state);
  pieces.forEach((piece, index) => {
    if (index > 0) state = addLoop(automaton, state);
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      state = addStep(automaton, state, [code, code]);
    }
  });
  automaton.states[state].accepts = language;
}

/** A regular expression that is searched for anywhere in the text. */
export function addRegex(automaton: Automaton, regex: Regex): void {
  const language = automaton.starts.length;
  const start = addState(automaton);
  automaton.starts.push(start);
  const search = addLoop(automaton, start);
  const found = addState(automaton);
  for (const sequence of regex) {
    let state = addState(automaton);
    automaton.states[search].epsilons.push({ to: state });
    for (const item of sequence) state = addItem(automaton, state, item);
    automaton.states[state].epsilons.push({ to: found });
  }
  automaton.states[addLoop(automaton, found)].accepts = language;
}

function addItem(automaton: Automaton, from: number, item: RegexItem): number {
  if (item.kind !== 'run') {
    const to = addState(automaton);
    automaton.states[from].epsilons.push({ to, only: item.kind });
    return to;
  }
  let state = from;
  for (let count = 0; count < item.min; count++) state = addStep(automaton, state, item.ranges);
  if (item.max === Number.POSITIVE_INFINITY) return addLoop(automaton, state, item.ranges);
  const end = item.max > item.min ? addState(automaton) : state;
  for (let count = item.min; count < item.max; count++) {
    automaton.states[state].epsilons.push({ to: end });
    state = addStep(automaton, state, item.ranges);
  }
  if (end !== state) automaton.states[state].epsilons.push({ to: end });
  return end;
}

function addStep(automaton: Automaton, from: number, ranges: Ranges): number {
  const next = addState(automaton);
  const step = addState(automaton, { ranges, next });
  automaton.states[from].epsilons.push({ to: step });
  return next;
}

/** Adds a state that any number of these characters leads back to. */
function addLoop(automaton: Automaton, from: number, ranges: Ranges = ANY): number {
  const loop = addState(automaton);
  const step = addState(automaton, { ranges, next: loop });
  automaton.states[loop].epsilons.push({ to: step });
  automaton.states[from].epsilons.push({ to: loop });
  return loop;
}

export function inRanges(ranges: Ranges, code: number): boolean {
  for (let index = 0; index < ranges.length; index += 2) {
    if (code >= ranges[index] && code <= ranges[index + 1]) return true;
  }
  return false;
}
