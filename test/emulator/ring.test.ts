import type { AwsCli } from '../../emulator/aws-cli';
import { DeployedStack } from '../../emulator/deploy';
import { auditLinks } from '../../emulator/links';
import { ListeningQueue } from '../../emulator/listening-queue';
import { Network } from '../../emulator/network-acl-changes';
import { ALARM_NAME, METRIC_NAME, METRIC_NAMESPACE, monitor, synthesize } from '../../emulator/synthesize';
import { describeOnEmulator } from './describe-on-emulator';

const CHANGES = [
  'createNetworkAcl',
  'createNetworkAclEntry',
  'replaceNetworkAclEntry',
  'replaceNetworkAclAssociation',
  'deleteNetworkAclEntry',
  'deleteNetworkAcl',
] as const;
const LONGER_THAN_A_PERIOD = 3600;

async function changesCounted(aws: AwsCli): Promise<number> {
  const day = 86_400_000;
  const at = (days: number) => new Date(Date.now() + days * day).toISOString();
  return aws.run(
    ...['cloudwatch', 'get-metric-statistics', '--namespace', METRIC_NAMESPACE, '--metric-name', METRIC_NAME],
    ...['--start-time', at(-1), '--end-time', at(9), '--period', '86400', '--statistics', 'Sum'],
    ...['--query', 'sum(Datapoints[].Sum)'],
  );
}

describeOnEmulator('a change of a network ACL', (emulator) => {
  const aws = () => emulator().aws;
  const alarmState = () =>
    aws().run('cloudwatch', 'describe-alarms', '--query', 'MetricAlarms[0].StateValue');
  let queue: ListeningQueue;
  let networks: Record<string, Network>;
  let trailName: string;
  let countedSoFar = 0;

  beforeAll(async () => {
    await new DeployedStack(aws(), 'monitoring').create(synthesize((stack) => monitor(stack)));
    const links = await auditLinks(aws());
    trailName = links[0].resource;
    queue = await ListeningQueue.subscribe(aws(), 'pager', links[6].resource);
    networks = {
      'us-east-1': await Network.make(aws()),
      'eu-west-1': await Network.make(aws().inRegion('eu-west-1')),
    };
  }, 60_000);

  /** What `call` adds to the metric and to the queue, on an alarm whose period has passed. */
  async function effectOf(call: () => Promise<void>) {
    await emulator().advanceClock(LONGER_THAN_A_PERIOD);
    await call();
    const [total, state, messages] = await Promise.all([
      changesCounted(aws()),
      alarmState(),
      queue.receive(),
    ]);
    const counted = total - countedSoFar;
    countedSoFar = total;
    return { counted, state, messages };
  }

  describe.each(['us-east-1', 'eu-west-1'])('in %s', (region) => {
    test.each(CHANGES)('%s rings once', async (change) => {
      const effect = await effectOf(() => networks[region][change]());
      expect(effect).toMatchObject({ counted: 1, state: 'ALARM' });
      const notified = {
        AlarmName: ALARM_NAME,
        NewStateValue: 'ALARM',
        OldStateValue: 'OK',
        Region: 'us-east-1',
      };
      expect(effect.messages).toMatchObject([notified]);
    });

    test.each(['describeNetworkAcls', 'createSecurityGroup'] as const)('%s is silent', async (call) => {
      const effect = await effectOf(() => networks[region][call]());
      expect(effect).toEqual({ counted: 0, state: 'OK', messages: [] });
    });
  });

  test('a second change while the alarm rings is counted and notifies nobody', async () => {
    const effect = await effectOf(() => networks['us-east-1'].createNetworkAcl());
    expect(effect).toMatchObject({ counted: 1, messages: [{ AlarmName: ALARM_NAME }] });
    await networks['us-east-1'].deleteNetworkAcl();
    expect(await changesCounted(aws())).toBe(++countedSoFar);
    expect(await queue.receive()).toEqual([]);
  });

  test('a stopped trail is silent', async () => {
    await aws().run('cloudtrail', 'stop-logging', '--name', trailName);
    const effect = await effectOf(() => networks['us-east-1'].createNetworkAcl());
    expect(effect).toEqual({ counted: 0, state: 'OK', messages: [] });
  });
});
