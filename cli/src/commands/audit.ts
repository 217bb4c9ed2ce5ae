import type { Command, Given } from '../command';
import { EXIT } from '../exit-status';
import { auditAccounts } from '../live/audit-accounts';
import { LIMITS } from '../live/calls';
import { LIVE_HELP, LIVE_OPTIONS, openSessions } from '../live/live-arguments';
import { addRoleOf, checkRoleArn } from '../live/role-arn';
import type { Sessions, Target } from '../live/sessions';
import { printReport } from '../print-report';
import { REPORT_RESULT, reportFile } from '../report-arguments';
import { runCommand } from '../run-command';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

export const COMMAND: Command = {
  name: 'audit',
  synopsis: '[--organization --role-name NAME]',
  help: `Judges live accounts: whether a change of a network ACL would reach somebody,
and which link is broken if not. It reads only, with the permissions of
docs/iam-policy.json, and asks for what the chain needs and nothing else.

${LIVE_HELP}
  --role-arn ARN      audit the account of this role instead; can be repeated
  --organization      audit the accounts of the organization
  --role-name NAME    the role in each of them, which the credentials may assume
  --accounts ID,...   only these of the organization
  --exclude ID,...    all but these
  --concurrency N     so many accounts at once (8)

Exit status: 0 every account has a sound chain, 1 some has none, 2 wrong usage
or nothing could be read, 3 not everything could be read.

Examples:
  nacl-change-monitor audit
  nacl-change-monitor audit --profile production --output report.html
  nacl-change-monitor audit --organization --role-name SecurityAudit
  nacl-change-monitor audit --role-arn arn:aws:iam::111122223333:role/Auditor`,
  result: REPORT_RESULT,
  takesNothing: true,
  options: {
    ...LIVE_OPTIONS,
    'role-arn': { type: 'string', multiple: true },
    organization: { type: 'boolean' },
    'role-name': { type: 'string' },
    accounts: { type: 'string', multiple: true },
    exclude: { type: 'string', multiple: true },
    concurrency: { type: 'string' },
  },
  run: async (given, output, terminal) => {
    const concurrency = concurrencyOf(given);
    const chosen = chosenAccounts(given);
    let isNothingRead = false;
    const status = await printReport('audit', given, output, terminal, async ({ covered }) => {
      const { sessions, progress } = await openSessions(given, terminal, LIMITS);
      try {
        const targets = await targetsOf(given, chosen, sessions);
        const accounts = await auditAccounts(targets, sessions, {
          concurrency,
          keepEvidence: isJsonWanted(given),
          isLeftOut: (account) => covered.has(account),
          onAccount: (done) => progress.accounts(done, targets.length),
        });
        isNothingRead = accounts.every(({ isRead, result }) => !isRead && !covered.has(result.account));
        return accounts;
      } finally {
        progress.end();
        sessions.close();
      }
    });
    return isNothingRead ? EXIT.UNUSABLE : status;
  },
};

export const audit = (args: readonly string[], terminal: Terminal) => runCommand(COMMAND, args, terminal);

interface Chosen {
  readonly accounts: readonly string[];
  readonly exclude: readonly string[];
}

function chosenAccounts(given: Given): Chosen {
  const isOrganization = given.flag('organization');
  const roleName = given.text('role-name');
  if (isOrganization && roleName === undefined) {
    throw new UsageError('--organization needs --role-name NAME, the role that each account has for audits');
  }
  if (isOrganization && given.texts('role-arn').length > 0) {
    throw new UsageError('--role-arn and --organization exclude each other: give one of them');
  }
  const [accounts, exclude] = ['accounts', 'exclude'].map((option) => accountsIn(given, option));
  for (const roleArn of given.texts('role-arn')) checkRoleArn(roleArn);
  const option = ['role-name', 'accounts', 'exclude'].find((each) => given.texts(each).length > 0);
  if (!isOrganization && option) throw new UsageError(`--${option} goes with --organization`);
  return { accounts, exclude };
}

function accountsIn(given: Given, option: string): string[] {
  const ids = given
    .texts(option)
    .flatMap((list) => list.split(','))
    .map((id) => id.trim());
  const wrong = ids.find((id) => !/^\d{12}$/.test(id));
  if (wrong !== undefined)
    throw new UsageError(`"${wrong}" is no account: give the twelve digits to --${option}`);
  return ids;
}

function concurrencyOf(given: Given): number {
  const text = given.text('concurrency') ?? '8';
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw new UsageError('--concurrency takes a number of accounts, 1 to 999');
  return Number(text);
}

function isJsonWanted(given: Given): boolean {
  return given.format === 'json' || given.texts('output').some((text) => reportFile(text).format === 'json');
}

async function targetsOf(
  given: Given,
  { accounts, exclude }: Chosen,
  sessions: Sessions,
): Promise<readonly Target[]> {
  const roleArns = given.texts('role-arn');
  if (roleArns.length > 0) return roleArns.map((roleArn) => addRoleOf(roleArn, sessions));
  if (!given.flag('organization')) return [{ account: sessions.caller.account }];

  const all = await sessions.organization();
  const unknown = [...accounts, ...exclude].find((id) => !all.some(({ account }) => account === id));
  if (unknown) throw new UsageError(`account ${unknown} is none of the organization that is in use`);
  const targets = all.filter(
    ({ account }) => (accounts.length === 0 || accounts.includes(account)) && !exclude.includes(account),
  );
  if (targets.length === 0) throw new UsageError('no account is left to audit: leave out --exclude');
  const { partition, account: own } = sessions.caller;
  for (const { account } of targets) {
    if (account === own) continue; // the credentials are its own
    sessions.addRole(account, `arn:${partition}:iam::${account}:role/${given.text('role-name')}`);
  }
  return targets;
}
