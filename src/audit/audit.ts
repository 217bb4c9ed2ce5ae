import type { Account, UnreadPart } from '../evidence/account';
import type { EventRule, Trail } from '../evidence/resource-model';
import { type AuditOptions, ask, endedWith } from './ask';
import { type ChainLink, ChainLinks } from './chain-links';
import type { Check, Finding, Outcome } from './check';
import { CHECKS } from './checks';
import { trailAllRegions } from './checks/trail-all-regions';
import { compensatingRules } from './compensating-rules';
import { coveredByOrganization } from './missing-parts';

/** What the audit says of one account: what it says of the account's best chain. */
export interface AccountResult {
  /** Twelve digits, or `UNRESOLVED_ACCOUNT`. */
  readonly account: string;
  readonly outcome: Outcome;
  /** The checks that could be asked of the chain, in the order of its links. */
  readonly results: readonly Result[];
  /** The first result that keeps the outcome from PASS. */
  readonly broken?: Result;
  /** The trail at which the chain starts. */
  readonly trail?: Trail;
  /** What could not be read and may hold the part of the chain that is missing, or change one that is there. */
  readonly unreadParts: readonly UnreadPart[];
  /** Event rules that watch the same events: no part of the control, but somebody is told. */
  readonly compensatingRules: readonly EventRule[];
}

export interface Result {
  readonly check: Check;
  readonly finding: Finding;
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
    ({ outcome, trail }) => outcome !== 'FAIL' && trail !== undefined && isOrganizationTrail(trail),
  );
  return results.map((result) => {
    const owner = owners.find(({ account }) => account !== result.account);
    return result.outcome === 'FAIL' && owner ? coveredBy(owner, result) : result;
  });
}

function auditAlone(account: Account, options: AuditOptions): AccountResult {
  try {
    return judgeBestChain(account, options);
  } catch (error) {
    const finding = endedWith(error, `following the chain of account ${account.id}`);
    const broken = { check: trailAllRegions, finding };
    const rest = { unreadParts: [], compensatingRules: [] };
    return { account: account.id, outcome: 'UNKNOWN', results: [broken], broken, ...rest };
  }
}

function judgeBestChain(account: Account, options: AuditOptions): AccountResult {
  const best = new BestChain(account, options).find();
  const results = best.all();
  const ofChain = best.outcome;
  const broken = results.find(({ finding }) => ofChain !== 'PASS' && finding.outcome === ofChain);
  // A chain that is broken in what was read may be whole in what was not.
  const unread = ofChain === 'FAIL' ? account.unreadParts : [];
  const outcome = unread.length > 0 ? 'UNKNOWN' : ofChain;
  return {
    account: account.id,
    outcome,
    results,
    ...(broken && { broken }),
    ...(best.trail && { trail: best.trail }),
    unreadParts: unread,
    compensatingRules: outcome === 'PASS' ? [] : compensatingRules(account),
  };
}

/** One of which that could not be read may be. */
function isOrganizationTrail({ isOrganizationTrail: isIt }: Trail): boolean {
  return isIt !== false;
}

function coveredBy({ trail, outcome }: AccountResult, result: AccountResult): AccountResult {
  const finding = coveredByOrganization(trail as Trail, outcome, result.account);
  const broken = { check: trailAllRegions, finding };
  return { ...result, outcome: 'UNKNOWN', results: [broken], broken };
}

/** A way along the chain as far as it was followed, and what the checks said on it. */
class Way {
  private readonly standing: Standing;

  constructor(
    private readonly results: readonly Result[],
    private readonly before?: Way,
    public readonly trail: Trail | undefined = before?.trail,
  ) {
    const own = outcomeOf(results);
    const { outcome, firstBroken, broken } = before?.standing ?? START;
    const worse = RANK[own] < RANK[outcome] ? own : outcome;
    const found = worse === 'PASS' ? [] : results.filter(({ finding }) => finding.outcome === worse);
    const first = found.length > 0 ? CHECKS.indexOf(found[0].check) : CHECKS.length;
    this.standing =
      worse === outcome
        ? { outcome: worse, firstBroken: Math.min(firstBroken, first), broken: broken + found.length }
        : { outcome: worse, firstBroken: first, broken: found.length };
  }

  public get outcome(): Outcome {
    return this.standing.outcome;
  }

  /** A better outcome; of two that are alike, the way that holds further; of those, the one with fewer faults. */
  public isBetterThan(other: Way): boolean {
    const [own, others] = [this.standing, other.standing];
    const difference =
      RANK[own.outcome] - RANK[others.outcome] ||
      own.firstBroken - others.firstBroken ||
      others.broken - own.broken;
    return difference > 0;
  }

  public all(): readonly Result[] {
    return [...(this.before?.all() ?? []), ...this.results];
  }
}

const RANK: Readonly<Record<Outcome, number>> = { FAIL: 0, UNKNOWN: 1, PASS: 2 };
/** How good a way is. */
interface Standing {
  readonly outcome: Outcome;
  /** The place, among all checks, of the first that has this outcome. */
  readonly firstBroken: number;
  /** How many have it. */
  readonly broken: number;
}

const START: Standing = { outcome: 'PASS', firstBroken: CHECKS.length, broken: 0 };

function outcomeOf(results: readonly Result[]): Outcome {
  const outcomes = results.map(({ finding }) => finding.outcome);
  if (outcomes.includes('FAIL')) return 'FAIL';
  return outcomes.includes('UNKNOWN') ? 'UNKNOWN' : 'PASS';
}

/** Searches all ways; one that cannot become better than the best that is known is not followed to its end. */
class BestChain {
  private best?: Way;
  private readonly found = new Map<ChainLink, readonly Result[]>();

  constructor(
    private readonly account: Account,
    private readonly options: AuditOptions,
  ) {}

  public find(): Way {
    for (const start of new ChainLinks(this.account).starts()) this.follow(start, undefined);
    return this.best as Way; // there is at least one start
  }

  private follow(link: ChainLink, before: Way | undefined): void {
    const [part] = link.parts;
    const trail = part.about === 'trail' && 'meant' in part ? (part.meant[0].resource as Trail) : undefined;
    const way = new Way(this.resultsOf(link), before, trail ?? before?.trail);
    if (this.best && !way.isBetterThan(this.best)) return;
    const next = link.next();
    if (next.length === 0) this.best = way;
    for (const each of next) this.follow(each, way);
  }

  private resultsOf(link: ChainLink): readonly Result[] {
    let results = this.found.get(link);
    if (!results) {
      results = CHECKS.flatMap((check): Result[] => {
        const part = link.parts.find(({ about }) => about === check.about);
        const finding = part && ask(check, part, this.account, this.options);
        return finding ? [{ check, finding }] : [];
      });
      this.found.set(link, results);
    }
    return results;
  }
}
