import {
  type Atom,
  classesOf,
  type Formula,
  firstAtom,
  restrict,
  type ValueClass,
  type Variable,
} from './formula';
import { agree, type Choice } from './relations';

/** How many nodes of formulas and pairs of choices one coverage may look at. Hostile input ends there, as UNPROVEN. */
const WORK_LIMIT = 1_000_000;

export type Finding = 'found' | 'none' | 'unknown';

/** Looks for an event that makes a formula true, or false: tries the values of one variable after the other. */
export class Search {
  /** Why something is unknown. */
  public reason: string | undefined;
  private work = 0;

  public readonly count = (): void => {
    this.work++;
  };

  public find(formula: Formula, wanted: boolean): Finding {
    return this.extend(formula, wanted, []);
  }

  private extend(formula: Formula, wanted: boolean, choices: readonly Choice[]): Finding {
    if (typeof formula === 'boolean') return formula === wanted ? this.confirm(choices) : 'none';
    const { variable } = firstAtom(formula);
    let finding: Finding = 'none';
    for (const value of classesOf(variable, wanted)) {
      if (this.work > WORK_LIMIT) return this.unknown('too many combinations of conditions');
      this.work += choices.length;
      const choice = { variable, value };
      if (choices.some((earlier) => agree(earlier, choice) === 'no')) continue;
      const next = this.extend(this.choose(formula, variable, value), wanted, [...choices, choice]);
      if (next === 'found') return 'found';
      if (next === 'unknown') finding = 'unknown';
    }
    return finding;
  }

  private choose(formula: Formula, variable: Variable, value: ValueClass): Formula {
    const known = (atom: Atom) => (atom.variable === variable ? value.holds[atom.index] : undefined);
    return restrict(formula, known, this.count);
  }

  /** The formula has the wanted value; is there really such an event? */
  private confirm(choices: readonly Choice[]): Finding {
    for (const [index, choice] of choices.entries()) {
      if (choice.value.doubtful !== undefined) return this.unknown(choice.value.doubtful);
      if (choices.slice(0, index).some((earlier) => agree(earlier, choice) === 'doubtful')) {
        return this.unknown('conditions that may look at the same part of an event');
      }
    }
    return 'found';
  }

  public unknown(reason: string): 'unknown' {
    this.reason ??= reason;
    return 'unknown';
  }
}
