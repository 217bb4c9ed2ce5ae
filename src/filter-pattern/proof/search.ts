import { type Choice, canOccurTogether } from './compatibility';
import { classesOf, type Formula, firstAtom, type OutcomeOf, restrict } from './formula';

/** How many nodes of formulas and pairs of choices one proof may look at. Beyond, the answer is UNPROVEN. */
const WORK_LIMIT = 1_000_000;

/** Whether there is such an event; `unknown` when that could not be decided. */
export type SearchResult = 'found' | 'none' | 'unknown';

/** Searches for an event that makes a formula true, or false, by trying the classes of one variable after the other. */
export class Search {
  /** Why the first result that is unknown is so. */
  public reason: string | undefined;
  private work = 0;

  public readonly countWork = (): void => {
    this.work++;
  };

  public find(formula: Formula, outcome: boolean): SearchResult {
    return this.extend(formula, outcome, []);
  }

  private extend(formula: Formula, outcome: boolean, choices: readonly Choice[]): SearchResult {
    if (typeof formula === 'boolean') return formula === outcome ? this.confirm(choices) : 'none';
    const { variable } = firstAtom(formula);
    let result: SearchResult = 'none';
    for (const value of classesOf(variable, outcome)) {
      if (this.work > WORK_LIMIT) return this.unknown('too many combinations of conditions');
      this.work += choices.length;
      const choice = { variable, value };
      if (choices.some((earlier) => canOccurTogether(earlier, choice) === 'no')) continue;
      const outcomeOf: OutcomeOf = (atom) =>
        atom.variable === variable ? value.holds[atom.index] : undefined;
      const rest = restrict(formula, outcomeOf, this.countWork);
      const next = this.extend(rest, outcome, [...choices, choice]);
      if (next === 'found') return 'found';
      if (next === 'unknown') result = 'unknown';
    }
    return result;
  }

  /** The choices give the formula the outcome. Can an event have all of them? */
  private confirm(choices: readonly Choice[]): SearchResult {
    for (const [index, choice] of choices.entries()) {
      if (choice.value.doubt !== undefined) return this.unknown(choice.value.doubt);
      if (choices.slice(0, index).some((earlier) => canOccurTogether(earlier, choice) === 'unknown')) {
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
