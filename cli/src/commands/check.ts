import { resolve } from 'node:path';
import { audit } from '../../../src/audit/audit';
import { declaredInPaths } from '../../../src/cloudformation/from-templates';
import { type DeclaredAccount, declaredAccounts } from '../../../src/evidence/declared-accounts';
import { parseYaml } from '../../templates/yaml';
import type { Command, Given } from '../command';
import { printReport } from '../print-report';
import { type JudgedAccount, shownResult } from '../report';
import { REPORT_RESULT } from '../report-arguments';
import { runCommand } from '../run-command';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

export const COMMAND: Command = {
  name: 'check',
  synopsis: 'PATH...',
  help: `Judges what CloudFormation templates deploy: whether trail, log group, filter,
alarm, topic and subscriber make one sound chain in each account. A PATH is a
template (JSON or YAML), a folder that "cdk synth" made (cdk.out), or "-" for a
template on standard input. All of them are judged together.

Options:
  --account ID        where a template goes of which that is not known
  --region REGION     the same for its region

Exit status: 0 every account has a sound chain, 1 some has none, 2 wrong usage
or something could not be read, 3 not known before deployment.

Examples:
  nacl-change-monitor check cdk.out
  nacl-change-monitor check --output report.html --output findings.sarif cdk.out
  nacl-change-monitor check --account 111122223333 --region eu-west-1 trail.yaml
  cdk synth Trail | nacl-change-monitor check -`,
  result: REPORT_RESULT,
  options: { account: { type: 'string' }, region: { type: 'string' } },
  run: async (given, output, terminal) => {
    const { positionals: paths } = given;
    const environment = environmentOf(given);
    const texts = new Map(paths.includes('-') ? [[resolve('-'), await textOf(terminal.stdin)]] : []);
    return printReport('check', given, output, terminal, async () => {
      const accounts = declaredAccounts(declaredInPaths(paths, { parseYaml, environment, texts }));
      if (accounts.length === 0) {
        throw new UsageError(`there is no stack in ${paths.join(', ')}: name a template`);
      }
      return judge(accounts);
    });
  },
};

export const check = (args: readonly string[], terminal: Terminal) => runCommand(COMMAND, args, terminal);

function environmentOf({ text }: Given) {
  const [account, region] = [text('account'), text('region')];
  if (account !== undefined && !/^\d{12}$/.test(account)) {
    throw new UsageError(`"${account}" is no account: give the twelve digits`);
  }
  if (region !== undefined && !/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region)) {
    throw new UsageError(`"${region}" is no region: give one such as eu-west-1`);
  }
  return { account, region };
}

async function textOf(stdin: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

function judge(accounts: readonly DeclaredAccount[]): JudgedAccount[] {
  return audit(accounts.map(({ account }) => account)).map((result, i) => ({
    result: shownResult(result),
    places: accounts[i].stacks.map(({ origin: { path, template } }) => path ?? template ?? ''),
  }));
}
