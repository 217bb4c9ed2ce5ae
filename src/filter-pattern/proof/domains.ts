import { passesFieldTest } from '../match/evaluate-json';
import { passesValueTest } from '../match/value-test';
import { pieces } from '../match/wildcard';
import { isNumber } from '../syntax/number';
import type { FieldComparison, FieldTest, NumberValue, Value } from '../syntax/pattern';
import type { Domain, ValueClass } from './formula';
import { stringClasses } from './string-classes';

/** The values of `eventName` or `eventSource`, without these: every event has both, and they are strings that are not empty. */
export function textDomain(tests: readonly FieldTest[], except: readonly string[]): Domain {
  const literals = except.map((text): Value => ({ kind: 'text', text }));
  const { witnesses, complete } = stringClasses([...valuesOf(tests), ...literals]);
  const classes = witnesses
    .filter((witness) => !except.includes(witness))
    .map((witness) => classOf(tests, witness));
  return { classes, complete };
}

/** The values of any other field: it may be missing, or of any type. */
export function fieldDomain(tests: readonly FieldTest[]): Domain {
  const values = valuesOf(tests);
  const strings = stringClasses(values);
  const numbers = numberCandidates(tests);
  const candidates = ['', ...strings.witnesses, ...numbers.candidates, null, true, false];
  const classes: ValueClass[] = [
    { holds: tests.map((test) => test.kind === 'not-exists'), shape: 'missing' },
    { holds: tests.map(() => false), shape: 'container' },
    ...candidates.map((value) => classOf(tests, value)),
  ];
  return { classes: distinct(classes), complete: strings.complete && numbers.complete };
}

function classOf(tests: readonly FieldTest[], value: unknown): ValueClass {
  return { holds: tests.map((test) => passesFieldTest(value, test)), shape: 'plain' };
}

function distinct(classes: readonly ValueClass[]): ValueClass[] {
  const byKey = new Map<string, ValueClass>();
  for (const one of classes) {
    const key = one.shape + one.holds.map(Number).join('');
    if (!byKey.has(key)) byKey.set(key, one);
  }
  return [...byKey.values()];
}

const comparisonsOf = (tests: readonly FieldTest[]): FieldComparison[] =>
  tests.filter((test) => test.kind === 'compare');

const valuesOf = (tests: readonly FieldTest[]): Value[] => comparisonsOf(tests).map((test) => test.value);

/**
 * Numbers at, between and beyond those in the tests. Without a test for numbers none is needed: a number passes what its digits
 * pass, and the strings stand for it. The candidates are not complete when another test looks at the digits, as `4*` does, or
 * `"12"`, which is not the text of 12.0, and when a number is beyond what a double holds.
 */
function numberCandidates(tests: readonly FieldTest[]): { candidates: number[]; complete: boolean } {
  const values = valuesOf(tests);
  const numbers = values.filter((value): value is NumberValue => value.kind === 'number');
  if (numbers.length === 0) return { candidates: [], complete: true };
  const constants = new Set(numbers.map((value) => value.value));
  for (const value of values) {
    if (value.kind === 'text' && isNumber(value.text)) constants.add(Number(value.text));
  }
  const sorted = [...constants].filter(Number.isFinite).sort((left, right) => left - right);
  const between = sorted.slice(1).map((constant, index) => sorted[index] / 2 + constant / 2);
  const smallest = sorted[0] ?? 0;
  const largest = sorted[sorted.length - 1] ?? 0;
  const beyond = [smallest - 1 - Math.abs(smallest), largest + 1 + Math.abs(largest)];
  return {
    candidates: [...sorted, ...between, ...beyond],
    complete: sorted.length === constants.size && !values.some(looksAtDigits),
  };
}

const looksAtDigits = (value: Value): boolean =>
  value.kind === 'regex' ||
  (value.kind === 'text' && (isNumber(value.text) || (value.text !== '*' && pieces(value).length > 1)));

/** Whether some value passes, and whether some value fails. */
export function possibleOutcomes(test: FieldTest): { passed: boolean; failed: boolean; complete: boolean } {
  const { classes, complete } = fieldDomain([test]);
  const holds = classes.map((one) => one.holds[0]);
  return { passed: holds.includes(true), failed: holds.includes(false), complete };
}

export const passesText = (text: string, test: FieldTest): boolean =>
  test.kind === 'compare' && passesValueTest(text, test);

/** `= *`, which every text passes. */
export const passesAnyText = (test: FieldTest): boolean =>
  test.kind === 'compare' &&
  test.operator === '=' &&
  test.value.kind === 'text' &&
  test.value.text.includes('*') &&
  pieces(test.value).every((piece) => piece === '');
