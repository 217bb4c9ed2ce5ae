import { resolve } from 'node:path';
import type { Given, Output } from './command';
import { type Covered, coveredIn, tellUnmet } from './covered';
import { EXIT, type ExitStatus } from './exit-status';
import { FORMATS, type FormatName } from './formats';
import { type JudgedAccount, type Report, STANDINGS, type Standing, standingOf } from './report';
import { type ReportFile, reportFile } from './report-arguments';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { verdictOf } from './verdict';
import { VERSION } from './version';
import { WholeFile } from './whole-file';

const STATUS: Record<Standing, ExitStatus> = {
  PASS: EXIT.SOUND,
  COVERED: EXIT.SOUND,
  FAIL: EXIT.NOT_SOUND,
  UNKNOWN: EXIT.UNKNOWN,
};

/** What is asked of a report, known and found possible before anything is judged. */
export interface Request {
  /** Accounts that need not be judged: who judges them all the same may do so. */
  readonly covered: Covered;
}

/**
 * Judges accounts and prints the report, wherever it is asked for.
 *
 * @param judge is called once all files can be written
 * @returns the exit status
 */
export async function printReport(
  command: Report['command'],
  given: Given,
  output: Output,
  terminal: Terminal,
  judge: (request: Request) => Promise<readonly JudgedAccount[]>,
): Promise<ExitStatus> {
  const wanted = given.texts('output').map(reportFile);
  const twice = wanted.find(({ file }, i) => wanted.slice(0, i).some((other) => isSame(other.file, file)));
  if (twice) throw new UsageError(`${twice.file} is named twice: give each report a file of its own`);
  const covered = await coveredIn(given);
  const files: (ReportFile & { readonly whole: WholeFile })[] = [];
  try {
    for (const each of wanted) files.push({ ...each, whole: await WholeFile.open(each.file) });
    const judged = await judge({ covered });
    tellUnmet(
      covered,
      judged.map(({ result }) => result.account),
      terminal,
    );
    const report = reportOf(command, judged, covered);
    for (const { format, whole } of files) {
      await whole.write(FORMATS[format].print(report, { isColoured: false }));
    }
    const printed = FORMATS[given.format as FormatName].print(report, output);
    for (const { whole } of files) await whole.finish();
    await output.print(printed);
    return STATUS[verdictOf(report)];
  } catch (error) {
    for (const { whole } of files) await whole.discard();
    throw error;
  }
}

/** The worst first, and otherwise in the order in which they come. */
function reportOf(command: Report['command'], judged: readonly JudgedAccount[], covered: Covered): Report {
  const marked = judged.map((each): JudgedAccount => {
    const reason = covered.get(each.result.account);
    return reason === undefined ? each : { ...each, covered: reason };
  });
  const accounts = STANDINGS.flatMap((standing) => marked.filter((each) => standingOf(each) === standing));
  return { command, version: VERSION, time: new Date(), accounts };
}

function isSame(one: string, other: string): boolean {
  return resolve(one) === resolve(other);
}
