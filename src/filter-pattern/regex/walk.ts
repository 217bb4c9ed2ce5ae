import { type Automaton, inRanges } from './automaton';

/** Follows all paths of an automaton at once, one character at a time. The time is linear in the text, whatever the automaton. */
export class Walk {
  private readonly seen: Uint32Array;
  private round = 0;
  /** How many states were looked at: the measure of work. */
  public work = 0;

  constructor(private readonly automaton: Automaton) {
    this.seen = new Uint32Array(automaton.states.length);
  }

  public begin(): number[] {
    return this.closure(this.automaton.starts, true, false);
  }

  public step(states: readonly number[], code: number): number[] {
    const next: number[] = [];
    for (const index of states) {
      const state = this.automaton.states[index];
      if (state.ranges !== undefined && inRanges(state.ranges, code)) next.push(state.next as number);
    }
    return this.closure(next, false, false);
  }

  /** The languages that accept a text that ends here; `empty` when no character was read. */
  public accepted(states: readonly number[], empty: boolean): Set<number> {
    const languages = new Set<number>();
    for (const index of this.closure(states, empty, true)) {
      const { accepts } = this.automaton.states[index];
      if (accepts !== undefined) languages.add(accepts);
    }
    return languages;
  }

  /** The epsilon closure: these states, and all that are reached from them without a character. */
  private closure(from: readonly number[], atStart: boolean, atEnd: boolean): number[] {
    const { states } = this.automaton;
    this.round++;
    const reached: number[] = [];
    for (const index of from) this.visit(index, reached);
    for (let at = 0; at < reached.length; at++) {
      for (const { to, only } of states[reached[at]].epsilons) {
        if (only === undefined || (only === 'start' ? atStart : atEnd)) this.visit(to, reached);
      }
    }
    this.work += reached.length;
    return reached;
  }

  private visit(index: number, reached: number[]): void {
    if (this.seen[index] === this.round) return;
    this.seen[index] = this.round;
    reached.push(index);
  }
}
