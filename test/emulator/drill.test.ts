import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALARM_NAME } from '../../emulator/synthesize';
import { describeOnEmulator } from './describe-on-emulator';
import { leftovers, NOTHING } from './leftovers';
import { runLive } from './live';
import { monitoredAccount } from './monitored-account';

const POLICY = JSON.parse(readFileSync(join(__dirname, '../../docs/iam-policy-drill.json'), 'utf8'));
const ALLOWED: readonly string[] = POLICY.Statement.flatMap(
  ({ Action }: { Action: string | string[] }) => Action,
);

/** The IAM actions of the calls that `--verbose` shows behind the announcement. */
function callsAfterAnnouncement(stderr: string): string[] {
  const [, behind] = stderr.split('https://aws.amazon.com/cloudwatch/pricing/');
  return [...behind.matchAll(/^(\w+:\w+) [\w-]+ \d+ ms/gm)].map(([, action]) => action);
}

describeOnEmulator('drill of a live account', (emulator) => {
  const deployed = async (account: string) => {
    const { aws, group, topic } = await monitoredAccount(emulator(), account);
    const vpc: string = await aws.run(
      ...['ec2', 'create-vpc', '--cidr-block', '10.0.0.0/16', '--query', 'Vpc.VpcId'],
    );
    return { aws, group, topic, vpc };
  };

  test('from the log group: every link lights up, and nothing is left', async () => {
    const { aws, group } = await deployed('320000000001');
    const args = ['drill', '--yes', '--verbose'];
    const { status, stdout, stderr } = await runLive(emulator(), '320000000001', args);
    expect(status).toBe(0);
    for (const link of ['log group', 'metric', 'alarm', 'topic']) {
      expect(stdout).toMatch(new RegExp(`^\\d\\d:\\d\\d:\\d\\dZ +\\d+\\.\\d s  ${link} `, 'm'));
    }
    expect(stdout).toMatch(/^RANG: account 320000000001: it rang \d+\.\d s after the event\.\n/m);
    expect(stdout).toContain('email security@example.com: that is no\nproof that a human read it. Ask.\n');
    expect(stderr).toContain('Will be notified: email security@example.com. Tell them before.\n');
    for (const action of callsAfterAnnouncement(stderr)) expect(ALLOWED).toContain(action);
    expect(await leftovers(aws, group)).toEqual(NOTHING);
  });

  test('from the trail: the event of a network ACL goes all the way, and nothing is left', async () => {
    const { aws, group, topic, vpc } = await deployed('320000000002');
    const args = ['drill', '--yes', '--from', 'trail', '--vpc', vpc, '--format', 'json'];
    const { status, stdout, stderr } = await runLive(emulator(), '320000000002', [...args, '--verbose']);
    expect(status).toBe(0);
    const seen = (link: string, what: string) => ({
      link,
      what,
      isLit: true,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      milliseconds: expect.any(Number),
    });
    expect(JSON.parse(stdout)).toEqual({
      verdict: 'RANG',
      reason: expect.stringMatching(/^it rang \d+\.\d s after the event$/),
      account: '320000000002',
      links: [
        seen('log group', `the event is in log group "${group}"`),
        seen('metric', 'metric "PacketFilterEdits" of "Security/Subnets" counts it'),
        seen('alarm', 'alarm "a-subnet-was-opened-or-closed" went to ALARM'),
        seen('topic', `topic ${topic} notified a queue that listened`),
      ],
      subscribers: [{ protocol: 'email', endpoint: 'security@example.com', isConfirmed: true }],
      leftovers: [],
    });
    for (const action of callsAfterAnnouncement(stderr)) expect(ALLOWED).toContain(action);
    expect(callsAfterAnnouncement(stderr)).toEqual(
      expect.arrayContaining(['ec2:CreateNetworkAcl', 'ec2:DeleteNetworkAcl']),
    );
    expect(await leftovers(aws, group)).toEqual(NOTHING);
  });

  test('an alarm whose actions were turned off after the audit leaves the topic dark', async () => {
    const { aws, group } = await deployed('320000000003');
    const ask = async () => {
      await aws.run('cloudwatch', 'disable-alarm-actions', '--alarm-names', ALARM_NAME);
      return true;
    };
    const args = ['drill', '--timeout', '2'];
    const { status, stdout } = await runLive(emulator(), '320000000003', args, 'us-east-1', { ask });
    expect(status).toBe(1);
    expect(stdout).toContain(
      'SILENT: account 320000000003: it did not ring within 2 s: the topic stayed dark.\n',
    );
    expect(await leftovers(aws, group)).toEqual(NOTHING);
  });

  test('with a role the account of the role is drilled', async () => {
    const { aws, group } = await deployed('320000000005');
    const args = ['drill', '--yes', '--role-arn', 'arn:aws:iam::320000000005:role/Auditor'];
    const { status, stdout } = await runLive(emulator(), '320000000006', args);
    expect(stdout).toMatch(/^RANG: account 320000000005: it rang/m);
    expect(status).toBe(0);
    expect(await leftovers(aws, group)).toEqual(NOTHING);
  });

  test('a broken chain is not set off', async () => {
    const { status, stdout } = await runLive(emulator(), '320000000004', ['drill', '--yes']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^SILENT: account 320000000004: nothing was set off: /);
  });

  test('without a terminal and without --yes nothing is done', async () => {
    const { status, stderr } = await runLive(emulator(), '320000000004', ['drill']);
    expect([status, stderr]).toEqual([
      2,
      'nacl-change-monitor: a drill notifies people, and there is no terminal to ask at: give --yes.\n',
    ]);
  });
});
