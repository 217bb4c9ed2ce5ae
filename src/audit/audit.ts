import type { EventRule, Resource, Snapshot } from '../evidence/snapshot';
import type { Chain } from './chain';
import { chainsOf } from './chains';
import { type Check, type Finding, type Outcome, unknown } from './check';
import { CHECKS } from './checks';
import { compensatingRules } from './compensating-rules';

/** What the audit says of one account: what it says of the account's best chain. */
export interface AccountVerdict {
  /** Twelve digits, or `UNRESOLVED_ACCOUNT`. */
  readonly account: string;
  readonly outcome: Outcome;
  /** The checks that could be asked of the chain, in the order of its links. */
  readonly results: readonly Result[];
  /** The first result that keeps the outcome from PASS. */
  readonly broken?: Result;
  /** What could not be read and may hold the part of the chain that is missing. */
  readonly unreadableParts: NonNullable<Snapshot['unreadableParts']>;
  /** Event rules that watch the same events: no part of the control, but somebody is told. */
  readonly compensatingRules: readonly EventRule[];
}

export interface Result {
  readonly check: Check;
  readonly finding: Finding;
}

/** Judges an account by its best chain: one that holds from end to end is enough, eight links of eight chains are not. */
export function audit(snapshot: Snapshot): AccountVerdict {
  let best: readonly Result[] = [];
  for (const chain of chainsOf(snapshot)) {
    const results = judge(chain, snapshot);
    if (best.length === 0 || isBetter(results, best)) best = results;
    if (outcomeOf(best) === 'PASS') break;
  }
  const ofChain = outcomeOf(best);
  const broken = best.find(({ finding }) => ofChain !== 'PASS' && finding.outcome === ofChain);
  const unread = snapshot.unreadableParts ?? [];
  // A chain that is broken in what was read may be whole in what was not.
  const outcome = ofChain === 'FAIL' && unread.length > 0 ? 'UNKNOWN' : ofChain;
  return {
    account: snapshot.account,
    outcome,
    results: best,
    ...(broken && { broken }),
    unreadableParts: outcome === ofChain ? [] : unread,
    compensatingRules: outcome === 'PASS' ? [] : compensatingRules(snapshot),
  };
}

function judge(chain: Chain, snapshot: Snapshot): Result[] {
  const results: Result[] = [];
  for (const check of CHECKS) {
    const present = partsOf(chain)[check.link];
    // How a part works is asked only where the part is there.
    if (check.question === 'effect' && !present) continue;
    const finding = check.judge(chain, snapshot);
    results.push({ check, finding: check.question === 'letter' ? orConditional(finding, present) : finding });
    if (!present && !leadsOn(chain, check)) break;
  }
  return results;
}

/** The resources that each link is about; undefined where the chain has none. */
function partsOf(chain: Chain): Readonly<Record<number, readonly Resource[] | undefined>> {
  const { trail, metricFilters, alarm, compositeAlarm, topicArn, topic, subscriptions } = chain;
  const trails = trail && [trail];
  const notified = alarm !== undefined && topicArn !== undefined;
  return {
    1: trails,
    2: trails,
    3: trails,
    4: trails && chain.logGroupName !== undefined ? [...trails, ...some(chain.logGroup)] : undefined,
    5: nonEmpty(metricFilters),
    6: nonEmpty(some(alarm)),
    7: notified ? [...some(compositeAlarm), ...some(topic)] : undefined,
    // One that is always made is enough.
    8: subscriptions.some(({ condition }) => condition === undefined) ? [] : nonEmpty(subscriptions),
  };
}

function some<T>(part: T | undefined): T[] {
  return part === undefined ? [] : [part];
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** A log group whose trail is not part of the evidence still has its filters to be judged. */
function leadsOn(chain: Chain, { link }: Check): boolean {
  return link <= 4 && chain.trail === undefined && chain.logGroupName !== undefined;
}

/** What is made only under a condition may not be there. */
function orConditional(finding: Finding, parts: readonly Resource[] | undefined): Finding {
  const conditional = parts?.find(({ condition }) => condition !== undefined);
  if (finding.outcome !== 'PASS' || !conditional) return finding;
  return unknown(
    `the condition "${conditional.condition}" decides on deployment whether it is made`,
    'make it without a condition, or audit the deployed account',
    conditional.origin,
  );
}

function outcomeOf(results: readonly Result[]): Outcome {
  const outcomes = results.map(({ finding }) => finding.outcome);
  if (outcomes.includes('FAIL')) return 'FAIL';
  return outcomes.includes('UNKNOWN') ? 'UNKNOWN' : 'PASS';
}

const RANK: Readonly<Record<Outcome, number>> = { FAIL: 0, UNKNOWN: 1, PASS: 2 };

/** A better outcome; of two that are alike, the chain that holds further; of those, the one with fewer faults. */
function isBetter(results: readonly Result[], best: readonly Result[]): boolean {
  const outcome = outcomeOf(results);
  const difference =
    RANK[outcome] - RANK[outcomeOf(best)] ||
    reach(results, outcome) - reach(best, outcome) ||
    faults(best, outcome) - faults(results, outcome);
  return difference > 0;
}

/** The link at which the chain first fails, or is first not known. */
function reach(results: readonly Result[], outcome: Outcome): number {
  return results.find(({ finding }) => finding.outcome === outcome)?.check.link ?? 9;
}

function faults(results: readonly Result[], outcome: Outcome): number {
  return results.filter(({ finding }) => finding.outcome === outcome).length;
}
