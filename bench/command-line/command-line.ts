import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeployedStack } from '../../emulator/deploy';
import { Emulator, REQUIREMENTS } from '../../emulator/emulator';
import { monitor, synthesize } from '../../emulator/synthesize';
import { findPython } from '../../python/find-python';
import { virtualEnvironmentPython } from '../../python/virtual-environment';
import { type MeasuredProcess, measuredProcess, whyNotMeasured } from '../measured-process';
import { type BenchOptions, type Findings, progress } from '../part';
import { median } from '../statistics';
import { fixed, spread, table } from '../table';
import { callsIn } from './calls';
import { ACCOUNT, environmentOf } from './environment';
import { measureOrganization } from './organization';
import { measureRecords } from './records';

const TITLE = 'The command line';

/** What the command line takes, each as a process from start to exit, beside what one would do without it. */
export async function measureCommandLine({ runs, quick }: BenchOptions): Promise<Findings> {
  const python = findPython();
  const missing = 'missing' in python ? python.missing : whyNotMeasured();
  if (missing) return { title: TITLE, text: `Left out, because ${missing}.`, goals: [] };
  const folder = mkdtempSync(join(tmpdir(), 'bench-command-line-'));
  const emulator = await Emulator.start();
  try {
    const root = join(__dirname, '../..');
    const node = ['-r', 'ts-node/register/transpile-only', join(root, 'projenrc/bundle-cli.ts'), folder];
    const env = { ...process.env, TS_NODE_PROJECT: join(root, 'tsconfig.dev.json') };
    execFileSync(process.execPath, node, { cwd: root, env });
    const command = [process.execPath, join(folder, 'lib/main.mjs')];
    const stack = new DeployedStack(emulator.aws.inAccount(ACCOUNT), 'monitoring');
    await stack.create(synthesize((scope) => monitor(scope)));
    const endpoint = emulator.aws.endpoint as string;

    const alone = await measureAlone(command, endpoint, folder, runs);
    const records = await measureRecords(
      command,
      folder,
      quick ? [1_000, 5_000] : [1_000_000, 5_000_000],
      Math.min(runs, 3),
    );
    const organization = await measureOrganization(command, endpoint, quick ? 40 : 1000);
    return {
      title: TITLE,
      text: [alone, records.text, organization.text].join('\n\n'),
      goals: [...records.goals, ...organization.goals],
    };
  } finally {
    await emulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureAlone(command: readonly string[], endpoint: string, folder: string, runs: number) {
  const python = await virtualEnvironmentPython(REQUIREMENTS);
  const template = join(folder, 'template.json');
  writeFileSync(template, JSON.stringify({ Resources: manyTopics() }));

  const cases: Readonly<Record<string, readonly string[]>> = {
    'node -e 0': [process.execPath, '-e', '0'],
    '--help': [...command, '--help'],
    'audit of one account': [...command, 'audit', '--verbose'],
    "the benchmark's eight commands with the AWS CLI": ['sh', '-c', byHand(`${python} -m awscli`)],
    'check of a template of 900 KB': [...command, 'check', '--exit-zero', template],
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
      name === 'audit of one account' ? `${callsIn(measured[0].stderr)}` : '',
    ];
  });
  return [
    table(['', 'ms (least to most)', 'peak, MiB', 'calls'], rows),
    `Medians of ${runs} processes each, in turn. The memory of the AWS CLI is that of its largest process.`,
  ].join('\n\n');
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
