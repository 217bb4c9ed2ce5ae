import { BREAKS } from './breaks';
import { describeOnEmulator } from './describe-on-emulator';
import { runLive } from './live';
import { monitoredAccount } from './monitored-account';

/** What each break has to be called. */
const CHECKS: readonly (readonly [number, string])[] = [
  [1, 'trail-all-regions'],
  [2, 'trail-logging'],
  [3, 'trail-management-events'],
  [4, 'trail-log-group'],
  [4, 'trail-delivery-role'], // the role may write to the group that the trail fed before
  [5, 'metric-filter-pattern'],
  [6, 'alarm-metric'],
  [7, 'alarm-topic'],
  [8, 'subscription'],
];

describeOnEmulator('audit of a live account', (emulator) => {
  const deployed = async (account: string) => {
    const { aws, ...parts } = await monitoredAccount(emulator(), account);
    return { aws, parts };
  };

  test('a chain that was deployed is sound', async () => {
    await deployed('300000000001');
    const { status, stdout, stderr } = await runLive(emulator(), '300000000001', ['audit']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^PASS: account 300000000001 has a sound chain that reports network ACL changes\.\n/,
    );
  });

  test('an account without anything has no trail', async () => {
    const { status, stdout } = await runLive(emulator(), '300000000002', ['audit', '--format', 'json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).accounts[0]).toMatchObject({
      account: '300000000002',
      outcome: 'FAIL',
      check: 'trail-all-regions',
      reason: 'there is no trail',
    });
  });

  test.each(BREAKS.map((one, index) => ({ ...one, index })))(
    'the broken link is named: $link, $how',
    async ({ apply, index }) => {
      const account = String(310_000_000_000 + index);
      const { aws, parts } = await deployed(account);
      await apply(aws, parts);
      const { status, stdout } = await runLive(emulator(), account, ['audit', '--format', 'json']);
      expect(status).toBe(1);
      const [link, check] = CHECKS[index];
      expect(JSON.parse(stdout).accounts[0]).toMatchObject({ outcome: 'FAIL', link, check });
    },
  );
});
