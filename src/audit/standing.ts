import type { Outcome, Result } from './check';
import { CHECKS } from './checks';

/** How good a part of a chain is, or the whole: what its checks say, put together. */
export interface Standing {
  readonly fails: number;
  /** The place, among all checks, of the first that fails. */
  readonly firstFail: number;
  readonly unknowns: number;
  readonly firstUnknown: number;
}

export const FLAWLESS: Standing = {
  fails: 0,
  firstFail: CHECKS.length,
  unknowns: 0,
  firstUnknown: CHECKS.length,
};

const PLACES = new Map(CHECKS.map((check, place) => [check, place]));

export function standingOf(results: readonly Result[]): Standing {
  let { fails, firstFail, unknowns, firstUnknown } = FLAWLESS;
  for (const { check, finding } of results) {
    if (finding.outcome === 'PASS') continue;
    const place = PLACES.get(check) ?? CHECKS.length;
    if (finding.outcome === 'FAIL') {
      fails++;
      firstFail = Math.min(firstFail, place);
    } else {
      unknowns++;
      firstUnknown = Math.min(firstUnknown, place);
    }
  }
  return { fails, firstFail, unknowns, firstUnknown };
}

export function together(one: Standing, other: Standing): Standing {
  return {
    fails: one.fails + other.fails,
    firstFail: Math.min(one.firstFail, other.firstFail),
    unknowns: one.unknowns + other.unknowns,
    firstUnknown: Math.min(one.firstUnknown, other.firstUnknown),
  };
}

export function outcomeOf({ fails, unknowns }: Standing): Outcome {
  if (fails > 0) return 'FAIL';
  return unknowns > 0 ? 'UNKNOWN' : 'PASS';
}

const RANK: Readonly<Record<Outcome, number>> = { FAIL: 0, UNKNOWN: 1, PASS: 2 };

/**
 * A better outcome; of two that are alike, the chain that holds further; of those, the one with fewer faults.
 *
 * @see docs/adr/0004-the-best-chain-decides.md
 */
export function isBetter(one: Standing, other: Standing): boolean {
  const outcome = outcomeOf(one);
  const rank = RANK[outcome] - RANK[outcomeOf(other)];
  if (rank !== 0) return rank > 0;
  const [first, count] =
    outcome === 'FAIL' ? (['firstFail', 'fails'] as const) : (['firstUnknown', 'unknowns'] as const);
  return one[first] !== other[first] ? one[first] > other[first] : one[count] < other[count];
}
