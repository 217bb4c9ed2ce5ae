import { type AccountResult, audit } from '../audit/audit';
import type { Declared, DeployedStack } from '../cloudformation/declaration';
import { type DeclaredAccount, declaredAccounts, declaredStacks } from '../evidence/declared-accounts';
import { namedIn } from '../language/property-names';
import { findingText } from '../report/text';
import { type ChainRequirements, ChainScope, FindingSeverity } from './chain-requirements';
import { isCovered } from './covered-accounts';

/** What is said of the stacks of an account, or of one stack. */
export interface Judgement {
  readonly stacks: readonly DeployedStack[];
  readonly result: AccountResult;
  readonly scope: ChainScope;
  /** What is not known is never reported as broken; undefined where nothing is reported. */
  readonly severity?: FindingSeverity | 'info';
}

/**
 * Judges an app account by account, or stack by stack.
 *
 * @param isAsked whether a stack is to be judged; the others are evidence, and so are those of other accounts
 */
export function judgeApp(
  declared: Declared,
  requirements: ChainRequirements,
  isAsked: (stack: DeployedStack) => boolean = () => true,
): Judgement[] {
  const { scope = ChainScope.ACCOUNT, exactPattern } = requirements;
  const all = scope === ChainScope.STACK ? declaredStacks(declared) : declaredAccounts(declared);
  const asked = all.filter(
    ({ account, stacks }) => stacks.some(isAsked) && !isCovered(account.id, requirements),
  );
  const others = scope === ChainScope.STACK ? [] : all.filter((each) => !asked.includes(each));
  const results = audit(asked.map(accountOf), { exactPattern, elsewhere: others.map(accountOf) });
  return asked.map(({ stacks }, i) => {
    const severity = severityOf(results[i], requirements);
    return { stacks, result: results[i], scope, ...(severity && { severity }) };
  });
}

function severityOf(
  { outcome }: AccountResult,
  { severity = FindingSeverity.WARNING }: ChainRequirements,
): Judgement['severity'] {
  if (outcome === 'PASS') return undefined;
  return outcome === 'UNKNOWN' ? 'info' : severity;
}

function accountOf({ account }: DeclaredAccount) {
  return account;
}

/** The rule that a judgement breaks: the check of the first link that does not hold. */
export function ruleOf({ result }: Judgement): string {
  return result.broken?.check.id ?? '';
}

export function textOf({ scope, stacks: [{ origin }], result }: Judgement): string {
  return scope === ChainScope.STACK
    ? findingText(result, `stack ${origin.path ?? origin.template}`)
    : findingText(result);
}

/** What mends what a judgement found, with properties as the language of the user names them. */
export function remedyOf({ result }: Judgement): string | undefined {
  const remedy = result.broken?.finding.remedy;
  return remedy === undefined ? undefined : namedIn(remedy);
}
