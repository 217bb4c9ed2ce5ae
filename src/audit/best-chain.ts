import type { Account } from '../evidence/account';
import { type AuditOptions, ask } from './ask';
import type { Parts } from './chain';
import { type ChainLink, ChainLinks } from './chain-links';
import { type Check, type Outcome, PASS, type Part, type Result } from './check';
import { CHECKS } from './checks';
import { FLAWLESS, isBetter, outcomeOf, type Standing, standingOf, together } from './standing';

/** The best way through an account, and what the checks say along it. */
export interface JudgedChain {
  readonly outcome: Outcome;
  readonly results: readonly Result[];
  /** What it is made of, as far as that is there. */
  readonly parts: Partial<Parts>;
}

const CHECKS_ABOUT = new Map<Part, Check[]>();
for (const check of CHECKS) {
  CHECKS_ABOUT.set(check.about, [...(CHECKS_ABOUT.get(check.about) ?? []), check]);
}

/** There are many of them, and all alike. */
const PASSED = new Map(CHECKS.map((check) => [check, [{ check, finding: PASS }]]));

/** The best way on from a link, the link included. */
interface Way {
  readonly link: ChainLink;
  readonly standing: Standing;
  readonly next?: Way;
}

/**
 * Finds the best chain of an account.
 *
 * Ways meet: several trails feed one log group, several alarms notify one topic. Which way on from there is the best depends
 * only on whether what came before passes, fails or is not known, so that it is searched at most once for each.
 */
export class BestChain {
  private readonly results = new Map<ChainLink, readonly Result[]>();
  private readonly ways = new Map<ChainLink, Map<Outcome, Way>>();

  constructor(
    private readonly account: Account,
    private readonly options: AuditOptions,
  ) {}

  /** @param trailArn - that of the only trail to start from, where not all of them are meant */
  public find(trailArn?: string): JudgedChain {
    const [first, ...others] = new ChainLinks(this.account).starts(trailArn);
    const best = this.best(first, others, FLAWLESS);
    return {
      outcome: outcomeOf(best.standing),
      results: this.resultsAlong(best),
      parts: Object.fromEntries(partsAlong(best)),
    };
  }

  private best(first: ChainLink, others: readonly ChainLink[], before: Standing): Way {
    let best = this.from(first, before);
    for (const link of others) {
      const way = this.from(link, before);
      if (isBetter(together(before, way.standing), together(before, best.standing))) best = way;
    }
    return best;
  }

  private from(link: ChainLink, before: Standing): Way {
    const known = this.ways.get(link) ?? new Map<Outcome, Way>();
    this.ways.set(link, known);
    const after = outcomeOf(before);
    let way = known.get(after);
    if (!way) {
      const own = standingOf(this.resultsOf(link));
      const [first, ...others] = link.next();
      const next = first && this.best(first, others, together(before, own));
      way = next ? { link, standing: together(own, next.standing), next } : { link, standing: own };
      known.set(after, way);
    }
    return way;
  }

  private resultsAlong({ link, next }: Way): readonly Result[] {
    return [...this.resultsOf(link), ...(next ? this.resultsAlong(next) : [])];
  }

  private resultsOf(link: ChainLink): readonly Result[] {
    let results = this.results.get(link);
    if (!results) {
      results = link.parts.flatMap((part) =>
        (CHECKS_ABOUT.get(part.about) ?? []).flatMap((check): Result[] => {
          const finding = ask(check, part, this.account, this.options);
          if (finding === PASS) return PASSED.get(check) ?? [];
          return finding ? [{ check, finding }] : [];
        }),
      );
      this.results.set(link, results);
    }
    return results;
  }
}

/** Of a part that may be one of several, the first. */
function partsAlong({ link, next }: Way): [Part, Parts[Part]][] {
  const own = link.parts.flatMap((part): [Part, Parts[Part]][] =>
    'meant' in part && part.meant.length > 0 ? [[part.about, part.meant[0].resource]] : [],
  );
  return next ? [...own, ...partsAlong(next)] : own;
}
