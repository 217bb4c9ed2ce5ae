import { placeText } from '../../../src/report/text';
import { cell } from '../csv-cell';
import { linksOf } from '../links';
import { type JudgedAccount, type Report, standingOf } from '../report';

const COLUMNS = [
  'account',
  'name',
  'verdict',
  'link',
  'link title',
  'part',
  'check',
  'question',
  'what must hold',
  'state',
  'reason',
  'remedy',
  'read',
  'time',
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

/**
 * A line an account and check, so that an auditor can sort and count; a covered account has one line.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csv(report: Report): string {
  const time = report.time.toISOString();
  const rows = report.accounts.flatMap((account) => rowsOf(account)).map((row): Row => ({ ...row, time }));
  return [COLUMNS.map(cell), ...rows.map((row) => COLUMNS.map((column) => cell(row[column] ?? '')))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
}

function rowsOf(judged: JudgedAccount): Row[] {
  const { result, covered, name, places } = judged;
  const account = { account: result.account, name, verdict: standingOf(judged), read: places.join(' ') };
  if (covered !== undefined) return [{ ...account, state: 'not judged', reason: covered }];
  return linksOf(judged).flatMap(({ number, title, part, checks }) =>
    checks.map(
      ({ check, state, finding, remedy }): Row => ({
        ...account,
        link: String(number),
        'link title': title,
        part,
        check: check.id,
        question: check.question,
        'what must hold': check.title,
        state,
        reason: finding?.reason && `${finding.reason}${placeText(finding.subject)}`,
        remedy,
      }),
    ),
  );
}
