import { resolve } from 'node:path';
import { type AccountResult, audit } from '../../../src/audit/audit';
import { declaredInPaths } from '../../../src/cloudformation/from-templates';
import { type DeclaredAccount, declaredAccounts } from '../../../src/evidence/declared-accounts';
import { accountText, findingText, notesText } from '../../../src/report/text';
import { parseYaml } from '../../templates/yaml';
import { coloured } from '../colour';
import type { Command, Given, Output } from '../command';
import { EXIT, type ExitStatus } from '../exit-status';
import { runCommand } from '../run-command';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { wrap } from '../wrap';

/** An account, its stacks, and what is said of it. */
interface Judged {
  readonly stacks: readonly string[];
  readonly result: AccountResult;
}

const COMMAND: Command = {
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
  nacl-change-monitor check --account 111122223333 --region eu-west-1 trail.yaml
  cdk synth Trail | nacl-change-monitor check -`,
  options: { account: { type: 'string' }, region: { type: 'string' } },
  run: async (given, output, terminal) => {
    const { positionals: paths } = given;
    const environment = environmentOf(given);
    const texts = new Map(paths.includes('-') ? [[resolve('-'), await textOf(terminal.stdin)]] : []);
    const accounts = declaredAccounts(declaredInPaths(paths, { parseYaml, environment, texts }));
    if (accounts.length === 0)
      throw new UsageError(`there is no stack in ${paths.join(', ')}: name a template`);
    const judged = judge(accounts);
    await output.print(given.format === 'json' ? asJson(judged) : asText(judged, output));
    return STATUS[worst(judged)];
  },
};

export const check = (args: readonly string[], terminal: Terminal) => runCommand(COMMAND, args, terminal);

type Outcome = AccountResult['outcome'];

const STATUS: Record<Outcome, ExitStatus> = {
  PASS: EXIT.SOUND,
  FAIL: EXIT.NOT_SOUND,
  UNKNOWN: EXIT.UNKNOWN,
};

/** The worst first. */
const OUTCOMES: readonly Outcome[] = ['FAIL', 'UNKNOWN', 'PASS'];

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

function judge(accounts: readonly DeclaredAccount[]): Judged[] {
  const results = audit(accounts.map(({ account }) => account));
  const judged = results.map((result, i) => ({
    stacks: accounts[i].stacks.map(({ origin: { path, template } }) => path ?? template ?? ''),
    result,
  }));
  return OUTCOMES.flatMap((outcome) => judged.filter(({ result }) => result.outcome === outcome));
}

function worst([{ result }]: readonly Judged[]): Outcome {
  return result.outcome;
}

function asJson(judged: readonly Judged[]): string {
  const accounts = judged.map(({ stacks, result: { account, outcome, broken, unreadParts } }) => ({
    account,
    outcome,
    stacks,
    ...(broken && {
      check: broken.check.id,
      link: broken.check.link,
      reason: broken.finding.reason,
      remedy: broken.finding.remedy,
      subject: broken.finding.subject,
    }),
    unreadParts,
  }));
  return `${JSON.stringify({ outcome: worst(judged), accounts }, undefined, 2)}\n`;
}

const MEANING: Record<Outcome, string> = {
  PASS: 'every account has a sound chain that reports network ACL changes',
  FAIL: 'an account has no sound chain that reports network ACL changes',
  UNKNOWN: 'whether a sound chain reports network ACL changes is not known before deployment',
};

const COLOURS = { PASS: 'good', FAIL: 'bad', UNKNOWN: 'open' } as const;

function asText(judged: readonly Judged[], output: Output): string {
  const outcome = worst(judged);
  const first = wrap(`${outcome}: ${MEANING[outcome]}.`, output.columns);
  const paragraphs = judged.flatMap(({ stacks, result }) => [
    wrap(
      `${result.outcome.padEnd(7)} ${accountText(result.account).replace(/,$/, '')}: ${stacks.join(', ')}`,
      output.columns,
      '        ',
    ),
    ...detailsOf(result).map((text) => wrap(text, output.columns)),
  ]);
  return `${[first.replace(outcome, coloured(outcome, COLOURS[outcome], output)), ...paragraphs].join('\n\n')}\n`;
}

function detailsOf(result: AccountResult): string[] {
  if (result.outcome === 'PASS') return [notesText(result) ?? ''].filter(Boolean);
  const remedy = result.broken?.finding.remedy;
  return [findingText(result), ...(remedy ? [`Fix: ${remedy}.`] : [])];
}
