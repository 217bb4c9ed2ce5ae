import type { AccountResult } from '../audit/audit';
import { named } from '../language/property-names';
import { accountText } from './text';

/**
 * What the first stack of an account is told: the whole finding, what mends it and, where something could not be read,
 * what can be done to know.
 *
 * @param finding who, which link and why
 * @param remedy what mends it
 * @param acknowledgement the id with which the finding is accepted
 */
export function wholeMessage(
  { outcome, account }: AccountResult,
  finding: string,
  remedy: string | undefined,
  acknowledgement: string,
): string {
  const fix = remedy === undefined ? '' : ` Fix: ${remedy}.`;
  if (outcome !== 'UNKNOWN') return `${finding}${fix}`;
  return (
    `${finding}${fix} To know what is deployed, run "npx nacl-change-monitor audit" with credentials of ${accountText(account)}: it reads, and changes nothing. ` +
    `If the chain is sound, declare the account covered with a reason (${named('coveredAccounts')}), or acknowledge ${acknowledgement}.`
  );
}

/** What the other stacks of the account are told. */
export function shortMessage({ account }: AccountResult, firstStack: string): string {
  return `No sound chain in ${accountText(account)} reports network ACL changes: see the message of stack ${firstStack}.`;
}
