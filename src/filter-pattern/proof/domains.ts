import { compare } from '../match/compare';
import { passes } from '../match/evaluate-json';
import { pieces } from '../match/wildcard';
import { isNumber } from '../syntax/number';
import type { FieldComparison, FieldTest, NumberValue, Value } from '../syntax/pattern';
import type { Domain, ValueClass } from './formula';
import { stringClasses } from './string-classes';

/** The values of `eventName` or `eventSource` that are none of these: strings, not empty, in every event. */
export function textDomain(tests: readonly FieldTest[], except: readonly string[]): Domain {
  const literals = except.map((text): Value => ({ kind: 'text', text }));
  const { witnesses, complete } = stringClasses([...valuesOf(tests), ...literals]);
  const classes = witnesses
    .filter((witness) => !except.includes(witness))
    .map((witness) => plain(tests, witness));
  return { classes, complete };
}

/** The values of any other field. It may be missing, and of any type. */
export function fieldDomain(tests: readonly FieldTest[]): Domain {
  const values = valuesOf(tests);
  const strings = stringClasses(values);
  const numbers = numberCandidates(tests);
  const candidates = ['', ...strings.witnesses, ...numbers.candidates, null, true, false];
  const classes: ValueClass[] = [
    { holds: tests.map((test) => test.kind === 'not-exists'), shape: 'missing' },
    { holds: tests.map(() => false), shape: 'container' },
    ...candidates.map((value) => plain(tests, value)),
  ];
  return { classes: distinct(classes), complete: strings.complete && numbers.complete };
}

function plain(tests: readonly FieldTest[], value: unknown): ValueClass {
  return { holds: tests.map((test) => passes(value, test)), shape: 'plain' };
}

function distinct(classes: readonly ValueClass[]): ValueClass[] {
  const known = new Map<string, ValueClass>();
  for (const one of classes) {
    const key = one.shape + one.holds.map(Number).join('');
    if (!known.has(key)) known.set(key, one);
  }
  return [...known.values()];
}

const comparisonsOf = (tests: readonly FieldTest[]): FieldComparison[] =>
  tests.filter((test) => test.kind === 'compare');

const valuesOf = (tests: readonly FieldTest[]): Value[] => comparisonsOf(tests).map((test) => test.value);

/**
 * Numbers at, between and beyond those in the tests. Where no test is about numbers, a number passes what its text passes, and
 * strings stand for it. Where some are and others look at the digits, numbers may be missing from the candidates: with `4*`, or
 * with `"12"`, which an event's `12.0` is not. So may they beyond what a double holds.
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

/** Whether some value passes and some other does not. */
export function outcomes(test: FieldTest): { passed: boolean; failed: boolean; complete: boolean } {
  const { classes, complete } = fieldDomain([test]);
  const holds = classes.map((one) => one.holds[0]);
  return { passed: holds.includes(true), failed: holds.includes(false), complete };
}

export const passesText = (text: string, test: FieldTest): boolean =>
  test.kind === 'compare' && compare(text, test);

/** `= *`, which every text passes. */
export const passesAnyText = (test: FieldTest): boolean =>
  test.kind === 'compare' &&
  test.operator === '=' &&
  test.value.kind === 'text' &&
  test.value.text.includes('*') &&
  pieces(test.value).every((piece) => piece === '');
