import { CONTROL } from '../../../src/control/network-acl-changes';
import { besides, placeText } from '../../../src/report/text';
import { pageOf } from '../addresses';
import { isProblem, type JudgedLink, linksOf, type State } from '../links';
import { printable } from '../printable';
import { type JudgedAccount, type Report, standingOf } from '../report';
import { accountName, verdictOf, verdictText } from '../verdict';

/**
 * For pull requests and summaries of jobs. Names and texts that come from outside stand in code spans, in which nothing of
 * Markdown is obeyed; the graphs have none of them.
 */
export function markdown(report: Report): string {
  const { accounts } = report;
  const paragraphs = [
    `# ${verdictOf(report)}: ${accounts.length === 1 ? titleOf(accounts[0], report) : verdictText(report)}`,
    `${CONTROL.benchmark}, Security Hub ${CONTROL.securityHub}`,
    ...(accounts.length > 1
      ? [table(['Verdict', 'Account', 'First link that does not hold'], accounts.map(summary))]
      : []),
    ...accounts.flatMap((account) => [
      ...(accounts.length > 1 ? [`## ${head(account)}`] : []),
      ...chapter(account),
    ]),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** The sentence may have the account's name in it. */
function titleOf(account: JudgedAccount, report: Report): string {
  const { name } = account;
  return name === undefined
    ? verdictText(report)
    : verdictText(report).replace(`(${name})`, () => `(${code(name)})`);
}

function head(account: JudgedAccount): string {
  return `${standingOf(account)}: account ${code(accountName(account))}`;
}

function summary(account: JudgedAccount): string[] {
  const broken = linksOf(account).find(isProblem);
  const said = broken ? `${broken.number}, ${broken.title.toLowerCase()}` : '';
  const { covered } = account;
  return [
    standingOf(account),
    code(accountName(account)),
    covered === undefined ? said : `covered: ${code(covered)}`,
  ];
}

function chapter(account: JudgedAccount): string[] {
  const { covered, places, result } = account;
  const read = places.length > 0 ? [`Read: ${places.map(code).join(', ')}`] : [];
  if (covered !== undefined) return [...read, `Covered, and not judged: ${code(covered)}`];
  const links = linksOf(account);
  const notes = result.results.flatMap(({ finding: { outcome, reason, subject } }) =>
    outcome === 'PASS' && reason !== undefined ? [`To know: ${code(`${reason}${placeText(subject)}`)}`] : [],
  );
  return [
    ...read,
    graph(links),
    table(['Link', 'What', 'State', 'Part', 'Why', 'Fix'], links.flatMap(rowsOf)),
    ...notes,
    ...besides(result).map(code),
  ];
}

function rowsOf({ number, title, state, part = '', checks }: JudgedLink): string[][] {
  const head = [
    String(number),
    title,
    state === 'broken' || state === 'unknown' ? `**${state}**` : state,
    code(part),
  ];
  const problems = checks.filter(isProblem);
  if (problems.length === 0) return [[...head, '', '']];
  return problems.map(({ check, finding, remedy = '' }, i) => [
    ...(i === 0 ? head : ['', '', '', '']),
    `[${check.id}](${pageOf(check)}): ${code(`${finding?.reason}${placeText(finding?.subject)}`)}`,
    code(remedy),
  ]);
}

const SYMBOLS: Readonly<Record<State, string>> = {
  holds: '✓',
  broken: '✗',
  unknown: '?',
  'not reached': '…',
};

/** @see https://mermaid.js.org/syntax/flowchart.html */
function graph(links: readonly JudgedLink[]): string {
  return [
    '```mermaid',
    'flowchart TD',
    ...links.map(
      ({ number, title, state }) =>
        `  l${number}["${SYMBOLS[state]} ${number} ${title}: ${state}"]:::${state.replace(' ', '')}`,
    ),
    ...links
      .slice(1)
      .map(({ number, state }) => `  l${number - 1} ${state === 'holds' ? '-->' : '-.->'} l${number}`),
    '  classDef holds fill:#dafbe1,stroke:#1a7f37,color:#0a3817',
    '  classDef broken fill:#ffebe9,stroke:#cf222e,color:#560b12,stroke-width:4px',
    '  classDef unknown fill:#fff8c5,stroke:#9a6700,color:#3b2300,stroke-width:4px',
    '  classDef notreached fill:#f6f8fa,stroke:#8c959f,color:#424a53,stroke-dasharray:4',
    '```',
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(withoutBars).join(' | ')} |`)
    .join('\n');
}

/** A bar ends a cell even in a code span, unless it is escaped; a backslash before it would undo that. */
function withoutBars(cell: string): string {
  return cell.replace(/\\(?=\|)/g, '\\ ').replaceAll('|', '\\|');
}

/** A fence is longer than what looks like one inside. */
function code(text: string): string {
  const plain = printable(text).trim();
  if (plain === '') return '';
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const edge = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
  return `${fence}${edge}${plain}${edge}${fence}`;
}
