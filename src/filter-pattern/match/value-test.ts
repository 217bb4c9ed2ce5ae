import { searchRegex } from '../regex/search-regex';
import type { Operator, ValueTest } from '../syntax/pattern';
import { matchesText } from './wildcard';

/** Does a string or number of an event pass? No other kind of value passes a comparison. */
export function passesValueTest(actual: string | number, { operator, value }: ValueTest): boolean {
  switch (value.kind) {
    case 'text':
      return matchesText(value, String(actual)) === (operator === '=');
    case 'regex':
      return searchRegex(value.source, String(actual)) === (operator === '=');
    case 'number':
      if (typeof actual === 'number') return compareNumbers(actual, operator, value.value);
      // A string equals a bare number that is written the same, but is never smaller or larger than it.
      return operator === '=' ? actual === value.text : operator === '!=' && actual !== value.text;
  }
}

export function compareNumbers(left: number, operator: Operator, right: number): boolean {
  switch (operator) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
  }
}
