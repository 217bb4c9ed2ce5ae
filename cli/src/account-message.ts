import { besides, placeText } from '../../src/report/text';
import { problemsOf } from './links';
import type { JudgedAccount } from './report';
import { theAccount } from './verdict';

/** What is said of an account in one paragraph, beside its verdict. */
export function accountMessage(account: JudgedAccount): string {
  const { covered, result } = account;
  const who = theAccount(account);
  if (covered !== undefined)
    return `${who.charAt(0).toUpperCase()}${who.slice(1)} is covered, and not judged: ${covered}`;
  if (result.outcome === 'PASS') return `A sound chain in ${who} reports network ACL changes.`;
  const [{ check, finding }] = problemsOf(account);
  return [
    result.outcome === 'FAIL'
      ? `No sound chain in ${who} reports network ACL changes`
      : `Not known whether a sound chain in ${who} reports network ACL changes`,
    `: link ${check.link} of 8, ${check.id}: ${finding?.reason}${placeText(finding?.subject)}.`,
    ...besides(result).map((sentence) => ` ${sentence}`),
  ].join('');
}
