import { type Condition, type FieldTest, type Group, isGroup } from '../syntax/pattern';
import { select } from './select';
import { passesValueTest } from './value-test';

/** Joins the answers of a condition's tests. */
export function evaluateCondition<T extends { kind: string }>(
  condition: Condition<T>,
  evaluateTest: (test: T) => boolean,
): boolean {
  if (!isGroup(condition)) return evaluateTest(condition as T);
  const { kind, operands } = condition as Group<T>;
  return kind === 'and'
    ? operands.every((operand) => evaluateCondition(operand, evaluateTest))
    : operands.some((operand) => evaluateCondition(operand, evaluateTest));
}

/** A selector with a wildcard may find several values: it is enough that one of them passes. */
export function evaluateFieldTest(event: unknown, test: FieldTest): boolean {
  const values = select(event, test.selector);
  if (test.kind === 'not-exists') return values.length === 0;
  return values.some((value) => passesFieldTest(value, test));
}

/** Does a value that is there pass? Objects, arrays, null and booleans pass no comparison, not even `!=`. */
export function passesFieldTest(value: unknown, test: FieldTest): boolean {
  switch (test.kind) {
    case 'not-exists':
      return false;
    case 'is':
      return value === (test.state === 'NULL' ? null : test.state === 'TRUE');
    case 'compare':
      return (typeof value === 'string' || typeof value === 'number') && passesValueTest(value, test);
  }
}
