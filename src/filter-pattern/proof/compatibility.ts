import type { Selector, Step } from '../syntax/pattern';
import type { ValueClass, Variable } from './formula';

/** A variable and the class of values that is tried for it. */
export interface Choice {
  readonly variable: Variable;
  readonly value: ValueClass;
}

export type Compatibility = 'yes' | 'no' | 'unknown';

/** Can one event have both? */
export function canOccurTogether(left: Choice, right: Choice): Compatibility {
  const kinds = [left.variable.kind, right.variable.kind];
  if (kinds.includes('unknown')) return 'yes'; // its classes carry the doubt
  if (kinds.includes('search')) return 'unknown';
  if (kinds.includes('term')) return canTermsOccurTogether(left, right);
  if (kinds.includes('name') || kinds.includes('source')) return 'yes';
  const leftSelector = left.variable.selector as Selector;
  const rightSelector = right.variable.selector as Selector;
  if (kinds.includes('anywhere')) return mayOverlap(leftSelector, rightSelector) ? 'unknown' : 'yes';
  return canFieldsOccurTogether(left, leftSelector, right, rightSelector);
}

/** A text that has a word has every part of that word. A term and a field: the field is a part of the text, so it is unknown. */
function canTermsOccurTogether(left: Choice, right: Choice): Compatibility {
  if (left.variable.kind !== 'term' || right.variable.kind !== 'term') return 'unknown';
  return contradicts(left, right) || contradicts(right, left) ? 'no' : 'yes';
}

/** The longer word is in the text, and the shorter one, which is a part of it, is not. */
const contradicts = (longer: Choice, shorter: Choice): boolean =>
  longer.value.holds[0] &&
  !shorter.value.holds[0] &&
  (longer.variable.text as string).includes(shorter.variable.text as string);

/**
 * A field below another is there only when the other is an object or an array, and it cannot be both. An element of an array is
 * there only when the elements before it are.
 */
function canFieldsOccurTogether(
  left: Choice,
  leftSelector: Selector,
  right: Choice,
  rightSelector: Selector,
): Compatibility {
  const length = Math.min(leftSelector.length, rightSelector.length);
  let index = 0;
  while (index < length && leftSelector[index] === rightSelector[index]) index++;
  if (index === length) {
    const [upper, lower] = leftSelector.length < rightSelector.length ? [left, right] : [right, left];
    return isMissing(lower) || upper.value.shape === 'container' ? 'yes' : 'no';
  }
  const [leftStep, rightStep] = [leftSelector[index], rightSelector[index]];
  if (typeof leftStep !== typeof rightStep) return isMissing(left) || isMissing(right) ? 'yes' : 'no';
  if (typeof leftStep === 'string') return 'yes';
  const [first, firstSelector, second] =
    leftStep < rightStep ? [left, leftSelector, right] : [right, rightSelector, left];
  return isMissing(first) && firstSelector.length === index + 1 && !isMissing(second) ? 'no' : 'yes';
}

const isMissing = ({ value }: Choice): boolean => value.shape === 'missing';

/** May both selectors find the same field, or one of them a field below the other's? */
function mayOverlap(left: Selector, right: Selector): boolean {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) if (!maySelectSame(left[index], right[index])) return false;
  return true;
}

function maySelectSame(left: Step, right: Step): boolean {
  if (typeof left !== 'object' && typeof right !== 'object') return left === right;
  return kindOf(left) === kindOf(right);
}

const kindOf = (step: Step): 'key' | 'element' =>
  typeof step === 'object' ? step.any : typeof step === 'string' ? 'key' : 'element';
