import type { FieldTest, Selector } from '../syntax/pattern';

/** Patterns as one formula: tests joined by "and" and "or", or simply true or false. Equal tests are one object. */
export type Formula = boolean | Atom | Junction;

export interface Junction {
  readonly kind: 'and' | 'or';
  readonly operands: readonly (Atom | Junction)[];
}

/** One test of one variable. */
export interface Atom {
  readonly kind: 'atom';
  readonly variable: Variable;
  /** Its index among the tests of its variable. */
  readonly index: number;
  /** The test in words, for a reader. */
  readonly text: string;
}

/** What varies from event to event: the value of a field, or whether a word is in the text. */
export interface Variable {
  readonly id: number;
  readonly kind: 'name' | 'source' | 'field' | 'anywhere' | 'term' | 'search' | 'unknown';
  /** The field; not for the last three kinds. */
  readonly selector?: Selector;
  /** The word of a term; the source of a regular expression that is searched for in the whole event. */
  readonly text?: string;
  /** The tests of the field, by their index. */
  readonly tests: readonly FieldTest[];
  /** Computed on the first call, because most patterns are decided without it. */
  readonly domain: () => Domain;
}

/** The values of a variable, in classes: values are in one class when every test gives the same answer for them. */
export interface Domain {
  readonly classes: readonly ValueClass[];
  /** False when there may be values that are in none of the classes. */
  readonly complete: boolean;
}

export interface ValueClass {
  /** For each test of the variable, whether it holds. */
  readonly holds: readonly boolean[];
  readonly shape: 'missing' | 'container' | 'plain';
  /** Why it is not certain that an event can have such a value. */
  readonly doubt?: string;
}

/**
 * The classes of a variable's values. Where some values could not be tried, one more class stands for all of them: for strings and
 * numbers that pass every comparison when the formula shall become true, and fail every comparison when it shall become false.
 */
export function classesOf({ domain, tests }: Variable, wanted: boolean): readonly ValueClass[] {
  const { classes, complete } = domain();
  if (complete) return classes;
  const holds = tests.map((test) => wanted && test.kind === 'compare');
  return [...classes, { holds, shape: 'plain', doubt: 'not all values of one field could be tried' }];
}

/** Whether a test holds, or undefined where that varies. */
export type OutcomeOf = (atom: Atom) => boolean | undefined;

/** Joins formulas: drops true and false, takes groups of the same kind apart, and keeps one of equal tests. */
export function join(kind: 'and' | 'or', formulas: readonly Formula[]): Formula {
  const decisive = kind === 'or'; // true decides an "or", false an "and"
  const operands = new Set<Atom | Junction>();
  for (const formula of formulas) {
    if (formula === decisive) return decisive;
    if (typeof formula === 'boolean') continue;
    if (formula.kind === kind) for (const operand of formula.operands) operands.add(operand);
    else operands.add(formula);
  }
  if (operands.size === 0) return !decisive;
  const [first] = operands;
  return operands.size === 1 ? first : { kind, operands: [...operands] };
}

/** Puts in the outcomes of tests, where `outcomeOf` gives one. `visit` is called for every node, to count the work. */
export function restrict(formula: Formula, outcomeOf: OutcomeOf, visit?: () => void): Formula {
  if (typeof formula === 'boolean') return formula;
  visit?.();
  if (formula.kind === 'atom') return outcomeOf(formula) ?? formula;
  let changed = false;
  const operands: Formula[] = [];
  for (const operand of formula.operands) {
    const restricted = restrict(operand, outcomeOf, visit);
    if (restricted === (formula.kind === 'or')) return restricted;
    changed ||= restricted !== operand;
    operands.push(restricted);
  }
  return changed ? join(formula.kind, operands) : formula;
}

export function firstAtom(formula: Atom | Junction): Atom {
  let node = formula;
  while (node.kind !== 'atom') node = node.operands[0];
  return node;
}

/** The formula in the words of the pattern. */
export function describe(formula: Atom | Junction): string {
  if (formula.kind === 'atom') return formula.text;
  return formula.operands
    .map((operand) => (operand.kind === 'atom' ? operand.text : `(${describe(operand)})`))
    .join(formula.kind === 'and' ? ' && ' : ' || ');
}
