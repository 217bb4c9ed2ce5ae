import { searchRegex } from '../regex/search-regex';
import type { Comparison, Operator } from '../syntax/pattern';
import { matchesText } from './wildcard';

/** Does a string or number of an event pass? Anything else in an event passes no comparison. */
export function compare(actual: string | number, { operator, value }: Comparison): boolean {
  switch (value.kind) {
    case 'text':
      return matchesText(value, String(actual)) === (operator === '=');
    case 'regex':
      return searchRegex(value.source, String(actual)) === (operator === '=');
    case 'number':
      if (typeof actual === 'number') return order(actual, operator, value.value);
      // A string equals a bare number that is written the same, but is never smaller or larger than it.
      return operator === '=' ? actual === value.text : operator === '!=' && actual !== value.text;
  }
}

export function order(left: number, operator: Operator, right: number): boolean {
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
