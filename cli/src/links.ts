import { type Check, type Finding, type Link, type Part, type Result, unknown } from '../../src/audit/check';
import { CHECKS } from '../../src/audit/checks';
import { remedyHere } from './remedy';
import type { JudgedAccount, ShownResult } from './report';

/** What is said of a link or of a check. */
export type State = 'holds' | 'broken' | 'unknown' | 'not reached';

/** One check, asked of the chain or not. */
export interface JudgedCheck {
  readonly check: Check;
  readonly state: State;
  /** Undefined where it was not asked. */
  readonly finding?: Finding;
  /** What mends it, in one line. */
  readonly remedy?: string;
}

/** One link of an account's chain, as all formats show it. */
export interface JudgedLink {
  readonly number: Link;
  /** Its short name. */
  readonly title: string;
  readonly state: State;
  /** How its part is called, where the chain has one: `trail "management-events"`. */
  readonly part?: string;
  /** All checks of the link, in their order. */
  readonly checks: readonly JudgedCheck[];
}

/** The links, in their order, and what each is about. */
const LINKS: readonly { readonly title: string; readonly about: Part }[] = [
  { title: 'All regions', about: 'trail' },
  { title: 'Trail is on', about: 'trail' },
  { title: 'Management events', about: 'trail' },
  { title: 'Log group', about: 'logGroup' },
  { title: 'Metric filter', about: 'metricFilters' },
  { title: 'Alarm', about: 'alarm' },
  { title: 'Topic', about: 'topic' },
  { title: 'Subscription', about: 'subscriptions' },
];

/** The eight links of an account's best chain. */
export function linksOf({ result, remedy }: JudgedAccount): JudgedLink[] {
  const judged = CHECKS.map((check): JudgedCheck => judgedCheck(check, result, remedy));
  return LINKS.map(({ title, about }, i) => {
    const checks = judged.filter(({ check }) => check.link === i + 1);
    const state = stateOfAll(checks);
    const part = state === 'not reached' ? undefined : result.partNames[about];
    return { number: (i + 1) as Link, title, state, ...(part !== undefined && { part }), checks };
  });
}

/** Those checks of an account that keep it from passing, the one of `result.broken` first. */
export function problemsOf(account: JudgedAccount): JudgedCheck[] {
  const { broken } = account.result;
  const problems = linksOf(account)
    .flatMap(({ checks }) => checks)
    .filter(isProblem);
  return [
    ...problems.filter(({ check }) => check === broken?.check),
    ...problems.filter(({ check }) => check !== broken?.check),
  ];
}

export function isProblem({ state }: { readonly state: State }): boolean {
  return state === 'broken' || state === 'unknown';
}

function judgedCheck(check: Check, result: ShownResult, remedy?: string): JudgedCheck {
  const { broken, outcome } = result;
  const finding = resultOf(check, result)?.finding;
  if (!finding) return { check, state: 'not reached' };
  const mends = check === broken?.check ? (remedy ?? finding.remedy) : finding.remedy;
  return {
    check,
    state: stateOf(finding, outcome),
    finding,
    ...(mends !== undefined && { remedy: remedyHere(mends) }),
  };
}

function resultOf(
  check: Check,
  { results, outcome, broken = whyOf({ results, outcome }) }: ShownResult,
): Result | undefined {
  if (broken?.check === check) return broken;
  return results.find((result) => result.check === check);
}

/** An account that does not pass never looks as if it did, even where no check says why. */
function whyOf({ results, outcome }: Pick<ShownResult, 'results' | 'outcome'>): Result | undefined {
  if (outcome === 'PASS' || results.some(({ finding }) => finding.outcome !== 'PASS')) return undefined;
  return {
    check: CHECKS[0],
    finding: unknown('nothing of the account could be read', 'audit it with the permissions that it takes'),
  };
}

/** What is broken in what was read is not known to be broken where the account is not: what was not read may mend it. */
function stateOf({ outcome }: Finding, ofAccount: ShownResult['outcome']): State {
  if (outcome === 'PASS') return 'holds';
  return outcome === 'FAIL' && ofAccount === 'FAIL' ? 'broken' : 'unknown';
}

function stateOfAll(checks: readonly JudgedCheck[]): State {
  const states: readonly State[] = ['broken', 'unknown', 'holds'];
  return states.find((state) => checks.some((each) => each.state === state)) ?? 'not reached';
}
