import type { Account } from '../account';
import { isOpen, possibilities } from '../open';
import { passes } from './links';
import { isUndecided } from './undecided';

export type Outcome = 'PASS' | 'FAIL' | 'UNKNOWN';

/** `not PASS` where a filter writes a number of the event, which may or may not be there. */
export type Expected = Outcome | 'not PASS';

/**
 * What the control says of an account, from its description alone. Nothing where the control leaves it undecided.
 */
export function expected(account: Account): Expected | undefined {
  const all = possibilities(account);
  if (all.some(isUndecided)) return undefined;
  const passing = all.filter(passes).length;
  if (passing === all.length) return 'PASS';
  if (passing === 0) return 'FAIL';
  return account.filters.some(({ value }) => isOpen(value) && value.written === 'field')
    ? 'not PASS'
    : 'UNKNOWN';
}

export function agrees(outcome: Expected, actual: string): boolean {
  return outcome === 'not PASS' ? actual === 'FAIL' || actual === 'UNKNOWN' : actual === outcome;
}
