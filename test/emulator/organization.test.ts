import { DeployedStack } from '../../emulator/deploy';
import { monitor, synthesize } from '../../emulator/synthesize';
import { describeOnEmulator } from './describe-on-emulator';
import { runLive } from './live';
import { Unwell } from './unwell';

const OWNER = '500000000001';
const MONITORED = '500000000002';
const BARE = '500000000003';
const COVERED = '500000000004';
const CLOSED = '500000000005';

/** The emulator has no organizations: what they list is answered in its place. */
const ACCOUNTS = {
  Accounts: [
    { Id: OWNER, Name: 'management', Status: 'ACTIVE' },
    { Id: MONITORED, Name: 'monitored', Status: 'ACTIVE' },
    { Id: BARE, Name: 'bare', Status: 'ACTIVE' },
    { Id: COVERED, Name: 'covered', Status: 'ACTIVE' },
    { Id: CLOSED, Name: 'closed', Status: 'SUSPENDED' },
  ],
};

describeOnEmulator('audit of an organization', (emulator) => {
  let unwell: Unwell;
  const audit = (...args: string[]) => {
    const all = ['audit', '--organization', '--role-name', 'Auditor', ...args];
    return runLive(emulator(), OWNER, all, 'us-east-1', {}, unwell.endpoint);
  };
  const verdicts = (stdout: string): string[][] =>
    JSON.parse(stdout).accounts.map(({ account, name, outcome, reason = '' }: Record<string, string>) => [
      account,
      name,
      outcome,
      reason,
    ]);

  beforeAll(async () => {
    unwell = await Unwell.before(emulator().aws.endpoint as string);
    for (const account of [OWNER, MONITORED]) {
      const stack = new DeployedStack(emulator().aws.inAccount(account), 'monitoring');
      await stack.create(
        synthesize((scope) => monitor(scope, { trail: { organizationId: 'o-abcdefghij' } })),
      );
    }
  });
  beforeEach(() => {
    unwell.answers.set('ListAccounts', ACCOUNTS);
  });
  afterEach(() => unwell.heal());
  afterAll(() => unwell?.stop());

  test('each account in use has its verdict, the worst first', async () => {
    const { status, stdout, stderr } = await audit(
      ...['--covered', `${COVERED}=the SIEM reads its trail`, '--format', 'json'],
    );
    expect([status, stderr]).toEqual([1, '']);
    expect(verdicts(stdout)).toEqual([
      [BARE, 'bare', 'FAIL', 'there is no trail'],
      [COVERED, 'covered', 'COVERED', ''],
      [OWNER, 'management', 'PASS', ''],
      [MONITORED, 'monitored', 'PASS', ''],
    ]);
  });

  test('some of them, or all but some', async () => {
    expect((await audit('--accounts', MONITORED)).status).toBe(0);
    expect((await audit('--exclude', `${BARE},${COVERED}`)).status).toBe(0);
    const { status, stderr } = await audit('--accounts', CLOSED);
    expect([status, stderr]).toEqual([
      2,
      `nacl-change-monitor: account ${CLOSED} is none of the organization that is in use.\n`,
    ]);
  });

  test('the text is a table, and then each chain', async () => {
    const { stdout } = await audit();
    expect(stdout).toMatch(/^FAIL: 2 of 4 accounts have no sound chain that reports network ACL changes\.\n/);
    expect(stdout.indexOf(BARE)).toBeLessThan(stdout.indexOf(MONITORED));
  });

  test('a role that cannot be assumed leaves the accounts unknown, and the own one judged', async () => {
    unwell.ailments.set('AssumeRole', 'denied');
    const { status, stdout } = await audit('--format', 'json');
    expect(status).toBe(3);
    expect(verdicts(stdout).map(([account, , outcome]) => [account, outcome])).toEqual([
      [MONITORED, 'UNKNOWN'],
      [BARE, 'UNKNOWN'],
      [COVERED, 'UNKNOWN'],
      [OWNER, 'PASS'],
    ]);
    expect(JSON.parse(stdout).accounts[0].unreadParts[0].reason).toBe(
      'sts:AssumeRole is not allowed in us-east-1 (AccessDenied)',
    );
  });

  test('accounts that cannot be listed are told', async () => {
    unwell.answers.clear();
    unwell.ailments.set('ListAccounts', 'denied');
    const { status, stderr } = await audit();
    expect([status, stderr]).toEqual([
      2,
      'nacl-change-monitor: the accounts of the organization cannot be listed (AccessDeniedException): use credentials of its management account, or of a delegated administrator, that allow organizations:ListAccounts.\n',
    ]);
  });

  describe('with a trail of the organization, which every account shows', () => {
    beforeEach(async () => {
      const trails = await emulator().aws.inAccount(OWNER).run('cloudtrail', 'describe-trails');
      trails.trailList[0].IsOrganizationTrail = true;
      unwell.answers.set('DescribeTrails', trails);
    });

    test('its members have its chain', async () => {
      const { status, stdout } = await audit('--format', 'json', '--accounts', `${OWNER},${BARE}`);
      expect(verdicts(stdout)).toEqual([
        [OWNER, 'management', 'PASS', ''],
        [BARE, 'bare', 'PASS', ''],
      ]);
      expect(status).toBe(0);
    });

    test('its members are unknown where the owner is not audited, which is named', async () => {
      const { status, stdout } = await audit('--format', 'json', '--accounts', BARE);
      expect(status).toBe(3);
      expect(verdicts(stdout)[0][3]).toMatch(
        new RegExp(
          `^organization trail ".*" of account ${OWNER} records account ${BARE}: whether the chain of`,
        ),
      );
    });

    test('its members are told what is broken there', async () => {
      const aws = emulator().aws.inAccount(OWNER);
      const [{ Name }] = (await aws.run('cloudtrail', 'describe-trails')).trailList;
      await aws.run('cloudtrail', 'stop-logging', '--name', Name);
      try {
        const { status, stdout } = await audit('--format', 'json', '--accounts', `${OWNER},${BARE}`);
        expect(status).toBe(1);
        expect(verdicts(stdout).map(([account, , outcome]) => [account, outcome])).toEqual([
          [OWNER, 'FAIL'],
          [BARE, 'FAIL'],
        ]);
        expect(verdicts(stdout)[1][3]).toMatch(/records the account, and there trail ".*" is switched off$/);
      } finally {
        await aws.run('cloudtrail', 'start-logging', '--name', Name);
      }
    });
  });
});
