import type { AccountResult } from '../../src/audit/audit';
import type { Part } from '../../src/audit/check';
import { describePart } from '../../src/audit/names';
import type { AccountData } from '../../src/evidence/account-data';

/** What a judgement of accounts says: all that any format prints. */
export interface Report {
  readonly command: 'audit' | 'check';
  /** Of this program. */
  readonly version: string;
  /** When it was made. */
  readonly time: Date;
  /** The worst first: see `STANDINGS`. */
  readonly accounts: readonly JudgedAccount[];
}

/** One account, and what is said of it. */
export interface JudgedAccount {
  readonly result: ShownResult;
  /** Why it needs no chain of its own, where the user said so: then it counts neither as sound nor as broken. */
  readonly covered?: string;
  /** The name in the organization, where it was read. */
  readonly name?: string;
  /** Where that was read which was judged: stacks and templates, or regions. */
  readonly places: readonly string[];
  /** What mends the first broken link, in one line: a piece of an app, or an AWS command. */
  readonly remedy?: string;
  /** All that was read of a live account: `plan` goes on from there. */
  readonly evidence?: AccountData;
  /** What was read of other accounts because its chain goes on there, such as a central topic. */
  readonly otherEvidence?: readonly AccountData[];
}

/** What is shown of a result. A part of the chain is its name: thousands of accounts, each with all that was read of it, take much. */
export type ShownResult = Omit<AccountResult, 'parts'> & {
  /** Such as `trail "management-events"`, where the chain has one. */
  readonly partNames: Readonly<Partial<Record<Part, string>>>;
  /** Where the trail of the chain is. */
  readonly trailRegion?: string;
};

export function shownResult({ parts, ...result }: AccountResult): ShownResult {
  const names = (Object.keys(parts) as Part[]).map((about) => [about, nameOf(about, parts)]);
  const { trail } = parts;
  return { ...result, partNames: Object.fromEntries(names), ...(trail && { trailRegion: trail.region }) };
}

function nameOf<P extends Part>(about: P, parts: AccountResult['parts']): string | undefined {
  const part = parts[about];
  return part && describePart(about, part).name;
}

/** The worst first. */
export const STANDINGS = ['FAIL', 'UNKNOWN', 'COVERED', 'PASS'] as const;
export type Standing = (typeof STANDINGS)[number];

export function standingOf({ result, covered }: JudgedAccount): Standing {
  return covered === undefined ? result.outcome : 'COVERED';
}
