import { type AccountResult, audit } from '../../../src/audit/audit';
import type { Result } from '../../../src/audit/check';
import { type AccountData, accountsOf } from '../../../src/evidence/account-data';
import { FIXES } from './fixes';
import type { Draft, Plan, PlanOptions, Problem } from './plan';
import { makesTopic } from './stack-parts';
import { withStack } from './with-stack';

/**
 * The least that makes an account's chain sound.
 *
 * Each step is tried on the evidence: the audit judges the account as it would be, and the first way that mends a check is
 * taken, until nothing fails. So a plan that is applied is what the audit asks for.
 */
export function planOf(data: AccountData, options: PlanOptions): Plan {
  const now = judge({ data, commands: [], humans: [] }, options);
  let draft: Draft = { data, commands: [], humans: [] };
  let result = now;
  const given = new Set<string>();
  for (;;) {
    const found = failureOf(result, given);
    if (!found) break;
    const problem = problemOf(found, draft, result, options);
    const next = mended(problem);
    if (next) {
      draft = next;
      result = judge(draft, options);
    } else {
      given.add(found.check.id);
    }
  }
  draft = withKeyThatIsThere(draft, result, options);
  const humans = [...draft.humans, ...unmended(result, given)];
  const { stack, commands } = draft;
  return {
    account: data.id,
    now: now.outcome,
    after: result.outcome,
    ...(stack && { stack }),
    commands,
    humans,
    unknowns: unknownsOf(result),
  };
}

/** What mends one check of an account as it is; undefined where nothing is known to. */
export function mendAlone(
  found: Result,
  data: AccountData,
  result: AccountResult,
  options: PlanOptions,
): Draft | undefined {
  return mended(problemOf(found, { data, commands: [], humans: [] }, result, options));
}

function judge({ data, stack }: Draft, { elsewhere = [] }: PlanOptions): AccountResult {
  const [account, ...others] = accountsOf([withStack(data, stack), ...elsewhere]);
  const [result] = audit([account], { elsewhere: others });
  return result;
}

/** A topic needs no key of its own where the audit says that alarms may use one that is there. */
function withKeyThatIsThere(draft: Draft, result: AccountResult, options: PlanOptions): Draft {
  const { stack, data } = draft;
  if (!stack || !makesTopic(stack) || stack.trail || stack.logGroup) return draft;
  const keys = (data.keys ?? []).filter(
    ({ account, region }) => account === data.id && region === stack.region,
  );
  const drafts = keys.flatMap(({ arn }) =>
    typeof arn === 'string' ? [{ ...draft, stack: { ...stack, keyArn: arn } }] : [],
  );
  return drafts.find((each) => judge(each, options).outcome === result.outcome) ?? draft;
}

/** A group that takes no filter is replaced, and a FIFO topic that nobody hears: what else is wrong with them need not be mended. */
function replacesOthers({ check }: Result, { parts }: AccountResult): boolean {
  return (
    check.id === 'log-group-class' || (check.about === 'subscriptions' && parts.topic?.topic.isFifo === true)
  );
}

/** Nothing is planned on what was not read: there may be a sound chain in it. */
function failureOf(result: AccountResult, given: ReadonlySet<string>): Result | undefined {
  if (result.outcome === 'PASS' || result.unreadParts.length > 0) return undefined;
  const failing = result.results.filter(
    ({ check, finding }) => finding.outcome === 'FAIL' && !given.has(check.id),
  );
  return failing.find((one) => replacesOthers(one, result)) ?? failing[0];
}

function problemOf(
  { check, finding }: Result,
  draft: Draft,
  result: AccountResult,
  options: PlanOptions,
): Problem {
  return { check: check.id, reason: finding.reason ?? check.title, draft, result, options };
}

/** The draft after the first way that mends the problem. */
function mended(problem: Problem): Draft | undefined {
  if (isOfAnotherAccount(problem.result)) return undefined;
  for (const fix of FIXES[problem.check] ?? []) {
    const draft = fix(problem);
    if (!draft) continue;
    const after = judge(draft, problem.options);
    if (isFurther(after, problem)) return draft;
  }
  return undefined;
}

/** The check does not fail any more, and none before it does. */
function isFurther({ results }: AccountResult, { check, result }: Problem): boolean {
  const failing = (all: readonly Result[]) =>
    new Set(all.filter(({ finding }) => finding.outcome === 'FAIL').map((one) => one.check.id));
  const [before, after] = [failing(result.results), failing(results)];
  if (after.has(check)) return false;
  const earlier = result.results.slice(
    0,
    result.results.findIndex((one) => one.check.id === check),
  );
  return earlier.every((one) => before.has(one.check.id) || !after.has(one.check.id));
}

function isOfAnotherAccount({ parts: { trail }, account }: AccountResult): boolean {
  return trail !== undefined && trail.account !== account;
}

function unmended(result: AccountResult, given: ReadonlySet<string>): string[] {
  if (result.unreadParts.length > 0) return [];
  return result.results.flatMap(({ check, finding }) => {
    if (finding.outcome !== 'FAIL' || !given.has(check.id)) return [];
    const { trail } = result.parts;
    const where =
      trail && trail.account !== result.account
        ? `plan for account ${trail.account}, which owns the trail: `
        : '';
    return [`${where}no command mends ${check.id}: ${finding.reason}`];
  });
}

function unknownsOf(result: AccountResult): string[] {
  const unread = result.unreadParts.map(
    ({ origin, reason }) => `${origin.path ?? 'a part'} could not be read: ${reason}`,
  );
  const open = result.results.flatMap(({ check, finding: { outcome, reason } }) =>
    outcome === 'UNKNOWN' ? [`${check.id}: ${reason}${adviceOn(check.id)}`] : [],
  );
  return [...unread, ...open];
}

/** What a human can do where the audit says UNKNOWN and the reason alone does not tell. */
function adviceOn(check: string): string {
  return check === 'alarm-actions-enabled'
    ? '; take the alarm out of it, or accept that it may be silent'
    : '';
}
