import { execFileSync, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeployedStack } from '../emulator/deploy';
import { Emulator, REQUIREMENTS } from '../emulator/emulator';
import { monitor, synthesize } from '../emulator/synthesize';
import { virtualEnvironmentPython } from '../python/virtual-environment';
import { childFile } from './fresh-process';
import { type MeasuredProcess, measuredProcess } from './measured-process';
import { type BenchOptions, type Findings, type Goal, progress } from './part';
import { median } from './statistics';
import { count, fixed, spread, table } from './table';

const ACCOUNT = '111122223333';
const LATENCY = 50;
const CONCURRENCY = 8;

/** What the command line takes, each as a process from start to exit, beside what one would do without it. */
export async function measureCommandLine({ runs, quick }: BenchOptions): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-command-line-'));
  const emulator = await Emulator.start();
  try {
    const root = join(__dirname, '..');
    const node = ['-r', 'ts-node/register/transpile-only', join(root, 'projenrc/bundle-cli.ts'), folder];
    const env = { ...process.env, TS_NODE_PROJECT: join(root, 'tsconfig.dev.json') };
    execFileSync(process.execPath, node, { cwd: root, env });
    const command = [process.execPath, join(folder, 'lib/main.mjs')];
    const stack = new DeployedStack(emulator.aws.inAccount(ACCOUNT), 'monitoring');
    await stack.create(synthesize((scope) => monitor(scope)));
    const endpoint = emulator.aws.endpoint as string;

    const alone = await measureAlone(command, endpoint, folder, runs);
    const many = await measureMany(command, endpoint, quick ? 40 : 1000);
    return { title: 'The command line', text: `${alone.text}\n\n${many.text}`, goals: many.goals };
  } finally {
    await emulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureAlone(command: readonly string[], endpoint: string, folder: string, runs: number) {
  const python = await virtualEnvironmentPython(REQUIREMENTS);
  const template = join(folder, 'template.json');
  writeFileSync(template, JSON.stringify({ Resources: manyTopics() }));
  const records = join(folder, 'records.json');
  writeFileSync(records, Array.from({ length: 100_000 }, recordOf).join('\n'));

  const cases: Readonly<Record<string, readonly string[]>> = {
    'node -e 0': [process.execPath, '-e', '0'],
    '--help': [...command, '--help'],
    'audit of one account': [...command, 'audit', '--verbose'],
    "the benchmark's eight commands with the AWS CLI": ['sh', '-c', byHand(`${python} -m awscli`)],
    'check of a template of 900 KB': [...command, 'check', '--exit-zero', template],
    'test of 100,000 records': [...command, 'test', '{ $.eventName = *NetworkAcl* }', records],
  };
  const found = new Map<string, MeasuredProcess[]>();
  for (let run = 0; run < runs; run++) {
    for (const [name, each] of Object.entries(cases)) {
      progress(`command line: run ${run + 1} of ${runs}, ${name}`);
      const measured = await measuredProcess(each, environmentOf(endpoint));
      found.set(name, [...(found.get(name) ?? []), measured]);
    }
  }
  const rows = [...found].map(([name, measured]) => {
    const times = measured.map(({ milliseconds }) => milliseconds);
    return [
      name,
      spread(median(times), times),
      fixed(median(measured.map(({ peakMiB }) => peakMiB)), 0),
      name === 'audit of one account' ? `${callsIn(measured[0])}` : '',
    ];
  });
  const text = [
    table(['', 'ms (least to most)', 'peak, MiB', 'calls'], rows),
    `Medians of ${runs} processes each, in turn. The memory of the AWS CLI is that of its largest process.`,
  ].join('\n\n');
  return { text };
}

/** An organization, with a latency that no network of this machine has. */
async function measureMany(command: readonly string[], emulator: string, size: number) {
  const rows: string[][] = [];
  const figures: { readonly ratio: number; readonly peakMiB: number }[] = [];
  const [twoAt, twoLater, oneAt, oneLater] = [
    await measureWith(command, emulator, 2, LATENCY),
    await measureWith(command, emulator, 2, 3 * LATENCY),
    await measureWith(command, emulator, 1, LATENCY),
    await measureWith(command, emulator, 1, 3 * LATENCY),
  ];
  // What the latency adds is calls that wait for one another; what is asked once for all accounts cancels out.
  const waits = (late: MeasuredProcess, early: MeasuredProcess) =>
    (late.milliseconds - early.milliseconds) / (2 * LATENCY);
  const depth = Math.round(waits(twoLater, twoAt) - waits(oneLater, oneAt));
  for (const accounts of [size, 2 * size]) {
    progress(`command line: ${accounts} accounts`);
    const measured = await measureWith(command, emulator, accounts, LATENCY, CONCURRENCY);
    const ideal = (accounts / CONCURRENCY) * depth * LATENCY;
    figures.push({ ratio: measured.milliseconds / ideal, peakMiB: measured.peakMiB });
    rows.push([
      count(accounts),
      fixed(measured.milliseconds / 1000, 1),
      fixed(ideal / 1000, 1),
      fixed(measured.milliseconds / ideal, 2),
      fixed(measured.peakMiB, 0),
    ]);
  }
  const [one, twice] = figures;
  const memory = twice.peakMiB / one.peakMiB;
  const goals: Goal[] = [
    {
      goal: `${count(size)} accounts with ${LATENCY} ms a call: at most 1.5 times what the latency alone takes, ${CONCURRENCY} accounts at once`,
      measured: fixed(one.ratio, 2),
      holds: one.ratio <= 1.5,
    },
    {
      goal: 'twice the accounts: at most 1.1 times the memory',
      measured: fixed(memory, 2),
      holds: memory <= 1.1,
    },
  ];
  const text = [
    table(['accounts', 's', 'ideal, s', 'ratio', 'peak, MiB'], rows),
    `\`audit --organization --concurrency ${CONCURRENCY}\`, ${LATENCY} ms added to each call. Ideal is the latency alone: ${depth} calls of an account wait for one another, as two latencies tell.`,
  ].join('\n\n');
  return { text, goals };
}

/** An organization of so many accounts, audited one after the other where nothing else is said. */
async function measureWith(
  command: readonly string[],
  emulator: string,
  size: number,
  delayMilliseconds: number,
  concurrency = 1,
): Promise<MeasuredProcess> {
  const accounts = Array.from({ length: size }, (_, i) => String(200_000_000_000 + i));
  const job = { emulator, account: ACCOUNT, delayMilliseconds, accounts };
  const child = fork(childFile('recorded-aws'), [JSON.stringify(job)], { execArgv: [] });
  try {
    const { port } = await new Promise<{ port: number }>((resolve) => {
      child.once('message', (message) => resolve(message as { port: number }));
    });
    const environment = environmentOf(`http://127.0.0.1:${port}`);
    const args = [...command, 'audit', '--organization', '--role-name', 'Auditor', '--quiet'];
    const whole = [...args, '--concurrency', `${concurrency}`];
    await measuredProcess([...whole, '--accounts', accounts[0]], environment); // what the emulator answers is known now
    return await measuredProcess(whole, environment);
  } finally {
    child.kill();
  }
}

function environmentOf(endpoint: string): NodeJS.ProcessEnv {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: ACCOUNT,
    AWS_SECRET_ACCESS_KEY: 'emulator',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  };
}

function callsIn({ stderr }: MeasuredProcess): number {
  return stderr.split('\n').filter((line) => /^\w+:\w+ .* ms/.test(line)).length;
}

/** What the benchmark asks, as one would do it with the AWS CLI. */
function byHand(aws: string): string {
  return `set -e
trail=$(${aws} cloudtrail describe-trails --query 'trailList[0].Name' --output text)
${aws} cloudtrail get-trail-status --name "$trail"
${aws} cloudtrail get-event-selectors --trail-name "$trail"
arn=$(${aws} cloudtrail describe-trails --query 'trailList[0].CloudWatchLogsLogGroupArn' --output text)
group=\${arn#*log-group:}; group=\${group%:\\*}
metric=$(${aws} logs describe-metric-filters --log-group-name "$group" --query 'metricFilters[0].metricTransformations[0].metricName' --output text)
${aws} cloudwatch describe-alarms --query "MetricAlarms[?MetricName=='$metric']"
topic=$(${aws} cloudwatch describe-alarms --query "MetricAlarms[?MetricName=='$metric'].AlarmActions[0] | [0]" --output text)
${aws} sns list-subscriptions-by-topic --topic-arn "$topic"`;
}

function manyTopics(): Record<string, unknown> {
  const topic = (i: number) => ({ Type: 'AWS::SNS::Topic', Properties: { DisplayName: `${i} `.repeat(30) } });
  return Object.fromEntries(Array.from({ length: 4300 }, (_, i) => [`Topic${i}`, topic(i)]));
}

function recordOf(_: unknown, i: number): string {
  const eventName = i % 1000 === 0 ? 'CreateNetworkAcl' : 'DescribeInstances';
  const userIdentity = { type: 'AssumedRole', arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Pipeline/${i}` };
  const rest = { awsRegion: 'eu-west-1', eventSource: 'ec2.amazonaws.com', requestParameters: { number: i } };
  return JSON.stringify({ eventName, userIdentity, ...rest });
}
