import type { Selector, Step } from '../syntax/pattern';
import type { ValueClass, Variable } from './formula';

/** A variable and the values that are tried for it. */
export interface Choice {
  readonly variable: Variable;
  readonly value: ValueClass;
}

/** Can one event have both? `doubtful` when that is not known. */
export type Agreement = 'yes' | 'no' | 'doubtful';

export function agree(left: Choice, right: Choice): Agreement {
  const kinds = [left.variable.kind, right.variable.kind];
  if (kinds.includes('unknown')) return 'yes'; // doubtful by itself
  if (kinds.includes('search')) return 'doubtful';
  if (kinds.includes('term')) return agreeOnTerms(left, right);
  if (kinds.includes('name') || kinds.includes('source')) return 'yes';
  const one = left.variable.selector as Selector;
  const other = right.variable.selector as Selector;
  if (kinds.includes('anywhere')) return overlap(one, other) ? 'doubtful' : 'yes';
  return agreeOnFields(left, one, right, other);
}

/** Where one word is part of the other, a text with the longer one has the shorter. Other fields are part of the text too. */
function agreeOnTerms(left: Choice, right: Choice): Agreement {
  if (left.variable.kind !== 'term' || right.variable.kind !== 'term') return 'doubtful';
  return implied(left, right) || implied(right, left) ? 'no' : 'yes';
}

const implied = (longer: Choice, shorter: Choice): boolean =>
  longer.value.holds[0] &&
  !shorter.value.holds[0] &&
  (longer.variable.text as string).includes(shorter.variable.text as string);

/**
 * A field below another is there only when the other is an object or an array, and then not both; an element of an array only
 * when the ones before it are there.
 */
function agreeOnFields(left: Choice, one: Selector, right: Choice, other: Selector): Agreement {
  const length = Math.min(one.length, other.length);
  let index = 0;
  while (index < length && one[index] === other[index]) index++;
  if (index === length) {
    const [upper, lower] = one.length < other.length ? [left, right] : [right, left];
    return isMissing(lower) || upper.value.shape === 'container' ? 'yes' : 'no';
  }
  const [step, otherStep] = [one[index], other[index]];
  if (typeof step !== typeof otherStep) return isMissing(left) || isMissing(right) ? 'yes' : 'no';
  if (typeof step === 'string') return 'yes';
  const [before, selector, behind] = step < otherStep ? [left, one, right] : [right, other, left];
  return isMissing(before) && selector.length === index + 1 && !isMissing(behind) ? 'no' : 'yes';
}

const isMissing = ({ value }: Choice): boolean => value.shape === 'missing';

/** Might both selectors look at the same field, or one of them below the other's? */
function overlap(one: Selector, other: Selector): boolean {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index++) if (!meet(one[index], other[index])) return false;
  return true;
}

function meet(one: Step, other: Step): boolean {
  if (typeof one !== 'object' && typeof other !== 'object') return one === other;
  return kindOf(one) === kindOf(other);
}

const kindOf = (step: Step): 'key' | 'element' =>
  typeof step === 'object' ? step.any : typeof step === 'string' ? 'key' : 'element';
