import { details, headline, type Notice, riskWords } from '../../../src/notice';
import { cell } from '../csv-cell';
import { escapeMarkup as escaped } from '../escape-markup';
import { htmlPage } from '../html-page';
import { printable } from '../printable';
import { wrap } from '../wrap';
import type { Collected } from './collected';
import { countText, scopeLines } from './summary';

/** How the changes are printed. */
export const CHANGE_FORMATS: Readonly<
  Record<string, (collected: Collected, columns: number | undefined) => string>
> = { text, json, csv, html };

function text(collected: Collected, columns: number | undefined): string {
  const head = [countText(collected), ...scopeLines(collected)].map((line) => wrap(line, columns, '  '));
  const blocks = collected.listed.map((notice, index) => {
    const [first, ...rest] = [...headline(notice), ...details(notice)];
    return [`${index + 1}. ${first}`, ...rest.map((line) => `   ${line}`)]
      .map((line) => wrap(line, columns, '     '))
      .join('\n');
  });
  return `${[head.join('\n'), ...blocks].join('\n\n')}\n`;
}

function json(collected: Collected): string {
  const { counts, total, span, since, risk, read, notRead, malformed, leftOut, listed } = collected;
  const [from, to] = span;
  const changes = listed;
  return `${JSON.stringify({ version: 1, total, counts, from, to, since, risk, read, notRead, malformed, leftOut, changes }, undefined, 2)}\n`;
}

const COLUMNS: readonly (readonly [name: string, of: (notice: Notice) => string | undefined])[] = [
  ['risk', riskWords],
  ['reason', ({ reasons }) => reasons.join('; ')],
  ['action', ({ action }) => action],
  ['who', ({ who }) => who],
  ['principal', ({ principal }) => principal],
  ['how', ({ how }) => how],
  ['from', ({ source }) => source],
  ['MFA', ({ mfa }) => mfa],
  ['time', ({ time }) => time],
  ['account', ({ account }) => account],
  ['region', ({ region }) => region],
  ['network ACL', ({ networkAcl }) => networkAcl],
  ['outcome', ({ outcome }) => outcome],
  ['error code', ({ errorCode }) => errorCode],
  ['error', ({ error }) => error],
  ['event', ({ eventName }) => eventName],
  ['event id', ({ eventId }) => eventId],
];

/** A line a change. What was not read stands on standard error, as it is no change. */
function csv({ listed }: Collected): string {
  return [COLUMNS.map(([name]) => name), ...listed.map((one) => COLUMNS.map(([, of]) => of(one) ?? ''))]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');
}

const CLASSES = { high: 'FAIL', attempt: 'UNKNOWN', none: 'soft' };

function html(collected: Collected): string {
  const rows = collected.listed.map(
    (notice) =>
      `<tr><td class="${CLASSES[notice.risk]}">${escaped(riskWords(notice))}</td><td>${[...headline(notice), ...details(notice)].map(escaped).join('<br>')}${link(notice)}</td></tr>`,
  );
  const title = countText(collected);
  return htmlPage(
    title,
    `<main>
<h1>${escaped(title)}</h1>
${scopeLines(collected)
  .map((line) => `<p>${escaped(line)}</p>\n`)
  .join('')}<table>
<thead><tr><th scope="col">Risk</th><th scope="col">Change</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</main>`,
  );
}

function link({ links: { event } }: Notice): string {
  return event ? `<br><a href="${escaped(event)}">CloudTrail event</a>` : '';
}

/** What a table has no place for, for standard error. */
export function besideTable(collected: Collected): string {
  return scopeLines(collected)
    .filter((line) => line.startsWith('NOT '))
    .map((line) => `${printable(line)}\n`)
    .join('');
}
