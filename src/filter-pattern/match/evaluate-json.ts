import { type Condition, type FieldTest, type Group, isGroup } from '../syntax/pattern';
import { compare } from './compare';
import { select } from './select';

/** Combines the tests of a condition. */
export function evaluateCondition<T extends { kind: string }>(
  condition: Condition<T>,
  test: (test: T) => boolean,
): boolean {
  if (!isGroup(condition)) return test(condition as T);
  const { kind, operands } = condition as Group<T>;
  return kind === 'and'
    ? operands.every((operand) => evaluateCondition(operand, test))
    : operands.some((operand) => evaluateCondition(operand, test));
}

/** With a wildcard in its selector, a test holds when one of the things found passes. */
export function evaluateField(event: unknown, test: FieldTest): boolean {
  const found = select(event, test.selector);
  if (test.kind === 'not-exists') return found.length === 0;
  return found.some((value) => passes(value, test));
}

/** Does a value that is there pass? Objects, arrays, null and booleans pass no comparison, not even `!=`. */
export function passes(value: unknown, test: FieldTest): boolean {
  switch (test.kind) {
    case 'not-exists':
      return false;
    case 'is':
      return value === (test.state === 'NULL' ? null : test.state === 'TRUE');
    case 'compare':
      return (typeof value === 'string' || typeof value === 'number') && compare(value, test);
  }
}
