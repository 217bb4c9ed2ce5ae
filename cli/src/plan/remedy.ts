import type { AccountData } from '../../../src/evidence/account-data';
import type { PlanOptions } from './plan';
import { planOf } from './plan-of';
import { shellLine } from './shell';

/** What mends the first broken link of a live account, in one line; undefined where nothing is broken. */
export function remedyOf(data: AccountData, options: Omit<PlanOptions, 'emails'>): string | undefined {
  const { now, stack, commands, humans } = planOf(data, { ...options, emails: [] });
  if (now !== 'FAIL') return undefined;
  const [first] = commands;
  // A change of what stands may need what the stack makes.
  if (stack) return 'deploy the stack of "nacl-change-monitor plan"';
  return first ? shellLine(first) : humans[0];
}
