import type { Value } from '../syntax/pattern';
import { classesOf, describe, type Formula, restrict, type ValueClass, type Variable } from './formula';
import type { Search, SearchResult } from './search';

/** What else fires, beside the wanted events. */
export interface OtherEvents {
  /** Whether any other event does. */
  readonly result: SearchResult;
  /** One for each group of events that does. */
  readonly descriptions: readonly string[];
}

const MOST_DESCRIPTIONS = 5;
export const ANY_OTHER_EVENT = 'any other event';

/** Looks at all other events in groups: the names that no test tells apart are one group. */
export function findOtherEvents(formula: Formula, search: Search): OtherEvents {
  const name = nameVariable(formula);
  const descriptions: string[] = [];
  let result: SearchResult = 'none';
  for (const value of name === undefined ? [undefined] : classesOf(name, true)) {
    const rest = value === undefined ? formula : ofGroup(formula, name, value, search);
    let found = search.find(rest, true);
    if (found === 'found' && value?.doubt !== undefined) found = search.unknown(value.doubt);
    if (found === 'found') descriptions.push(describeGroup(name, value, rest));
    if (found === 'found' || (found === 'unknown' && result === 'none')) result = found;
  }
  return { result, descriptions };
}

/** The descriptions as one text, without repetition, and not too long. */
export function listDescriptions(descriptions: readonly string[]): string | undefined {
  if (descriptions.length === 0) return undefined;
  if (descriptions.includes(ANY_OTHER_EVENT)) return ANY_OTHER_EVENT;
  const distinct = [...new Set(descriptions)];
  const more = distinct.length - MOST_DESCRIPTIONS;
  return distinct.slice(0, MOST_DESCRIPTIONS).join(', ') + (more > 0 ? ` and ${more} more` : '');
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

/** The formula for the events whose name is in this class. */
const ofGroup = (formula: Formula, name: Variable | undefined, value: ValueClass, search: Search): Formula =>
  restrict(
    formula,
    ({ variable, index }) => (variable === name ? value.holds[index] : undefined),
    search.countWork,
  );

/** A group of names in the words of the tests that they pass, and the condition under which their events fire. */
function describeGroup(name: Variable | undefined, value: ValueClass | undefined, rest: Formula): string {
  const names: string[] = [];
  for (const [index, test] of (name?.tests ?? []).entries()) {
    if (test.kind === 'compare' && test.operator === '=' && value?.holds[index])
      names.push(describeNames(test.value));
  }
  const group = names.length === 0 ? ANY_OTHER_EVENT : names.join(' and ');
  return typeof rest === 'boolean' ? group : `${group} when ${describe(rest)}`;
}

function describeNames(value: Value): string {
  if (value.kind === 'regex') return `names that match %${value.source}%`;
  return value.text.includes('*') ? `names like ${value.text}` : value.text;
}
