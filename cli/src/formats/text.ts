import { CONTROL } from '../../../src/control/network-acl-changes';
import { besides, placeText } from '../../../src/report/text';
import { coloured } from '../colour';
import type { Look } from '../formats';
import { isProblem, type JudgedCheck, type JudgedLink, linksOf, problemsOf, type State } from '../links';
import { commandLines } from '../plan/shell';
import { type JudgedAccount, type Report, type Standing, standingOf } from '../report';
import { accountName, verdictOf, verdictText } from '../verdict';
import { wrap } from '../wrap';

const COLOURS = { PASS: 'good', FAIL: 'bad', UNKNOWN: 'open', COVERED: 'open' } as const;

/** The first line is the verdict; of several accounts a table comes next, and opens into the chain of each. */
export function text(report: Report, look: Look): string {
  const verdict = verdictOf(report);
  const { accounts } = report;
  const paragraphs = [
    inColour(wrap(`${verdict}: ${verdictText(report)}.`, look.columns), verdict, look),
    wrap(`${CONTROL.benchmark}, Security Hub ${CONTROL.securityHub}`, look.columns),
    ...(accounts.length > 1 ? [accounts.map((each) => row(each, look)).join('\n')] : []),
    ...accounts.flatMap((each) => [
      accounts.length > 1 ? head(each, look) : wrap(`Read: ${each.places.join(', ')}`, look.columns),
      ...chapter(each, look),
    ]),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** The words of a verdict are the first of their line. */
function inColour(line: string, standing: Standing, look: Look): string {
  return line.replace(standing, coloured(standing, COLOURS[standing], look));
}

const STANDING_WIDTH = 'UNKNOWN'.length;
const HANGING = ' '.repeat(STANDING_WIDTH + 2);

function row(account: JudgedAccount, look: Look): string {
  const standing = standingOf(account);
  const line = `${standing.padEnd(STANDING_WIDTH)}  ${accountName(account)}: ${inShort(account)}`;
  return inColour(wrap(line, look.columns, HANGING), standing, look);
}

/** What a table says of an account. */
function inShort(account: JudgedAccount): string {
  if (account.covered !== undefined) return `covered: ${account.covered}`;
  const [problem] = problemsOf(account);
  if (!problem) return 'sound';
  const link = linksOf(account)[problem.check.link - 1];
  return `link ${link.number} of 8, ${link.title.toLowerCase()}, ${link.state}`;
}

function head(account: JudgedAccount, look: Look): string {
  const standing = standingOf(account);
  const where = account.places.length > 0 ? `: ${account.places.join(', ')}` : '';
  const line = `${standing.padEnd(STANDING_WIDTH)}  account ${accountName(account)}${where}`;
  return inColour(wrap(line, look.columns, HANGING), standing, look);
}

function chapter(account: JudgedAccount, look: Look): string[] {
  const { covered, result } = account;
  if (covered !== undefined) return [wrap(`Covered, and not judged: ${covered}`, look.columns)];
  const said = new Set<string>();
  return [
    linksOf(account)
      .map((link) => drawn(link, said, look))
      .join('\n'),
    ...notesOf(account, look),
    ...besides(result).map((sentence) => wrap(sentence, look.columns)),
  ];
}

/** What is left of a link: a line that goes on, breaks, is in doubt, or was not followed so far. */
const MARKS: Readonly<Record<State, string>> = { holds: '|', broken: 'X', unknown: '?', 'not reached': ':' };
const TITLE_WIDTH = 'Management events'.length;
const STATE_WIDTH = 'not reached'.length;
const INSET = '      ';

/** @param said what earlier links have already told: one missing part breaks several, and is mended once */
function drawn(link: JudgedLink, said: Set<string>, look: Look): string {
  const { number, title, state, part = '' } = link;
  const shown = state === 'broken' ? 'BROKEN' : state === 'unknown' ? 'UNKNOWN' : state;
  const line =
    `  ${MARKS[state]} ${number} ${title.padEnd(TITLE_WIDTH)}  ${shown.padEnd(STATE_WIDTH)}  ${part}`.trimEnd();
  const meaning = state === 'broken' ? 'bad' : state === 'unknown' ? 'open' : 'good';
  const first = wrap(line, look.columns, INSET);
  const marked = state === 'not reached' ? first : first.replace(shown, coloured(shown, meaning, look));
  const problems = link.checks.filter(isProblem).filter(({ finding }) => !said.has(finding?.reason ?? ''));
  for (const { finding } of problems) said.add(finding?.reason ?? '');
  return [marked, ...problems.flatMap((check) => told(check, look))].join('\n');
}

function told({ check, finding, remedy }: JudgedCheck, look: Look): string[] {
  const reason = `${check.id}: ${finding?.reason}${placeText(finding?.subject)}.`;
  const paragraph = (line: string) => wrap(`${INSET}${line}`, look.columns, INSET);
  if (remedy === undefined) return [paragraph(reason)];
  if (!remedy.startsWith('aws ')) return [reason, `Fix: ${remedy}.`].map(paragraph);
  return [paragraph(reason), paragraph('Fix:'), commandLines(remedy, look.columns, INSET)];
}

function notesOf({ result: { results } }: JudgedAccount, look: Look): string[] {
  return results.flatMap(({ finding: { outcome, reason, subject } }) =>
    outcome === 'PASS' && reason !== undefined
      ? [wrap(`To know: ${reason}${placeText(subject)}.`, look.columns)]
      : [],
  );
}
