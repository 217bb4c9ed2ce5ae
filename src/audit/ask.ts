import type { Account } from '../evidence/account';
import type { Possible } from '../evidence/possible';
import type { Parts } from './chain';
import type { MissingPart, PartOfLink } from './chain-links';
import { type Check, type Finding, madeUnder, PASS, type Part, unknown, ValueNotKnown } from './check';
import { describePart } from './names';
import { judgeMeant } from './possibilities';

/** What the judgement as a whole is asked for. */
export interface AuditOptions {
  /** Whether the text of the pattern has to be one that auditors compare to the character. */
  readonly exactPattern?: boolean;
  /** Accounts of the same organization that are not judged: one of them may have a trail for all. */
  readonly elsewhere?: readonly Account[];
}

/**
 * Asks a check of a part of the chain.
 *
 * @returns nothing where the check is about how a part works that is not there
 */
export function ask(
  check: Check,
  part: PartOfLink | MissingPart,
  account: Account,
  options: AuditOptions,
): Finding | undefined {
  if ('missing' in part) return check.question === 'letter' ? part.missing : undefined;
  const { meant, name } = part;
  if (meant.length === 0) {
    return unknown(
      `whether ${lowerFirst(check.title)} could not be read: ${name} is not part of the evidence`,
      'audit the deployed account',
    );
  }
  return judgeMeant(meant as readonly Possible<Parts[Part]>[], `whether ${lowerFirst(check.title)}`, (one) =>
    askOf(check, one, account, options),
  );
}

function askOf(check: Check, part: Parts[Part], account: Account, options: AuditOptions): Finding {
  const { name, origin } = describePart(check.about, part as never);
  const finding = answerOf(check, part, { name, account, ...options });
  const placed = finding === PASS || finding.subject || !origin ? finding : { ...finding, subject: origin };
  if (check.question === 'effect' || placed.outcome !== 'PASS') return placed;
  return conditionalOn(part) ?? placed;
}

/** Whatever goes wrong in a check, it has not passed. */
function answerOf(check: Check, part: Parts[Part], context: Parameters<Check['judge']>[1]): Finding {
  try {
    return (check.judge as (part: unknown, context: unknown) => Finding | undefined)(part, context) ?? PASS;
  } catch (error) {
    if (error instanceof ValueNotKnown) return error.finding;
    return endedWith(error, `check ${check.id}`);
  }
}

/** An error of the judgement itself: nothing is known, and nobody else is kept from being judged. */
export function endedWith(error: unknown, what: string): Finding {
  return unknown(
    `${what} ended with an error: ${error instanceof Error ? error.message : error}`,
    'report it to the maintainers of cdk-nacl-change-monitor, with the template',
  );
}

/** What is made only under a condition may not be there, and what a macro may change may be something else. */
function conditionalOn(part: Parts[Part]): Finding | undefined {
  const resource = 'acting' in part ? part.acting : 'alarm' in part ? part.alarm : part;
  if (!('origin' in resource)) return undefined;
  const { condition, mayChange, origin } = resource;
  if (condition !== undefined) return madeUnder(condition, origin);
  if (mayChange === undefined) return undefined;
  return unknown(`${mayChange}, this one too`, 'audit the deployed account', origin);
}

function lowerFirst(title: string): string {
  return /^[A-Z][a-z]/.test(title) && !/^Cloud/.test(title) ? title[0].toLowerCase() + title.slice(1) : title;
}
