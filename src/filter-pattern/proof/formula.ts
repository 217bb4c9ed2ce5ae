import type { FieldTest, Selector } from '../syntax/pattern';

/** What patterns say together: tests joined by "and" and "or", or already known. Tests that are equal are one object. */
export type Formula = boolean | Atom | Junction;

export interface Junction {
  readonly kind: 'and' | 'or';
  readonly operands: readonly (Atom | Junction)[];
}

/** One test of one thing that varies from event to event. */
export interface Atom {
  readonly kind: 'atom';
  readonly variable: Variable;
  /** Its place among the tests of its variable. */
  readonly index: number;
  /** For a reader. */
  readonly text: string;
}

/** Something that varies from event to event: a field's value, or whether a word is in the text. */
export interface Variable {
  readonly id: number;
  readonly kind: 'name' | 'source' | 'field' | 'anywhere' | 'term' | 'search' | 'unknown';
  /** The field, of all kinds but the last three. */
  readonly selector?: Selector;
  /** The word of a term; the source of a regular expression that is searched for in the whole event. */
  readonly text?: string;
  /** The tests of fields, in the order of their indices. */
  readonly tests: readonly FieldTest[];
  /** Computed when somebody asks: most patterns are decided without. */
  readonly domain: () => Domain;
}

/** The values of a variable, taken together where no test tells them apart. */
export interface Domain {
  readonly classes: readonly ValueClass[];
  /** False when there may be values outside the classes. */
  readonly complete: boolean;
}

export interface ValueClass {
  /** For each test of the variable, whether it holds. */
  readonly holds: readonly boolean[];
  readonly shape: 'missing' | 'container' | 'plain';
  /** Set when no event may have such a value. */
  readonly doubtful?: string;
}

/**
 * The classes of a variable's values. Where some values could not be tried there is one class more, for all of these: strings and
 * numbers, which may pass whatever comparison helps to make a formula true, or fail whichever helps to make it false.
 */
export function classesOf({ domain, tests }: Variable, wanted: boolean): readonly ValueClass[] {
  const { classes, complete } = domain();
  if (complete) return classes;
  const holds = tests.map((test) => wanted && test.kind === 'compare');
  return [...classes, { holds, shape: 'plain', doubtful: 'not all values of one field could be tried' }];
}

/** Joins formulas: drops what is known, takes groups of the same kind apart, keeps one of equal tests. */
export function join(kind: 'and' | 'or', formulas: readonly Formula[]): Formula {
  const decisive = kind === 'or';
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

/** Replaces the tests whose outcome is known; `visit` is called for every node, to count the work. */
export function restrict(
  formula: Formula,
  known: (atom: Atom) => boolean | undefined,
  visit?: () => void,
): Formula {
  if (typeof formula === 'boolean') return formula;
  visit?.();
  if (formula.kind === 'atom') return known(formula) ?? formula;
  let changed = false;
  const operands: Formula[] = [];
  for (const operand of formula.operands) {
    const restricted = restrict(operand, known, visit);
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
