import { accountText } from '../../src/report/text';
import { type JudgedAccount, type Report, STANDINGS, type Standing, standingOf } from './report';

/** How an account is called where there is room for its id and its name. */
export function accountName({ result: { account }, name }: JudgedAccount): string {
  const id = /^\d{12}$/.test(account) ? account : 'not known before deployment';
  return name === undefined ? id : `${id} (${name})`;
}

/** The same within a sentence. */
export function theAccount({ result: { account }, name }: JudgedAccount): string {
  return name === undefined ? accountText(account) : `${accountText(account)} (${name})`;
}

/** What is said of all accounts together: the worst. Those that are covered count only where all are. */
export function verdictOf({ accounts }: Report): Standing {
  const standings = new Set(accounts.map(standingOf));
  if (standings.size === 1 && standings.has('COVERED')) return 'COVERED';
  return STANDINGS.find((standing) => standing !== 'COVERED' && standings.has(standing)) ?? 'UNKNOWN';
}

/** The verdict as a sentence, without the word for it. */
export function verdictText(report: Report): string {
  const { accounts } = report;
  const count = (standing: Standing) => accounts.filter((each) => standingOf(each) === standing).length;
  const [one] = accounts;
  const isAlone = accounts.length === 1;
  const who = isAlone ? theAccount(one) : '';
  const when = report.command === 'check' ? ' before deployment' : '';
  switch (verdictOf(report)) {
    case 'FAIL':
      return isAlone
        ? `${who} has no sound chain that reports network ACL changes`
        : `${count('FAIL')} of ${accounts.length} accounts ${count('FAIL') === 1 ? 'has' : 'have'} no sound chain that reports network ACL changes`;
    case 'UNKNOWN':
      return isAlone
        ? `whether a sound chain in ${who} reports network ACL changes is not known${when}`
        : `whether a sound chain reports network ACL changes is not known${when} in ${count('UNKNOWN')} of ${accounts.length} accounts`;
    case 'COVERED':
      return isAlone ? `${who} is covered by something else` : 'all accounts are covered by something else';
    case 'PASS':
      if (isAlone) return `${who} has a sound chain that reports network ACL changes`;
      return count('COVERED') === 0
        ? `all ${accounts.length} accounts have a sound chain that reports network ACL changes`
        : 'all accounts have a sound chain that reports network ACL changes, or are covered by something else';
  }
}
