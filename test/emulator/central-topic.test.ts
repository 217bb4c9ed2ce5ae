import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeployedStack } from '../../emulator/deploy';
import { ALARM_NAME, METRIC_NAME, METRIC_NAMESPACE, monitor, synthesize } from '../../emulator/synthesize';
import { describeOnEmulator } from './describe-on-emulator';
import { runLive } from './live';

const CENTRAL = '510000000001';
const MEMBER = '510000000002';
const ROLE = `arn:aws:iam::${MEMBER}:role/Auditor`;

describeOnEmulator('a central topic of another account', (emulator) => {
  let folder: string;
  const live = (...args: string[]) => runLive(emulator(), CENTRAL, args);

  /** What a plan says, but for the tags that a file does not have. */
  const planned = async (...args: string[]) => {
    const { stdout } = await live('plan', '--format', 'json', ...args);
    const { now, after, commands, humans, unknowns } = JSON.parse(stdout);
    return { now, after, lines: commands.map(({ line }: { line: string }) => line), humans, unknowns };
  };

  const fromFile = async () => {
    const { stdout } = await live('audit', '--role-arn', ROLE, '--format', 'json');
    const file = join(folder, 'audit.json');
    writeFileSync(file, stdout);
    return planned('--from', file);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'central-topic-'));
    const [central, member] = [CENTRAL, MEMBER].map((account) => emulator().aws.inAccount(account));
    await new DeployedStack(member, 'monitoring').create(synthesize((scope) => monitor(scope)));
    const { TopicArn } = await central.run('sns', 'create-topic', '--name', 'central');
    const statement = {
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: TopicArn,
      Condition: { StringEquals: { 'aws:SourceAccount': MEMBER } },
    };
    await central.run(
      ...['sns', 'set-topic-attributes', '--topic-arn', TopicArn, '--attribute-name', 'Policy'],
      ...['--attribute-value', JSON.stringify({ Version: '2012-10-17', Statement: [statement] })],
    );
    await central.run(
      ...['sns', 'subscribe', '--topic-arn', TopicArn, '--protocol', 'email'],
      ...['--notification-endpoint', 'security@example.com'],
    );
    await member.run(
      ...['cloudwatch', 'put-metric-alarm', '--alarm-name', ALARM_NAME, '--metric-name', METRIC_NAME],
      ...['--namespace', METRIC_NAMESPACE, '--statistic', 'Sum', '--period', '300', '--threshold', '1'],
      ...['--comparison-operator', 'GreaterThanOrEqualToThreshold', '--evaluation-periods', '1'],
      ...['--alarm-actions', TopicArn],
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a sound chain: nothing to do, asked of AWS or of a file', async () => {
    const nothing = { now: 'PASS', after: 'PASS', lines: [], humans: [], unknowns: [] };
    expect(await planned('--role-arn', ROLE)).toEqual(nothing);
    expect(await fromFile()).toEqual(nothing);
  });

  test('a trail that is off: the same command, asked of AWS or of a file', async () => {
    const aws = emulator().aws.inAccount(MEMBER);
    const [{ TrailARN }] = (await aws.run('cloudtrail', 'describe-trails')).trailList;
    await aws.run('cloudtrail', 'stop-logging', '--name', TrailARN);
    const one = {
      now: 'FAIL',
      after: 'PASS',
      lines: [`aws cloudtrail start-logging --name ${TrailARN} --region us-east-1`],
      humans: [],
      unknowns: [],
    };
    expect(await planned('--role-arn', ROLE)).toEqual(one);
    expect(await fromFile()).toEqual(one);
  });
});
