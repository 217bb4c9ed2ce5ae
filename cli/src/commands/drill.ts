import { accountMessage } from '../account-message';
import type { Command, Given, Output } from '../command';
import { announcement, type Trigger } from '../drill/announcement';
import { Cleanup } from '../drill/cleanup';
import { drilledChain } from '../drill/drilled-chain';
import { Interruption } from '../drill/interruption';
import type { DrillResult } from '../drill/result';
import { drillId, runDrill } from '../drill/run-drill';
import { litLine, resultText } from '../drill/text';
import { EXIT } from '../exit-status';
import { auditAccounts } from '../live/audit-accounts';
import { LIMITS } from '../live/calls';
import { LIVE_HELP, LIVE_OPTIONS, openSessions } from '../live/live-arguments';
import type { Progress } from '../live/progress';
import { addRoleOf } from '../live/role-arn';
import type { Sessions } from '../live/sessions';
import { runCommand } from '../run-command';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { wrap } from '../wrap';

export const COMMAND: Command = {
  name: 'drill',
  synopsis: '[--from log-group|trail]',
  help: `Proves that the chain of a live account rings: sets it off once and shows each
link light up. It audits first, says what it will do and who will be notified,
asks, and removes all that it made, also after Ctrl-C. Beside the permissions
of audit it takes those of docs/iam-policy-drill.json.

${LIVE_HELP}
  --role-arn ARN      drill the account of this role instead
  --from log-group    write one marked event into the log group (default)
  --from trail        create and delete an empty network ACL, in the VPC of
                      --vpc, and follow CloudTrail's own event
  --vpc VPC-ID        where; its region is that of --region
  --yes               do not ask
  --timeout SECONDS   how long to wait (900; from the trail 1800)

Exit status: 0 it rang, 1 it did not, 2 wrong usage or nothing could be read,
3 not known.

Examples:
  nacl-change-monitor drill
  nacl-change-monitor drill --from trail --vpc vpc-0a1b2c3d --region eu-west-1
  nacl-change-monitor drill --yes --format json`,
  takesNothing: true,
  options: {
    ...LIVE_OPTIONS,
    'role-arn': { type: 'string' },
    from: { type: 'string' },
    vpc: { type: 'string' },
    yes: { type: 'boolean' },
    timeout: { type: 'string' },
  },
  run: async (given, output, terminal) => {
    const from = fromOf(given);
    const timeoutSeconds = timeoutOf(given, from);
    if (!given.flag('yes') && !terminal.ask) {
      throw new UsageError('a drill notifies people, and there is no terminal to ask at: give --yes');
    }
    const { sessions, progress } = await openSessions(given, terminal, LIMITS);
    try {
      const result = await drillAccount(given, from, timeoutSeconds, sessions, progress, output, terminal);
      await output.print(
        given.format === 'json' ? `${JSON.stringify(result, undefined, 2)}\n` : resultText(result, output),
      );
      return STATUS[result.verdict];
    } finally {
      progress.end();
      sessions.close();
    }
  },
};

export const drill = (args: readonly string[], terminal: Terminal) => runCommand(COMMAND, args, terminal);

const STATUS = { RANG: EXIT.SOUND, SILENT: EXIT.NOT_SOUND, UNKNOWN: EXIT.UNKNOWN } as const;

async function drillAccount(
  given: Given,
  from: Trigger['from'],
  timeoutSeconds: number,
  sessions: Sessions,
  progress: Progress,
  output: Output,
  terminal: Terminal,
): Promise<DrillResult> {
  const roleArn = given.text('role-arn');
  const target = roleArn === undefined ? { account: sessions.caller.account } : addRoleOf(roleArn, sessions);
  const { account } = target;
  const [audited] = await auditAccounts([target], sessions, {
    concurrency: 1,
    keepEvidence: true,
    onAccount: () => {},
  });
  progress.end();
  if (!audited.isRead) throw new UsageError(accountMessage(audited).replace(/\.$/, ''));
  const nothing = { account, links: [], subscribers: [], leftovers: [] };
  if (audited.result.outcome === 'FAIL') {
    return {
      verdict: 'SILENT',
      reason: `nothing was set off: ${broken(accountMessage(audited))}`,
      ...nothing,
    };
  }
  const chain = drilledChain(audited.parts ?? {});
  if ('missing' in chain) {
    const reason = `nothing was set off, because ${chain.missing} is not known: ${broken(accountMessage(audited))}`;
    return { verdict: 'UNKNOWN', reason, ...nothing };
  }

  const id = drillId(new Date());
  const region = sessions.caller.region;
  const trigger: Trigger = from === 'trail' ? { from, vpc: given.text('vpc') as string, region } : { from };
  if (!given.flag('quiet'))
    terminal.stderr(announcement(chain, trigger, account, id, timeoutSeconds, terminal.columns));
  if (!given.flag('yes') && !(await terminal.ask?.('Go on? [y/N] '))) {
    throw new UsageError('nothing was set off, because the answer was no');
  }
  const cleanup = new Cleanup();
  const interruption = new Interruption(terminal, cleanup);
  const tell = (text: string) => {
    progress.end();
    if (!given.flag('quiet')) terminal.stderr(`${wrap(text, terminal.columns)}\n`);
  };
  try {
    const drilled = await runDrill({
      ...{ id, chain, trigger, account, sessions, timeoutSeconds, cleanup },
      signal: interruption.signal,
      onNote: tell,
      onLit: async (seen) => {
        progress.end();
        if (given.format === 'text') await output.print(litLine(seen, output));
      },
    });
    const leftovers = await cleanup.removeAll();
    const { verdict, reason, dark, links } = drilled;
    return {
      verdict,
      reason,
      account,
      ...(dark && { dark }),
      links,
      subscribers: chain.subscribers,
      leftovers,
    };
  } catch (error) {
    // There is no result that could name what stays.
    for (const { what, command, why } of await cleanup.removeAll()) {
      terminal.stderr(`Left behind: ${what}: ${why}. Remove it with\n  ${command}\n`);
    }
    throw error;
  } finally {
    interruption.end();
    progress.end();
  }
}

/** The sentence as the end of another. */
function broken(message: string): string {
  return `${message.charAt(0).toLowerCase()}${message.slice(1)}`.replace(/\.$/, '');
}

function fromOf(given: Given): Trigger['from'] {
  const from = given.text('from') ?? 'log-group';
  const vpc = given.text('vpc');
  if (from !== 'log-group' && from !== 'trail') {
    throw new UsageError(`a drill cannot start from "${from}": give --from log-group or --from trail`);
  }
  if (from === 'log-group' && vpc !== undefined) throw new UsageError('--vpc goes with --from trail');
  if (from === 'trail' && !/^vpc-[\da-f]+$/.test(vpc ?? '')) {
    throw new UsageError(
      '--from trail needs --vpc VPC-ID, the VPC in which an empty network ACL may be created and deleted',
    );
  }
  return from;
}

/** CloudTrail delivers within about 5 minutes on average: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html */
function timeoutOf(given: Given, from: Trigger['from']): number {
  const text = given.text('timeout') ?? (from === 'trail' ? '1800' : '900');
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new UsageError('--timeout takes a number of seconds, 1 to 99999');
  return Number(text);
}
