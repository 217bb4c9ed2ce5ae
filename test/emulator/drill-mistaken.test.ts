import { ALARM_NAME } from '../../emulator/synthesize';
import { describeOnEmulator } from './describe-on-emulator';
import { leftovers, NOTHING } from './leftovers';
import { runLive } from './live';
import { monitoredAccount } from './monitored-account';
import { Unwell } from './unwell';

describeOnEmulator('a drill beside which something else happens', (emulator) => {
  let unwell: Unwell;
  beforeAll(async () => {
    unwell = await Unwell.before(emulator().aws.endpoint as string);
  });
  afterAll(() => unwell?.stop());
  afterEach(() => unwell.heal());

  const deployed = (account: string) => monitoredAccount(emulator(), account);
  const drill = (account: string) =>
    runLive(emulator(), account, ['drill', '--yes', '--timeout', '2'], 'us-east-1', {}, unwell.endpoint);

  test('an alarm of the same name in another account, on the same topic, is another alarm', async () => {
    const { aws, group, topic } = await deployed('320000000031');
    unwell.beforeCall = async (operation) => {
      if (operation === 'CreateQueue') {
        await aws.run('cloudwatch', 'disable-alarm-actions', '--alarm-names', ALARM_NAME);
      }
      if (operation !== 'ReceiveMessage') return;
      const message = { AlarmName: ALARM_NAME, AWSAccountId: '320000000099', NewStateValue: 'ALARM' };
      await aws.run('sns', 'publish', '--topic-arn', topic, '--message', JSON.stringify(message));
    };
    const { status, stdout } = await drill('320000000031');
    expect(stdout).toContain(
      'SILENT: account 320000000031: it did not ring within 2 s: the topic stayed dark.\n',
    );
    expect(status).toBe(1);
    expect(await leftovers(aws, group)).toEqual(NOTHING);
  });

  test('what rings without the event in the log group proves nothing', async () => {
    const { aws, group } = await deployed('320000000032');
    unwell.answers.set('FilterLogEvents', { events: [] });
    const { status, stdout } = await drill('320000000032');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'UNKNOWN: account 320000000032: it rang, but the event was not seen in the log group, so that something else may have set it off: drill again. Not seen: log group.',
    );
    expect(status).toBe(3);
    expect(await leftovers(aws, group)).toEqual(NOTHING);
  });

  test('an event that the log group rejects is told in one sentence, and leaves nothing', async () => {
    const { aws, group } = await deployed('320000000033');
    unwell.answers.set('PutLogEvents', { rejectedLogEventsInfo: { tooNewLogEventStartIndex: 0 } });
    const { status, stderr } = await drill('320000000033');
    expect(stderr).toMatch(
      /\nnacl-change-monitor: the log group took the event for too old or too new: set the clock of this machine, and drill again\.\n$/,
    );
    expect(status).toBe(2);
    expect(await leftovers(aws, group)).toEqual(NOTHING);
  });
});
