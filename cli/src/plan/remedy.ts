import type { AccountResult } from '../../../src/audit/audit';
import type { Result } from '../../../src/audit/check';
import type { AccountData } from '../../../src/evidence/account-data';
import type { PlanOptions } from './plan';
import { mendAlone } from './plan-of';
import { shellLine } from './shell';

const STACK = 'deploy the stack of "nacl-change-monitor plan"';

/** What is said of a live account, with AWS commands for what mends it in the place of pieces of an app. */
export function withRemedies(
  result: AccountResult,
  data: AccountData,
  options: Omit<PlanOptions, 'emails'>,
): AccountResult {
  if (result.outcome !== 'FAIL') return result;
  const remedied = (one: Result): Result => {
    if (one.finding.outcome !== 'FAIL') return one;
    const draft = mendAlone(one, data, result, { ...options, emails: [] });
    if (!draft) return one;
    const [first] = draft.commands;
    const remedy = draft.stack ? STACK : first ? shellLine(first) : draft.humans[0];
    return remedy === undefined ? one : { ...one, finding: { ...one.finding, remedy } };
  };
  const { broken, results } = result;
  return { ...result, results: results.map(remedied), ...(broken && { broken: remedied(broken) }) };
}

/** What mends the first broken link of a live account, in one line. */
export function remedyOf({ outcome, broken }: AccountResult): string | undefined {
  return outcome === 'FAIL' ? broken?.finding.remedy : undefined;
}
