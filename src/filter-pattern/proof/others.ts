import type { Value } from '../syntax/pattern';
import {
  type Atom,
  classesOf,
  describe,
  type Formula,
  restrict,
  type ValueClass,
  type Variable,
} from './formula';
import type { Finding, Search } from './search';

/** What else fires: whether anything does, and a description. */
export interface Others {
  readonly finding: Finding;
  readonly description?: string;
}

const NAMED = 5;
export const EVERYTHING = 'any other event';

/** Looks at all other events, by their names: as many groups of names as the tests tell apart. */
export function findOthers(formula: Formula, search: Search): Others {
  const name = nameVariable(formula);
  const labels: string[] = [];
  let finding: Finding = 'none';
  for (const value of name === undefined ? [undefined] : classesOf(name, true)) {
    const rest = name === undefined || value === undefined ? formula : choose(formula, name, value, search);
    let found = search.find(rest, true);
    if (found === 'found' && value?.doubtful !== undefined) found = search.unknown(value.doubtful);
    if (found === 'found') labels.push(label(name, value, rest));
    if (found === 'found' || (found === 'unknown' && finding === 'none')) finding = found;
  }
  return { finding, description: labels.length === 0 ? undefined : list(labels) };
}

function nameVariable(formula: Formula): Variable | undefined {
  if (typeof formula === 'boolean') return undefined;
  if (formula.kind === 'atom') return formula.variable.kind === 'name' ? formula.variable : undefined;
  for (const operand of formula.operands) {
    const found = nameVariable(operand);
    if (found !== undefined) return found;
  }
  return undefined;
}

const choose = (formula: Formula, name: Variable, value: ValueClass, search: Search): Formula =>
  restrict(
    formula,
    (atom: Atom) => (atom.variable === name ? value.holds[atom.index] : undefined),
    search.count,
  );

/** A group of names by the tests that its names pass, and the condition that is left. */
function label(name: Variable | undefined, value: ValueClass | undefined, rest: Formula): string {
  const names: string[] = [];
  for (const [index, test] of (name?.tests ?? []).entries()) {
    if (test.kind === 'compare' && test.operator === '=' && value?.holds[index])
      names.push(shown(test.value));
  }
  const group = names.length === 0 ? EVERYTHING : names.join(' and ');
  return typeof rest === 'boolean' ? group : `${group} when ${describe(rest)}`;
}

function shown(value: Value): string {
  if (value.kind === 'regex') return `names that match %${value.source}%`;
  return value.text.includes('*') ? `names like ${value.text}` : value.text;
}

function list(labels: readonly string[]): string {
  if (labels.includes(EVERYTHING)) return EVERYTHING;
  const distinct = [...new Set(labels)];
  const more = distinct.length - NAMED;
  return distinct.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
