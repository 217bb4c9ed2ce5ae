import type { AccountResult } from '../../../src/audit/audit';
import type { Outcome } from '../../../src/audit/check';
import type { AccountData } from '../../../src/evidence/account-data';
import type { AwsCommand } from './command';
import type { StackParts } from './stack-parts';

/** What the user says to a plan. */
export interface PlanOptions {
  /** Where a whole chain would be made. */
  readonly region: string;
  /** Who is told, where nobody is yet. */
  readonly emails: readonly string[];
  /** A topic that is there and may be used. */
  readonly topicArn?: string;
  /** Log groups of the names that a plan gives, where they were asked for: what a deleted stack left behind. */
  readonly takenLogGroups?: readonly string[];
  /** What of other accounts was read as well, such as a topic. */
  readonly elsewhere?: readonly AccountData[];
}

/** The least that makes an account's chain sound. */
export interface Plan {
  readonly account: string;
  /** What the audit says now. */
  readonly now: Outcome;
  /** What it would say after the plan: the same audit, asked of what would be there. */
  readonly after: Outcome;
  /** What is missing: one new stack. */
  readonly stack?: StackParts;
  /** What stands and is wrong, in the order in which they run, behind the stack. */
  readonly commands: readonly AwsCommand[];
  /** What nobody can do but a human, as sentences. */
  readonly humans: readonly string[];
  /** What could not be read or decided, as sentences. */
  readonly unknowns: readonly string[];
}

/** What a plan has come to so far. */
export interface Draft {
  /** The account with what the commands change. */
  readonly data: AccountData;
  readonly stack?: StackParts;
  readonly commands: readonly AwsCommand[];
  readonly humans: readonly string[];
}

/** One check that fails, of the account as it would be after the draft. */
export interface Problem {
  readonly check: string;
  readonly reason: string;
  readonly draft: Draft;
  readonly result: AccountResult;
  readonly options: PlanOptions;
}

/** One way to mend a problem; undefined where it does not apply. Whether it mends is asked of the audit. */
export type Fix = (problem: Problem) => Draft | undefined;
