import { RISKS, type Risk } from '../../../src/notice';
import { inOnePlace } from '../arguments';
import { Collected } from '../changes/collected';
import { besideTable, CHANGE_FORMATS } from '../changes/formats';
import { sinceOf } from '../changes/since';
import type { Command, Given } from '../command';
import { EXIT } from '../exit-status';
import { LIMITS } from '../live/calls';
import { LIVE_HELP, LIVE_OPTIONS, openSessions } from '../live/live-arguments';
import { readChanges } from '../live/read-changes';
import { addRoleOf, checkRoleArn } from '../live/role-arn';
import { recordsOf } from '../record-files';
import { runCommand } from '../run-command';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

export const COMMAND: Command = {
  name: 'changes',
  synopsis: '[--since 7d] [--risk high]',
  help: `Lists the changes of network ACLs and the denied attempts: who, what, when and
from where, the dangerous ones first. They come from the log group that the
trail of the account feeds. Where there is none, they come from CloudTrail's
event history, which has 90 days and is read in one region. It needs the
permissions of docs/iam-policy-changes.json.

${LIVE_HELP}
  --role-arn ARN      read the account of this role instead
  --since TIME        from then on: 90m, 24h, 7d, or a date in UTC, such as
                      2026-11-25 or 2026-11-25T10:15Z (24h; of files: all)
  --risk RISK         this risk and worse: high, attempt (denied calls) or
                      none (none, which is all)
  --file FILE         records of CloudTrail in a file instead of an account, as
                      JSON or gzipped; can be repeated

Exit status: 0 no change of that risk, 1 there are some, 2 wrong usage or
nothing could be read, 3 none was found, but not everything could be read.

Examples:
  nacl-change-monitor changes
  nacl-change-monitor changes --since 7d --risk attempt
  nacl-change-monitor changes --file trail.json.gz --format html -o changes.html`,
  takesNothing: true,
  result: inOnePlace(...Object.keys(CHANGE_FORMATS)),
  options: {
    ...LIVE_OPTIONS,
    'role-arn': { type: 'string' },
    since: { type: 'string' },
    risk: { type: 'string', default: 'none' },
    file: { type: 'string', multiple: true },
  },
  run: async (given, output, terminal) => {
    const files = given.texts('file');
    const since = given.text('since') ?? (files.length > 0 ? undefined : '24h');
    const collected = new Collected(
      riskOf(given),
      since === undefined ? undefined : sinceOf(since, new Date()),
    );
    if (files.length > 0) await readFiles(given, files, collected);
    else await readLive(given, terminal, collected);

    if (collected.read.length === 0 && collected.total === 0) {
      throw new UsageError(`nothing could be read: ${collected.notRead.join('; ')}`);
    }
    await output.print(CHANGE_FORMATS[given.format](collected, output.columns));
    if (given.format === 'csv') terminal.stderr(besideTable(collected));
    if (collected.total > 0) return EXIT.NOT_SOUND;
    return collected.notRead.length > 0 || collected.malformed > 0 ? EXIT.UNKNOWN : EXIT.SOUND;
  },
};

export const changes = (args: readonly string[], terminal: Terminal) => runCommand(COMMAND, args, terminal);

function riskOf(given: Given): Risk {
  const risk = RISKS.find((each) => each === given.text('risk'));
  if (!risk)
    throw new UsageError(`there is no risk "${given.text('risk')}": take one of ${RISKS.join(', ')}`);
  return risk;
}

/** A file that cannot be read to its end does not keep the others from being read. */
async function readFiles(given: Given, files: readonly string[], collected: Collected): Promise<void> {
  const live = [...Object.keys(LIVE_OPTIONS), 'role-arn'].find(
    (option) => given.text(option) !== undefined || given.flag(option),
  );
  if (live) throw new UsageError(`--${live} is for a live account: leave it out, or leave out --file`);
  for (const file of files) {
    let records = 0;
    try {
      for await (const record of recordsOf(file)) {
        records += 1;
        collected.add(record);
      }
      if (records > 0) collected.read.push(file);
      else collected.notRead.push(`${file}: there is no record in it`);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      collected.notRead.push(error.message);
    }
  }
}

async function readLive(given: Given, terminal: Terminal, collected: Collected): Promise<void> {
  const roleArn = given.text('role-arn');
  if (roleArn !== undefined) checkRoleArn(roleArn);
  // An account's time is for an audit: a log group of many pages takes longer.
  const { sessions, progress } = await openSessions(given, terminal, { ...LIMITS, account: 3_600_000 });
  try {
    const { account } =
      roleArn === undefined ? { account: sessions.caller.account } : addRoleOf(roleArn, sessions);
    await sessions.during(account, (session) =>
      readChanges(session, collected.since as Date, given.text('region') !== undefined, collected),
    );
  } finally {
    progress.end();
    sessions.close();
  }
}
