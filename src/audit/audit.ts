import type { Account, UnreadPart } from '../evidence/account';
import type { EventRule, LogAlarm, Trail } from '../evidence/resource-model';
import { parseArn } from '../field/arn';
import { type AuditOptions, endedWith } from './ask';
import { BestChain } from './best-chain';
import type { Parts } from './chain';
import type { Finding, Outcome, Result } from './check';
import { trailAllRegions } from './checks/trail-all-regions';
import { compensatingRules } from './compensating-rules';
import {
  brokenForOrganization,
  coveredByOrganization,
  inOrganization,
  ownerNotRead,
  recordedBy,
} from './missing-parts';

/** What the audit says of one account: what it says of the account's best chain. */
export interface AccountResult {
  /** Twelve digits, or `UNRESOLVED_ACCOUNT`. */
  readonly account: string;
  readonly outcome: Outcome;
  /** The checks that could be asked of the chain, in the order of its links. */
  readonly results: readonly Result[];
  /** The first result that keeps the outcome from PASS. */
  readonly broken?: Result;
  /** What the chain is made of, as far as that is there. */
  readonly parts: Partial<Parts>;
  /** What could not be read and may hold the part of the chain that is missing, or change one that is there. */
  readonly unreadParts: readonly UnreadPart[];
  /** Event rules and log alarms that watch the same events: no part of the control, but somebody is told. */
  readonly compensatingRules: readonly (EventRule | LogAlarm)[];
}

/**
 * Judges accounts, each by its best chain: one that holds from end to end is enough, eight links of eight chains are not.
 *
 * @param accounts those of one organization, whoever read them
 */
export function audit(accounts: readonly Account[], options: AuditOptions = {}): AccountResult[] {
  const everybody = [...accounts, ...(options.elsewhere ?? [])];
  const results = accounts.map((account) =>
    throughOrganization(account, auditAlone(account, options), everybody, options),
  );
  if (results.every(({ outcome }) => outcome !== 'FAIL')) return results;
  const elsewhere = (options.elsewhere ?? []).filter(({ trails }) => trails.some(isOrganizationTrail));
  const owners = [...results, ...elsewhere.map((account) => auditAlone(account, options))].filter(
    ({ parts: { trail } }) => trail !== undefined && isOrganizationTrail(trail),
  );
  return results.map((result, i) => {
    if (result.outcome !== 'FAIL' || accounts[i].recordedBy.length > 0) return result;
    const others = owners.filter(({ account }) => account !== result.account);
    const owner = others.find(({ outcome }) => outcome !== 'FAIL');
    if (owner) return coveredBy(owner, result);
    // A trail of its own is mended where it is, whatever the organization's does.
    return others.length > 0 && accounts[i].trails.length === 0 ? unheardBeside(others[0], result) : result;
  });
}

/** @param trailArn - that of the only trail to start from, where not all of them are meant */
function auditAlone(account: Account, options: AuditOptions, trailArn?: string): AccountResult {
  try {
    return judgeBestChain(account, options, trailArn);
  } catch (error) {
    const finding = endedWith(error, `following the chain of account ${account.id}`);
    const broken = { check: trailAllRegions, finding };
    const rest = { parts: {}, unreadParts: [], compensatingRules: [] };
    return { account: account.id, outcome: 'UNKNOWN', results: [broken], broken, ...rest };
  }
}

function judgeBestChain(account: Account, options: AuditOptions, trailArn?: string): AccountResult {
  const { results, parts, outcome: ofChain } = new BestChain(account, options).find(trailArn);
  const broken = results.find(({ finding }) => ofChain !== 'PASS' && finding.outcome === ofChain);
  // A chain that is broken in what was read may be whole in what was not.
  const unread = ofChain === 'FAIL' ? account.unreadParts : [];
  const outcome = unread.length > 0 ? 'UNKNOWN' : ofChain;
  return {
    account: account.id,
    outcome,
    results,
    ...(broken && { broken }),
    parts,
    unreadParts: unread,
    compensatingRules: outcome === 'PASS' ? [] : compensatingRules(account),
  };
}

/** An account that the trail of its organization records has the chain of that trail, where its own is not sound. */
function throughOrganization(
  { id, recordedBy, trails }: Account,
  result: AccountResult,
  accounts: readonly Account[],
  options: AuditOptions,
): AccountResult {
  if (result.outcome === 'PASS' || recordedBy.length === 0) return result;
  const ways = recordedBy.map((arn): AccountResult => {
    const owner = accounts.find(({ id }) => id === parseArn(arn)?.account);
    if (!owner) return brokenBy(ownerNotRead(arn, id), result);
    const chain = auditAlone(owner, options, arn);
    return { ...chain, account: id, ...recordedElsewhere(arn, chain) };
  });
  const [best] = OUTCOMES.flatMap((outcome) => ways.filter((way) => way.outcome === outcome));
  if (best.outcome !== 'FAIL') return best;
  return trails.length > 0 || result.outcome === 'UNKNOWN' ? result : best;
}

/** The best first. */
const OUTCOMES: readonly Outcome[] = ['PASS', 'UNKNOWN', 'FAIL'];

/** The results of another account's chain, which say first whose it is. */
function recordedElsewhere(arn: string, { results, broken }: AccountResult): Partial<AccountResult> {
  const first: Result = { check: trailAllRegions, finding: recordedBy(arn) };
  if (!broken) return { results: [first, ...results] };
  return {
    results: [first, ...results],
    broken: { ...broken, finding: inOrganization(broken.finding, arn) },
  };
}

/** One of which that could not be read may be. */
function isOrganizationTrail({ isOrganizationTrail: isIt }: Trail): boolean {
  return isIt !== false;
}

function coveredBy({ parts: { trail }, outcome }: AccountResult, result: AccountResult): AccountResult {
  return brokenBy(coveredByOrganization(trail as Trail, outcome, result.account), result);
}

function unheardBeside({ parts: { trail } }: AccountResult, result: AccountResult): AccountResult {
  return brokenBy(brokenForOrganization(trail as Trail), result);
}

function brokenBy(finding: Finding, result: AccountResult): AccountResult {
  const broken = { check: trailAllRegions, finding };
  return { ...result, outcome: finding.outcome, results: [broken], broken };
}
