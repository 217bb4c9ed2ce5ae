import { announcement } from '../../cli/src/drill/announcement';
import { drilledChain } from '../../cli/src/drill/drilled-chain';
import { judgeLinks } from '../../cli/src/drill/result';
import { runDrill } from '../../cli/src/drill/run-drill';
import { watchLinks } from '../../cli/src/drill/watch';
import { run } from './terminal';

const PLACE = { region: 'us-east-1', account: '111122223333' };
const CHAIN = {
  logGroup: { name: 'trail', ...PLACE },
  alarm: { name: 'bell', ...PLACE },
  acting: { name: 'bell', ...PLACE },
  metric: { namespace: 'Security', name: 'Edits' },
  topicArn: 'arn:aws:sns:us-east-1:111122223333:pager',
  subscribers: [
    { protocol: 'email', endpoint: 'a@example.com', isConfirmed: true },
    { protocol: 'email', endpoint: 'b@example.com', isConfirmed: false },
  ],
};

test('what will be done, what it costs and who hears of it is said before', () => {
  expect(announcement(CHAIN, { from: 'log-group' }, '111122223333', 'drill-1', 900)).toBe(
    `This drill of account 111122223333 writes one event that is marked as a drill
into log group "trail", in a log stream of its own, "drill-1", and watches until
alarm "bell" has rung or 900 s have passed.
For that time it subscribes a queue of its own, "drill-1", to topic
arn:aws:sns:us-east-1:111122223333:pager. In the end it removes all that it
made.
Will be notified: email a@example.com. 1 more of the topic will not, for want of
confirmation. Tell them before.
It costs less than a cent, in calls to CloudWatch, SNS and SQS:
https://aws.amazon.com/cloudwatch/pricing/
`,
  );
});

test('of a drill from the trail, which network ACL is made and where is said', () => {
  const trigger = { from: 'trail', vpc: 'vpc-0a1b2c3d', region: 'eu-west-1' } as const;
  expect(announcement({ ...CHAIN, subscribers: [] }, trigger, '444455556666', 'drill-1', 1800)).toBe(
    `This drill of account 444455556666 creates an empty network ACL in vpc-0a1b2c3d
(eu-west-1) and deletes it at once, so that CloudTrail records it, and watches
until alarm "bell" has rung or 1800 s have passed.
For that time it subscribes a queue of its own, "drill-1", to topic
arn:aws:sns:us-east-1:111122223333:pager. In the end it removes all that it
made.
Nobody else will be notified: the topic has no confirmed subscription.
It costs less than a cent, in calls to CloudWatch, SNS and SQS:
https://aws.amazon.com/cloudwatch/pricing/
`,
  );
});

test('where a composite alarm notifies for the alarm, both are followed', () => {
  const origin = {};
  const place = { origin, region: 'us-east-1', account: '111122223333' };
  const alarm = { ...place, name: 'bell', metric: { namespace: 'Security', name: 'Edits' } };
  const topicArn = 'arn:aws:sns:us-east-1:111122223333:pager';
  const parts = {
    trail: { logGroupArn: 'arn:aws:logs:us-east-1:111122223333:log-group:trail:*' },
    alarm: { alarm },
    notification: { alarm, acting: { ...place, name: 'tower', rule: 'ALARM(bell)' }, topicArn },
    subscriptions: { topicArn, subscriptions: [] },
  };
  expect(drilledChain(parts as never)).toEqual({
    ...CHAIN,
    acting: { name: 'tower', region: 'us-east-1', account: '111122223333' },
    subscribers: [],
  });
});

test.each([
  [['--from', 'nowhere'], 'a drill cannot start from "nowhere": give --from log-group or --from trail'],
  [
    ['--from', 'trail'],
    '--from trail needs --vpc VPC-ID, the VPC in which an empty network ACL may be created and deleted',
  ],
  [['--vpc', 'vpc-1'], '--vpc goes with --from trail'],
  [['--timeout', 'soon'], '--timeout takes a number of seconds, 1 to 99999'],
])('%j is refused', async (args, sentence) => {
  const { status, stderr } = await run(['drill', '--yes', ...args]);
  expect([status, stderr]).toEqual([2, `nacl-change-monitor: ${sentence}.\n`]);
});

const lit = { what: '', isLit: true, milliseconds: 1500 };
const dark = { what: '', isLit: false };
const unread = { ...dark, unreadable: 'it is not allowed' };

test('the first link behind the last that was lit is the one that stayed dark', () => {
  const links = [
    { link: 'log group', ...lit },
    { link: 'metric', ...dark },
    { link: 'alarm', ...dark },
    { link: 'topic', ...unread },
  ] as const;
  expect(judgeLinks(links, 60, false)).toEqual({
    verdict: 'SILENT',
    reason: 'it did not ring within 60 s: the metric stayed dark',
    dark: 'metric',
  });
});

test('a topic that cannot be looked at is not known to be silent', () => {
  const links = [
    { link: 'alarm', ...lit },
    { link: 'topic', ...unread },
  ] as const;
  expect(judgeLinks(links, 60, false)).toEqual({
    verdict: 'UNKNOWN',
    reason: 'the topic could not be looked at: it is not allowed',
  });
});

test.each([
  [
    'whose event was not seen',
    dark,
    {
      verdict: 'UNKNOWN',
      reason:
        'it rang, but the event was not seen in the log group, so that something else may have set it off: drill again',
    },
  ],
  ['that could not be looked at', unread, { verdict: 'RANG', reason: 'it rang 1.5 s after the event' }],
])('a ring with a log group %s', (_, logGroup, expected) => {
  const links = [
    { link: 'log group', ...logGroup },
    { link: 'alarm', ...lit },
    { link: 'topic', ...lit },
  ] as const;
  expect(judgeLinks(links, 60, false)).toEqual(expected);
});

test('nothing is asked or set off where a part of the chain is in an account that cannot be asked', async () => {
  const asked: unknown[] = [];
  const client = {
    send: async (command: unknown) => {
      asked.push(command);
      return {};
    },
  };
  const drill = {
    id: 'drill-1',
    chain: { ...CHAIN, logGroup: { ...CHAIN.logGroup, account: '444455556666' } },
    trigger: { from: 'trail', vpc: 'vpc-1', region: 'us-east-1' },
    account: '111122223333',
    sessions: {
      of: (account: string) => (account === '111122223333' ? { client: () => client } : undefined),
    },
    timeoutSeconds: 1,
    signal: new AbortController().signal,
  };
  await expect(runDrill(drill as never)).rejects.toThrow(
    'a part of the chain is in account 444455556666: run the drill there, with --profile or --role-arn',
  );
  expect(asked).toEqual([]);
});

describe('where only the delivery metric of the topic can be watched, which others raise as well', () => {
  const rows: [string, { readonly isLit: boolean }, { readonly isLit: boolean }, object][] = [
    [
      'it rang once the alarm rang too',
      lit,
      lit,
      {
        verdict: 'RANG',
        reason: 'it rang 1.5 s after the event, if what the topic delivered then was its notification',
      },
    ],
    [
      'it is silent where the alarm stayed dark',
      dark,
      lit,
      {
        verdict: 'SILENT',
        reason: 'it did not ring within 60 s: the alarm stayed dark',
        dark: 'alarm',
      },
    ],
    [
      'it is not known where the alarm could not be looked at',
      unread,
      lit,
      { verdict: 'UNKNOWN', reason: 'the alarm could not be looked at: it is not allowed' },
    ],
    [
      'it is not known where the metric stayed dark',
      lit,
      dark,
      {
        verdict: 'UNKNOWN',
        reason:
          'the alarm rang, and within 60 s the delivery metric of the topic showed nothing, which may come late: give a longer --timeout, or allow the drill to subscribe a queue',
      },
    ],
    [
      'it is not known where the metric could not be read',
      lit,
      unread,
      { verdict: 'UNKNOWN', reason: 'the topic could not be looked at: it is not allowed' },
    ],
  ];
  test.each(rows)('%s', (_, alarm, topic, expected) => {
    const links = [
      { link: 'metric', ...lit },
      { link: 'alarm', what: '', ...alarm },
      { link: 'topic', what: '', isShared: true, ...topic },
    ] as const;
    expect(judgeLinks(links, 60, false)).toEqual(expected);
  });

  test('what others publish ends no watch before the alarm has rung', async () => {
    let looks = 0;
    const seen = await watchLinks(
      [
        { link: 'alarm', what: '', isLit: async () => ++looks > 20 },
        { link: 'topic', what: '', isShared: true, isLit: async () => true },
      ],
      {
        start: Date.now(),
        timeout: 60_000,
        interval: 1,
        signal: new AbortController().signal,
        onLit: async () => {},
      },
    );
    expect(seen.map(({ isLit }) => isLit)).toEqual([true, true]);
  });
});
