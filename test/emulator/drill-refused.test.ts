import { spawnSync } from 'node:child_process';
import type { AwsCli } from '../../emulator/aws-cli';
import { REQUIREMENTS } from '../../emulator/emulator';
import { Network } from '../../emulator/network-acl-changes';
import { ALARM_NAME } from '../../emulator/synthesize';
import { virtualEnvironmentPython } from '../../python/virtual-environment';
import { describeOnEmulator } from './describe-on-emulator';
import { leftovers, NOTHING } from './leftovers';
import { liveEnvironment, runLive } from './live';
import { monitoredAccount } from './monitored-account';
import { Unwell } from './unwell';

/** In seconds; the alarm's is 300. */
const LONGER_THAN_A_PERIOD = 600;

describeOnEmulator('a drill that is refused something', (emulator) => {
  let unwell: Unwell;
  beforeAll(async () => {
    unwell = await Unwell.before(emulator().aws.endpoint as string);
  });
  afterAll(() => unwell?.stop());
  afterEach(() => unwell.heal());

  const deployed = (account: string) => monitoredAccount(emulator(), account);
  const drill = (account: string, ...args: string[]) =>
    runLive(emulator(), account, ['drill', '--yes', ...args], 'us-east-1', {}, unwell.endpoint);

  const ring = async (aws: AwsCli) => {
    const network = await Network.make(aws);
    await network.createNetworkAcl();
    await network.deleteNetworkAcl();
  };

  /** Runs a command as somebody would who has copied it. */
  const asPrinted = async (account: string, command: string) => {
    const { PATH } = process.env;
    const PYTHON = await virtualEnvironmentPython(REQUIREMENTS);
    const env = { ...liveEnvironment(account, emulator().aws.endpoint), PATH, PYTHON };
    const script = `aws() { "$PYTHON" -m awscli "$@" --endpoint-url "$AWS_ENDPOINT_URL"; }\n${command}`;
    const { status, stderr } = spawnSync('sh', ['-c', script], { env, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  };

  test.each([
    ['320000000021', 'CreateQueue', 'sqs:CreateQueue'],
    ['320000000022', 'Subscribe', 'sns:Subscribe'],
  ])(
    'in account %s, without %s, does not say that it rang, and leaves nothing',
    async (account, operation, action) => {
      const { aws, group } = await deployed(account);
      unwell.ailments.set(operation, 'denied');
      const { status, stdout, stderr } = await drill(account, '--timeout', '3');
      expect(stderr.replace(/\s+/g, ' ')).toContain(
        `No queue listens to the topic: ${action} is not allowed in us-east-1`,
      );
      expect(stdout.replace(/\s+/g, ' ')).toContain(
        `UNKNOWN: account ${account}: the alarm rang, and within 3 s the delivery metric of the topic showed nothing, which may come late: give a longer --timeout, or allow the drill to subscribe a queue.`,
      );
      expect(status).toBe(3);
      expect(await leftovers(aws, group)).toEqual(NOTHING);
    },
  );

  test('without a look at metrics it rings all the same, and the metric is told as not seen', async () => {
    await deployed('320000000023');
    unwell.ailments.set('GetMetricStatistics', 'denied');
    const { status, stdout } = await drill('320000000023');
    expect(stdout).toMatch(/^RANG: account 320000000023: it rang/m);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'Not seen: metric: cloudwatch:GetMetricStatistics is not allowed in us-east-1',
    );
    expect(status).toBe(0);
  });

  test.each([
    ['320000000024', 'DeleteQueue', 'queue "', 'sqs:DeleteQueue'],
    ['320000000025', 'Unsubscribe', 'subscription of queue "', 'sns:Unsubscribe'],
    ['320000000026', 'DeleteLogStream', 'log stream "', 'logs:DeleteLogStream'],
  ])(
    'in account %s, without %s, says what stays and how it goes away',
    async (account, operation, what, action) => {
      const { aws, group } = await deployed(account);
      unwell.ailments.set(operation, 'denied');
      const { status, stdout } = await drill(account, '--format', 'json');
      const { verdict, leftovers: left } = JSON.parse(stdout);
      expect([status, verdict, left]).toEqual([
        0,
        'RANG',
        [
          {
            what: expect.stringContaining(what),
            why: expect.stringContaining(action),
            command: expect.anything(),
          },
        ],
      ]);
      expect(await leftovers(aws, group)).not.toEqual(NOTHING);
      await asPrinted(account, left[0].command);
      expect(await leftovers(aws, group)).toEqual(NOTHING);
    },
  );

  test('what stays is told as text too', async () => {
    await deployed('320000000027');
    unwell.ailments.set('DeleteQueue', 'denied');
    const { status, stdout } = await drill('320000000027');
    expect(stdout).toMatch(/^RANG: /m);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      / Left behind: queue "(nacl-change-monitor-drill-\w+-\w+)": sqs:DeleteQueue is not allowed in us-east-1 \(AccessDeniedException\)\. Remove it with aws sqs delete-queue --region us-east-1 --queue-url "\$\(aws sqs get-queue-url --region us-east-1 --queue-name \1 --query QueueUrl --output text\)" $/,
    );
    expect(status).toBe(0);
  });

  test('a network ACL that may not be deleted is named, and nothing is claimed', async () => {
    const { aws, group } = await deployed('320000000028');
    const query = ['--query', 'Vpc.VpcId'];
    const vpc: string = await aws.run('ec2', 'create-vpc', '--cidr-block', '10.0.0.0/16', ...query);
    unwell.ailments.set('DeleteNetworkAcl', 'denied');
    const { status, stdout } = await drill(
      '320000000028',
      '--from',
      'trail',
      '--vpc',
      vpc,
      '--format',
      'json',
    );
    const { verdict, reason, leftovers: left } = JSON.parse(stdout);
    expect([status, verdict]).toEqual([3, 'UNKNOWN']);
    expect(reason).toContain('ec2:DeleteNetworkAcl is not allowed');
    expect(left).toMatchObject([{ what: expect.stringMatching(/^network ACL acl-/) }]);
    await asPrinted('320000000028', left[0].command);
    expect(await leftovers(aws, group)).toEqual(NOTHING);
  });

  test('an alarm that is in ALARM already is waited for', async () => {
    const { aws, group } = await deployed('320000000029');
    await ring(aws);
    unwell.beforeCall = async (operation) => {
      // The audit's own, the first look, and the one after it.
      if (operation === 'DescribeAlarms' && unwell.asked.get(operation) === 3) {
        await emulator().advanceClock(LONGER_THAN_A_PERIOD);
      }
    };
    const { status, stdout, stderr } = await drill('320000000029');
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      `Alarm "${ALARM_NAME}" is in ALARM already, so nothing would ring: waiting until it is OK.`,
    );
    expect(stdout).toMatch(/^RANG: /m);
    expect(status).toBe(0);
    expect(await leftovers(aws, group)).toEqual(NOTHING);
  });

  test('an alarm that stays in ALARM rings for nobody, and nothing is set off', async () => {
    const { aws, group } = await deployed('320000000030');
    await ring(aws);
    const { status, stdout } = await drill('320000000030', '--timeout', '1', '--format', 'json');
    expect(JSON.parse(stdout)).toEqual({
      verdict: 'SILENT',
      reason: `alarm "${ALARM_NAME}" was in ALARM for all of 1 s: while it is, no change rings, so nothing was set off`,
      account: '320000000030',
      dark: 'alarm',
      links: [],
      subscribers: [{ protocol: 'email', endpoint: 'security@example.com', isConfirmed: true }],
      leftovers: [],
    });
    expect(status).toBe(1);
    expect(await leftovers(aws, group)).toEqual(NOTHING);
  });
});
