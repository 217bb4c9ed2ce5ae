import type { Snapshot } from '../evidence/snapshot';
import type { Origin } from '../field/origin';
import type { Chain } from './chain';

/** The links of the chain, in their order; the number is the benchmark's order of reading. */
export type Link = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** One question about one link. A check is one file, one page `docs/checks/<id>.md` and one table of tests. */
export interface Check {
  /** Kebab-case; part of what users acknowledge, so it never changes. */
  readonly id: string;
  /** What must hold, as a sentence. */
  readonly title: string;
  readonly link: Link;
  /** The letter of the control, or whether the chain would ring. */
  readonly question: 'letter' | 'effect';
  /** Asked only of a chain that has the part that the link is about, or of link 1 to 4 without a trail. */
  judge(chain: Chain, snapshot: Snapshot): Finding;
}

export type Outcome = 'PASS' | 'FAIL' | 'UNKNOWN';

export interface Finding {
  readonly outcome: Outcome;
  /** Why, as a sentence; for PASS only where a reader should know more, such as an email that waits for a click. */
  readonly reason?: string;
  /** What it is about. */
  readonly subject?: Origin;
  /** What mends it, in one line. */
  readonly remedy?: string;
}

export const PASS: Finding = { outcome: 'PASS' };

export function fail(reason: string, remedy: string, subject?: Origin): Finding {
  return { outcome: 'FAIL', reason, remedy, subject };
}

export function unknown(reason: string, remedy: string, subject?: Origin): Finding {
  return { outcome: 'UNKNOWN', reason, remedy, subject };
}
