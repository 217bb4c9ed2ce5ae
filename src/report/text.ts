import type { AccountVerdict } from '../audit/audit';
import { CONTROL } from '../control/network-acl-changes';
import { UNRESOLVED_ACCOUNT } from '../evidence/snapshot';
import type { Origin } from '../field/origin';

/** What an account or a stack that does not pass is told: who, which link and why, and what mends it. */
export interface Text {
  readonly finding: string;
  readonly remedy?: string;
}

/**
 * @param verdict - one that does not pass
 * @param subject - what is judged where that is not the whole account, such as `stack Network`
 */
export function textOf(verdict: AccountVerdict, subject = accountText(verdict.account)): Text {
  const { outcome, broken, unreadableParts, compensatingRules } = verdict;
  const link = broken && `link ${broken.check.link} of 8, ${broken.check.id}: ${broken.finding.reason}`;
  const control = `(${CONTROL.benchmark}, Security Hub ${CONTROL.securityHub})`;
  const sentences = [
    outcome === 'FAIL'
      ? `No sound chain in ${subject} reports network ACL changes ${control}`
      : `Not known whether a sound chain in ${subject} reports network ACL changes ${control}`,
    `: ${link}${place(broken?.finding.subject)}.`,
    ...unreadableParts.map(
      ({ origin, reason }) => ` The chain may be in what could not be read${place(origin)}: ${reason}.`,
    ),
    ...compensatingRules.map(
      ({ origin }) =>
        ` An EventBridge rule watches the same events${place(origin)}: a compensating control, but not this one.`,
    ),
  ];
  return { finding: sentences.join(''), remedy: broken?.finding.remedy };
}

function accountText(account: string): string {
  return account === UNRESOLVED_ACCOUNT
    ? 'the account, which is not known before deployment,'
    : `account ${account}`;
}

/** Where something was found, in brackets: the construct or the resource of a template, and the line of the app. */
function place({ path, template, logicalId, source }: Origin = {}): string {
  const resource = path ?? [template, logicalId].filter(Boolean).join('#');
  const parts = [resource, source].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}
