import { inOnePlace } from '../arguments';
import type { Command, Given, Output } from '../command';
import { EXIT, type ExitStatus } from '../exit-status';
import { serviceOf } from '../live/arn';
import { LIMITS } from '../live/calls';
import { LIVE_HELP, LIVE_OPTIONS, openSessions } from '../live/live-arguments';
import { addRoleOf } from '../live/role-arn';
import { cdk, LANGUAGE_NAMES, type Language } from '../plan/outputs/cdk';
import { cloudFormation } from '../plan/outputs/cloudformation';
import { terraform } from '../plan/outputs/terraform';
import type { Plan, PlanOptions } from '../plan/plan';
import { type Planned, planLive } from '../plan/plan-live';
import { planOf } from '../plan/plan-of';
import { readAudit } from '../plan/read-audit';
import { shellLine } from '../plan/shell';
import type { StackParts } from '../plan/stack-parts';
import { countOf, humansOf, textOf } from '../plan/text';
import { runCommand } from '../run-command';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';

export const COMMAND: Command = {
  name: 'plan',
  synopsis: '[--from AUDIT.json] [--email ADDRESS]',
  help: `Plans the least that makes the chain of an account sound. What is missing is one
new stack, which uses what is there; what stands and is wrong is one AWS command
each, with the old and the new value. Nothing is changed by this command.

${LIVE_HELP}
  --role-arn ARN      plan for the account of this role instead

Options of the plan:
  --from FILE         plan from what "audit --format json" wrote, without AWS
  --account ID        which account of that file
  --email ADDRESS     who is told, where nobody is yet; can be repeated
  --topic ARN         a topic that is there, which a new alarm is to notify
  --language NAME     of --format cdk: ${LANGUAGE_NAMES.join(', ')}

The text is the whole plan, in the order in which a human takes its steps. The
formats cdk, cloudformation and terraform are its stack alone; the other steps
go to standard error then.

Exit status: 0 nothing is to be done, 1 something is, 2 wrong usage or nothing
could be read, 3 not known.

Examples:
  nacl-change-monitor plan --email security@example.com
  nacl-change-monitor plan --from audit.json --account 111122223333
  nacl-change-monitor plan --format cloudformation -o nacl-change-monitor.json
  nacl-change-monitor plan --format cdk --language python`,
  takesNothing: true,
  result: inOnePlace('text', 'json', 'cdk', 'cloudformation', 'terraform'),
  options: {
    ...LIVE_OPTIONS,
    'role-arn': { type: 'string' },
    from: { type: 'string' },
    account: { type: 'string' },
    email: { type: 'string', multiple: true },
    topic: { type: 'string' },
    language: { type: 'string' },
  },
  run: async (given, output, terminal) => {
    const language = languageOf(given);
    const options = optionsOf(given);
    const planned =
      given.text('from') === undefined
        ? await live(given, options, terminal)
        : await fromFile(given, options);
    await print(planned.plan, language, given, output, terminal);
    return planned.isRead ? statusOf(planned.plan) : EXIT.UNUSABLE;
  },
};

export const plan = (args: readonly string[], terminal: Terminal) => runCommand(COMMAND, args, terminal);

function languageOf(given: Given): Language {
  const language = given.text('language') ?? 'typescript';
  if (given.text('language') !== undefined && given.format !== 'cdk') {
    throw new UsageError('--language goes with --format cdk');
  }
  if (!LANGUAGE_NAMES.some((name) => name === language)) {
    throw new UsageError(`there is no language "${language}": take one of ${LANGUAGE_NAMES.join(', ')}`);
  }
  return language as Language;
}

function optionsOf(given: Given): Omit<PlanOptions, 'region'> {
  const emails = given.texts('email');
  const wrong = emails.find((email) => !/^[^@\s-][^@\s]*@[^@\s]+$/.test(email));
  if (wrong !== undefined) throw new UsageError(`"${wrong}" is no email address: give one to --email`);
  const topicArn = given.text('topic');
  if (topicArn !== undefined && serviceOf(topicArn) !== 'sns') {
    throw new UsageError(
      `"${topicArn}" is no topic: give its ARN, such as arn:aws:sns:us-east-1:111122223333:security`,
    );
  }
  return { emails: [...new Set(emails)], ...(topicArn !== undefined && { topicArn }) };
}

async function fromFile(given: Given, options: Omit<PlanOptions, 'region'>): Promise<Planned> {
  const other = ['profile', 'role-arn'].find((each) => given.text(each) !== undefined);
  if (other !== undefined) throw new UsageError(`--${other} asks AWS and --from does not: give one of them`);
  const { data, others, region } = await readAudit(given.text('from') as string, given.text('account'));
  const all = { ...options, region: given.text('region') ?? region, elsewhere: others };
  return { plan: planOf(data, all), isRead: true };
}

async function live(
  given: Given,
  options: Omit<PlanOptions, 'region'>,
  terminal: Terminal,
): Promise<Planned> {
  if (given.text('account') !== undefined) throw new UsageError('--account goes with --from');
  const { sessions, progress } = await openSessions(given, terminal, LIMITS);
  try {
    const roleArn = given.text('role-arn');
    const { account } =
      roleArn === undefined ? { account: sessions.caller.account } : addRoleOf(roleArn, sessions);
    return await planLive(account, sessions, options);
  } finally {
    progress.end();
    sessions.close();
  }
}

function statusOf(planned: Plan): ExitStatus {
  if (countOf(planned) > 0) return EXIT.NOT_SOUND;
  return planned.now === 'PASS' ? EXIT.SOUND : EXIT.UNKNOWN;
}

async function print(planned: Plan, language: Language, given: Given, output: Output, terminal: Terminal) {
  const again = ['from', 'account', 'profile', 'region', 'role-arn', 'email', 'topic'].flatMap((option) =>
    given.texts(option).flatMap((value) => [`--${option}`, value]),
  );
  if (given.format === 'text') return output.print(textOf(planned, again, output));
  if (given.format === 'json') return output.print(jsonOf(planned));
  const { stack } = planned;
  if (stack) await output.print(CODE[given.format](stack, language));
  if (given.flag('quiet')) return;
  const plain = { print: output.print, columns: terminal.columns, isColoured: false };
  terminal.stderr(
    stack
      ? textOf(planned, undefined, plain)
      : `There is nothing to deploy.\n\n${textOf(planned, again, plain)}`,
  );
}

const CODE: Readonly<Record<string, (stack: StackParts, language: Language) => string>> = {
  cdk,
  cloudformation: (stack) => cloudFormation(stack),
  terraform: (stack) => terraform(stack),
};

function jsonOf(planned: Plan): string {
  const { account, now, after, stack, commands, unknowns } = planned;
  const all = {
    account,
    now,
    after,
    ...(stack && { stack: { ...stack, template: JSON.parse(cloudFormation(stack)) } }),
    commands: commands.map(({ args, ...rest }) => ({
      args: ['aws', ...args],
      line: shellLine({ args }),
      ...rest,
    })),
    humans: humansOf(planned),
    unknowns,
  };
  return `${JSON.stringify(all, undefined, 2)}\n`;
}
