import { evaluate, type FilterPattern, PatternError, parse } from '../../../src/filter-pattern';
import { caret } from '../caret';
import { coloured } from '../colour';
import type { Command, Output } from '../command';
import { EXIT } from '../exit-status';
import { recordsOf } from '../record-files';
import { runCommand } from '../run-command';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { wrap } from '../wrap';

interface Count {
  readonly file: string;
  readonly records: number;
  readonly matched: number;
}

/** Characters: a call for each record takes longer than to read it. */
const PRINTED_AT_ONCE = 65_536;

export const COMMAND: Command = {
  name: 'test',
  synopsis: "'PATTERN' FILE...",
  help: `Counts the records that a filter pattern of CloudWatch Logs matches. A file has
JSON objects (also one a line), a list of them, or CloudTrail's own
{ "Records": [...] }, as they are or gzipped. Files of any size are read
without keeping them.

Options:
  --show              print the matching records, one a line, and the counts on
                      standard error

Exit status: 0 some record matches, 1 none does, 2 wrong usage or a file that
could not be read to its end.

Examples:
  nacl-change-monitor test '{ $.eventName = *NetworkAcl* }' events.json
  nacl-change-monitor test --show '{ $.errorCode = * }' trail/*.json.gz | jq .`,
  options: { show: { type: 'boolean' } },
  run: async ({ positionals: [text, ...files], format, flag }, output, terminal) => {
    if (files.length === 0) throw new UsageError('no file is given: name one after the pattern');
    const pattern = parsed(text, terminal.columns);
    const isShown = flag('show');
    const counts: Count[] = [];
    for (const file of files) {
      counts.push(await countIn(file, pattern, isShown ? output : undefined));
    }
    const [records, matched] = [sumOf(counts, 'records'), sumOf(counts, 'matched')];
    if (records === 0)
      throw new UsageError(`there is no record in ${files.join(', ')}: name a file that has some`);
    const total = { matched, records };
    const summary = format === 'json' ? asJson(total, counts) : asText(total, counts, output);
    if (!isShown) await output.print(summary);
    else if (!flag('quiet')) terminal.stderr(summary);
    return matched > 0 ? EXIT.SOUND : EXIT.NOT_SOUND;
  },
};

export const test = (args: readonly string[], terminal: Terminal) => runCommand(COMMAND, args, terminal);

/** @param show is given the records that match */
async function countIn(file: string, pattern: FilterPattern, show: Output | undefined): Promise<Count> {
  let [records, matched, lines] = [0, 0, ''];
  for await (const event of recordsOf(file)) {
    records += 1;
    if (!evaluate(pattern, event)) continue;
    matched += 1;
    if (!show) continue;
    lines += `${JSON.stringify(event)}\n`;
    if (lines.length < PRINTED_AT_ONCE) continue;
    await show.print(lines);
    lines = '';
  }
  if (lines !== '') await show?.print(lines);
  return { file, records, matched };
}

function parsed(text: string, columns: number | undefined) {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const { offset, reason } = error;
    throw new UsageError(`the pattern is not valid, at ${offset}: ${reason}`, caret(text, offset, columns));
  }
}

function sumOf(counts: readonly Count[], key: 'records' | 'matched'): number {
  return counts.reduce((sum, count) => sum + count[key], 0);
}

function asJson(total: Omit<Count, 'file'>, files: readonly Count[]): string {
  return `${JSON.stringify({ ...total, files }, undefined, 2)}\n`;
}

function asText({ matched, records }: Omit<Count, 'file'>, files: readonly Count[], output: Output): string {
  const verdict = coloured(matched > 0 ? 'MATCH' : 'NO MATCH', matched > 0 ? 'good' : 'bad', output);
  const first = `${verdict}: ${phrase(matched, records)}.`;
  const rest = files.map((count) =>
    wrap(`  ${count.file}: ${phrase(count.matched, count.records)}`, output.columns, '    '),
  );
  return `${[first, ...(files.length > 1 ? rest : [])].join('\n')}\n`;
}

function phrase(matched: number, records: number): string {
  const number = (count: number) => count.toLocaleString('en-US');
  return `${number(matched)} of ${number(records)} ${records === 1 ? 'record' : 'records'}`;
}
