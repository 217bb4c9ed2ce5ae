import type { Account, UnreadPart } from '../evidence/account';
import type { EventRule, Trail } from '../evidence/resource-model';
import { type AuditOptions, endedWith } from './ask';
import { BestChain } from './best-chain';
import type { Parts } from './chain';
import type { Finding, Outcome, Result } from './check';
import { trailAllRegions } from './checks/trail-all-regions';
import { compensatingRules } from './compensating-rules';
import { brokenForOrganization, coveredByOrganization } from './missing-parts';

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
  /** Event rules that watch the same events: no part of the control, but somebody is told. */
  readonly compensatingRules: readonly EventRule[];
}

/**
 * Judges accounts, each by its best chain: one that holds from end to end is enough, eight links of eight chains are not.
 *
 * @param accounts those of one organization, whoever read them
 */
export function audit(accounts: readonly Account[], options: AuditOptions = {}): AccountResult[] {
  const results = accounts.map((account) => auditAlone(account, options));
  if (results.every(({ outcome }) => outcome !== 'FAIL')) return results;
  const elsewhere = (options.elsewhere ?? []).filter(({ trails }) => trails.some(isOrganizationTrail));
  const owners = [...results, ...elsewhere.map((account) => auditAlone(account, options))].filter(
    ({ parts: { trail } }) => trail !== undefined && isOrganizationTrail(trail),
  );
  return results.map((result, i) => {
    if (result.outcome !== 'FAIL') return result;
    const others = owners.filter(({ account }) => account !== result.account);
    const owner = others.find(({ outcome }) => outcome !== 'FAIL');
    if (owner) return coveredBy(owner, result);
    // A trail of its own is mended where it is, whatever the organization's does.
    return others.length > 0 && accounts[i].trails.length === 0 ? unheardBeside(others[0], result) : result;
  });
}

function auditAlone(account: Account, options: AuditOptions): AccountResult {
  try {
    return judgeBestChain(account, options);
  } catch (error) {
    const finding = endedWith(error, `following the chain of account ${account.id}`);
    const broken = { check: trailAllRegions, finding };
    const rest = { parts: {}, unreadParts: [], compensatingRules: [] };
    return { account: account.id, outcome: 'UNKNOWN', results: [broken], broken, ...rest };
  }
}

function judgeBestChain(account: Account, options: AuditOptions): AccountResult {
  const { results, parts, outcome: ofChain } = new BestChain(account, options).find();
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
