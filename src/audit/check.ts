import type { Account } from '../evidence/account';
import type { Field } from '../field/field';
import { isUnreadable, type Unreadable } from '../field/field';
import type { Origin } from '../field/origin';
import type { Parts } from './chain';

/** The links of the chain, in their order; the number is the benchmark's order of reading. */
export type Link = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What a check can be about. */
export type Part = keyof Parts;

/** One question about one part of the chain. A check is one file, one page `docs/checks/<id>.md` and one table of tests. */
export interface CheckOf<P extends Part> {
  /** Kebab-case; part of what users acknowledge, so it never changes. */
  readonly id: string;
  /** What must hold, as a sentence. */
  readonly title: string;
  readonly link: Link;
  /** The letter of the control, or whether the chain would ring. */
  readonly question: 'letter' | 'effect';
  /** The check is given this part; where the chain has none it is not asked, and the letter of the link says so. */
  readonly about: P;
  /** What it says of a part; nothing where the part is sound. */
  judge(part: Parts[P], context: CheckContext): Finding | undefined;
}

export type Check = { [P in Part]: CheckOf<P> }[Part];

export interface CheckContext {
  /** How a message calls the part, such as `trail "management-events"`. */
  readonly name: string;
  readonly account: Account;
  /** Whether the text of the pattern has to be one that auditors compare to the character. */
  readonly exactPattern?: boolean;
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

/** What a check says. */
export interface Result {
  readonly check: Check;
  readonly finding: Finding;
}

export const PASS: Finding = { outcome: 'PASS' };

/** What is said of a sound part that a reader should know more about. */
export function note(reason: string, subject?: Origin): Finding {
  return { outcome: 'PASS', reason, ...(subject && { subject }) };
}

export function fail(reason: string, remedy: string, subject?: Origin): Finding {
  return { outcome: 'FAIL', reason, remedy, ...(subject && { subject }) };
}

export function unknown(reason: string, remedy: string, subject?: Origin): Finding {
  return { outcome: 'UNKNOWN', reason, remedy, ...(subject && { subject }) };
}

/** The finding on a value that stands outside the evidence. */
export function couldNotRead(what: string, { unreadable }: Unreadable, subject?: Origin): Finding {
  return unknown(`${what} could not be read: ${unreadable}`, remedyFor(unreadable), subject);
}

/** The finding on what a CloudFormation condition decides. */
export function madeUnder(condition: string, subject?: Origin): Finding {
  return unknown(
    `the condition "${condition}" decides on deployment whether it is made`,
    'make it without a condition, or audit the deployed account',
    subject,
  );
}

/** A value can be given literally where the app decides it. */
function remedyFor(reason: string): string {
  if (/the condition "/.test(reason)) return 'leave out the condition, or audit the deployed account';
  if (/^several are set/.test(reason)) return 'leave one of them, or audit the deployed account';
  return /parameter|dynamic reference|Fn::/.test(reason)
    ? 'give the value literally, or audit the deployed account'
    : 'audit the deployed account';
}

/** Ends a check that needs a value which could not be read. Not an error: there may be thousands, and each would be traced. */
export class ValueNotKnown {
  constructor(public readonly finding: Finding) {}
}

/**
 * The value, where it could be read; otherwise the check ends as UNKNOWN with the reason.
 *
 * @param what the start of a sentence that goes on with "could not be read"
 * @param subject where the value stands, if that is not the part that the check is about
 */
export function known<T>(field: Field<T>, what: string, subject?: Origin): T {
  if (isUnreadable(field)) throw new ValueNotKnown(couldNotRead(what, field, subject));
  return field;
}
