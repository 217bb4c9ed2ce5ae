import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeployedStack } from '../../emulator/deploy';
import { Network } from '../../emulator/network-acl-changes';
import { monitor, synthesize } from '../../emulator/synthesize';
import { describeOnEmulator } from './describe-on-emulator';
import { runLive } from './live';
import { Unwell } from './unwell';

const POLICY = join(__dirname, '../../docs/iam-policy-changes.json');
const MONITORED = '500000000001';
const WITHOUT_TRAIL = '500000000002';

/** An event as LookupEvents gives it, for each of the six names: only one call has it in truth. */
const EVENT = {
  eventTime: new Date().toISOString().replace(/\.\d+/, ''),
  eventName: 'DeleteNetworkAcl',
  awsRegion: 'eu-west-1',
  recipientAccountId: WITHOUT_TRAIL,
  requestParameters: { networkAclId: 'acl-0a1b2c3d4e5f60001' },
};

describeOnEmulator('changes of a live account', (emulator) => {
  let unwell: Unwell;
  const actions = new Set<string>();

  beforeAll(async () => {
    unwell = await Unwell.before(emulator().aws.endpoint as string);
    const aws = emulator().aws.inAccount(MONITORED);
    await new DeployedStack(aws, 'monitoring').create(synthesize((scope) => monitor(scope)));
    const network = await Network.make(aws.inRegion('eu-west-1'));
    await network.createNetworkAcl();
    await network.createNetworkAclEntry();
    await network.describeNetworkAcls();
    await network.deleteNetworkAclEntry();
  }, 120_000);
  afterEach(() => unwell.heal());
  afterAll(() => unwell?.stop());

  const changes = async (account: string, ...args: string[]) => {
    const all = ['changes', '--verbose', ...args];
    const result = await runLive(emulator(), account, all, 'us-east-1', {}, unwell.endpoint);
    for (const [action] of result.stderr.matchAll(/^\w+:\w+(?= .* ms)/gm)) actions.add(action);
    return { ...result, stdout: result.stdout.replace(/\n {2,}/g, ' ') };
  };

  test('real calls are listed from the log group, in all regions, the dangerous one first', async () => {
    const { status, stdout } = await changes(MONITORED, '--since', '1h');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^3 network ACL changes \(1 high risk, 2 no known risk\), /);
    expect(stdout).toMatch(/^Read: the log group \S+ in us-east-1\.$/m);
    expect(stdout).not.toContain('NOT READ');
    expect(stdout).toMatch(/^1\. HIGH RISK: inbound TCP port 22 \(SSH\) allowed from 0\.0\.0\.0\/0/m);
    expect(stdout).toContain('region eu-west-1');
  });

  test('a trail that is off is told, as its log group has no changes since', async () => {
    const aws = emulator().aws.inAccount(MONITORED);
    const name = await aws.run('cloudtrail', 'describe-trails', '--query', 'trailList[0].TrailARN');
    await aws.run('cloudtrail', 'stop-logging', '--name', name);
    const { stdout } = await changes(MONITORED);
    await aws.run('cloudtrail', 'start-logging', '--name', name);
    expect(stdout).toMatch(/NOT READ: what trail \S+ does not record: /);
  });

  test('a denied log group is no absence of changes', async () => {
    unwell.ailments.set('FilterLogEvents', 'denied');
    const { status, stdout, stderr } = await changes(MONITORED);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('logs:FilterLogEvents is not allowed in us-east-1 (AccessDeniedException)');
  });

  test('without a trail it is the event history of one region, and the others are told', async () => {
    unwell.answers.set('LookupEvents', { Events: [{ CloudTrailEvent: JSON.stringify(EVENT) }] });
    const { status, stdout } = await changes(WITHOUT_TRAIL);
    expect(status).toBe(1);
    expect(unwell.asked.get('LookupEvents')).toBe(6);
    expect(stdout).toContain("Read: CloudTrail's event history of us-east-1 only.");
    expect(stdout).toContain('NOT READ: the event history of all other regions: give --region for one');
    expect(stdout).toContain('Deleted network ACL acl-0a1b2c3d4e5f60001.');
  });

  test('no change in one region is no answer for all, unless the region was asked for', async () => {
    unwell.answers.set('LookupEvents', { Events: [] });
    expect(await changes(WITHOUT_TRAIL)).toMatchObject({
      status: 3,
      stdout: expect.stringMatching(/^No network ACL change since .* UTC in what could be read\./),
    });
    expect(await changes(WITHOUT_TRAIL, '--region', 'us-east-1')).toMatchObject({ status: 0 });
    const older = await changes(WITHOUT_TRAIL, '--region', 'us-east-1', '--since', '100d');
    expect(older).toMatchObject({ status: 3, stdout: expect.stringContaining('older than 90 days') });
  });

  test('a denied event history is told', async () => {
    unwell.ailments.set('LookupEvents', 'denied');
    const { status, stderr } = await changes(WITHOUT_TRAIL);
    expect(status).toBe(2);
    expect(stderr).toContain('cloudtrail:LookupEvents is not allowed in us-east-1');
  });

  test('trails that could not be listed are told', async () => {
    unwell.ailments.set('DescribeTrails', 'denied');
    unwell.answers.set('LookupEvents', { Events: [] });
    const { status, stdout } = await changes(WITHOUT_TRAIL, '--region', 'us-east-1');
    expect(status).toBe(3);
    expect(stdout).toContain('cloudtrail:DescribeTrails is not allowed');
  });

  test('docs/iam-policy-changes.json allows what is called, and nothing else', () => {
    const [{ Action }] = JSON.parse(readFileSync(POLICY, 'utf8')).Statement;
    // Everybody may ask who they are.
    expect([...actions].sort()).toEqual([...Action, 'sts:GetCallerIdentity'].sort());
  });
});
