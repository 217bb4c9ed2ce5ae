import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CallError } from '../../../cli/src/live/calls';
import { Evidence } from '../../../cli/src/live/evidence';
import { readAlarms } from '../../../cli/src/live/read/alarms';
import type { Session } from '../../../cli/src/live/session';

const ACCOUNT = '111122223333';
const ALL = ['MetricAlarm', 'CompositeAlarm', 'LogAlarm'];
const OLD = ['MetricAlarm', 'CompositeAlarm'];

/** What is read of a region that answers so to the types of alarms it is asked for. */
async function read(answer: (types: readonly string[], token?: string) => object) {
  const asked: string[][] = [];
  const send = async ({ input }: { input: { AlarmTypes: string[]; NextToken?: string } }) => {
    asked.push(input.AlarmTypes);
    return answer(input.AlarmTypes, input.NextToken);
  };
  const client = Object.assign(new CloudWatchClient({ region: 'us-iso-east-1' }), { send });
  const session = { account: ACCOUNT, client: () => client } as unknown as Session;
  const evidence = new Evidence(ACCOUNT);
  const { alarms } = await readAlarms('us-iso-east-1', session, evidence);
  const [{ unreadParts = [] }] = evidence.toData();
  return { asked, names: alarms.map(({ name }) => name), unread: unreadParts.map(({ reason }) => reason) };
}

function refuse(error: string): never {
  throw new CallError('cloudwatch:DescribeAlarms', 'us-iso-east-1', error, 'no');
}

const page = (AlarmName: string, NextToken?: string) => ({
  MetricAlarms: [{ AlarmName, AlarmArn: `arn:${AlarmName}` }],
  NextToken,
});

test('all types of alarms are asked for at once', async () => {
  expect(await read(() => page('a'))).toEqual({ asked: [ALL], names: ['a'], unread: [] });
});

test('a region that does not know log alarms is asked again without them, to the last page', async () => {
  const answer = (types: readonly string[], token?: string) =>
    types.includes('LogAlarm')
      ? refuse('ValidationError')
      : token === undefined
        ? page('a', 'more')
        : page('b');
  expect(await read(answer)).toEqual({ asked: [ALL, OLD, OLD], names: ['a', 'b'], unread: [] });
});

test('one that refuses that too is not known', async () => {
  expect(await read(() => refuse('ValidationError'))).toEqual({
    asked: [ALL, OLD],
    names: [],
    unread: ['cloudwatch:DescribeAlarms in us-iso-east-1 failed (ValidationError)'],
  });
});

test.each(['AccessDenied', 'TimedOut', 'ThrottlingException'])(
  'whatever else goes wrong is not asked again: %s',
  async (error) => {
    expect((await read(() => refuse(error))).asked).toEqual([ALL]);
  },
);

test('half of the pages are none', async () => {
  const answer = (types: readonly string[], token?: string) =>
    token !== undefined && types.includes('LogAlarm') ? refuse('InternalFailure') : page('a', 'more');
  expect(await read(answer)).toMatchObject({ names: [], unread: [expect.stringMatching(/InternalFailure/)] });
});
