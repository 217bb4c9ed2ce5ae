import type { AccountResult } from '../audit/audit';
import { CONTROL } from '../control/network-acl-changes';
import { UNRESOLVED_ACCOUNT } from '../evidence/account';
import type { Origin } from '../field/origin';

/**
 * The finding on an account or a stack that does not pass, as one paragraph: who, which link and why.
 *
 * @param subject - what is judged where that is not the whole account, such as `stack Network`
 */
export function findingText(result: AccountResult, subject = accountText(result.account)): string {
  const { outcome, broken, unreadParts, compensatingRules } = result;
  const link = broken && `link ${broken.check.link} of 8, ${broken.check.id}: ${broken.finding.reason}`;
  const control = `(${CONTROL.benchmark}, Security Hub ${CONTROL.securityHub})`;
  return [
    outcome === 'FAIL'
      ? `No sound chain in ${subject} reports network ACL changes ${control}`
      : `Not known whether a sound chain in ${subject} reports network ACL changes ${control}`,
    `: ${link}${placeText(broken?.finding.subject)}.`,
    ...besides({ unreadParts, compensatingRules }).map((sentence) => ` ${sentence}`),
  ].join('');
}

/** What a reader should know beside the broken link, each a sentence. */
export function besides({
  unreadParts,
  compensatingRules,
}: Pick<AccountResult, 'unreadParts' | 'compensatingRules'>): string[] {
  return [
    ...unreadParts.map(
      ({ origin, reason }) => `The chain may be in what could not be read${placeText(origin)}: ${reason}.`,
    ),
    ...compensatingRules.map(
      ({ origin, ...rule }) =>
        `${'query' in rule ? 'A log alarm' : 'An EventBridge rule'} watches the same events${placeText(origin)}: a compensating control, but not this one.`,
    ),
  ];
}

/** What a reader should know of an account that passes; undefined where there is nothing. */
export function notesText({ account, results }: AccountResult): string | undefined {
  const notes = results.flatMap(({ finding: { reason, subject } }) =>
    reason ? [`${reason}${placeText(subject)}`] : [],
  );
  if (notes.length === 0) return undefined;
  return `A sound chain in ${accountText(account)} reports network ACL changes. To know: ${notes.join('; ')}.`;
}

/** How an account is called. */
export function accountText(account: string): string {
  return account === UNRESOLVED_ACCOUNT
    ? 'the account, which is not known before deployment,'
    : `account ${account}`;
}

/** Where something was found, in brackets: the construct or the resource of a template, and the line of the app. */
export function placeText({ path, template, logicalId, source }: Origin = {}): string {
  const resource = path ?? [template, logicalId].filter(Boolean).join('#');
  const parts = [resource, source].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}
