import { subscriptionFilterPolicy } from '../../../src/audit/checks/subscription-filter-policy';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

const attributes = (filterPolicy: unknown): Difference => ({ subscriptions: [{ filterPolicy }] });
const body = (filterPolicy: unknown): Difference => ({
  subscriptions: [{ filterPolicy, filterPolicyScope: 'MessageBody' }],
});
const NONE =
  'FAIL: no subscription of topic "security-pager" lets alarm messages pass: their filter policies ask for what such a message does not have';
const open = (why: string) =>
  `UNKNOWN: whether a subscription of topic "security-pager" lets alarm messages pass could not be read: ${why}`;
const MAYBE_ANOTHER =
  'UNKNOWN: whether topic "security-pager" has another subscription could not be read: it comes from a parameter';

test.each<[string, Difference, string]>([
  ['no filter policy', {}, 'PASS'],
  ['an empty one', attributes({}), 'PASS'],
  ['an attribute', attributes({ severity: ['high'] }), NONE],
  ['an attribute that is anything but', attributes({ severity: [{ 'anything-but': 'low' }] }), NONE],
  ['an attribute that must not be there', attributes({ severity: [{ exists: false }] }), NONE],
  [
    'two attributes, of which one must not be there',
    attributes({ severity: [{ exists: false }], team: ['sec'] }),
    NONE,
  ],
  [
    'one attribute or another that must not be there',
    attributes({ $or: [{ severity: ['high'] }, { team: [{ exists: false }] }] }),
    NONE,
  ],
  ['as text', attributes('{"severity":["high"]}'), NONE],
  ['as text that is no JSON', attributes('severity'), open('the filter policy is not an object')],
  [
    'an attribute of one that listens beside one that takes all',
    { subscriptions: [{ filterPolicy: { severity: ['high'] } }, {}] },
    'PASS',
  ],
  [
    'an attribute beside one that takes all and is pending',
    { subscriptions: [{ filterPolicy: { severity: ['high'] } }, { status: 'pending' }] },
    NONE,
  ],
  ['body: the state ALARM', body({ NewStateValue: ['ALARM'] }), 'PASS'],
  ['body: the state OK', body({ NewStateValue: ['OK'] }), NONE],
  ['body: this alarm', body({ AlarmName: ['other', 'acl-edited'] }), 'PASS'],
  ['body: the composite alarm', { ...body({ AlarmName: ['any-edited'] }), compositeAlarm: {} }, 'PASS'],
  [
    'body: the alarm below the composite alarm',
    { ...body({ AlarmName: ['acl-edited'] }), compositeAlarm: {} },
    NONE,
  ],
  ['body: another account', body({ AWSAccountId: ['444455556666'] }), NONE],
  ['body: a prefix', body({ AlarmName: [{ prefix: 'acl' }] }), 'PASS'],
  ['body: another prefix', body({ AlarmName: [{ prefix: 'route' }] }), NONE],
  [
    'body: something inside',
    body({ Trigger: { MetricName: ['AclEdits'] } }),
    open('the filter policy asks for Trigger'),
  ],
  [
    'body: what is not known of the message',
    body({ Region: ['EU (Frankfurt)'] }),
    open('the filter policy asks for Region'),
  ],
  ['a filter policy that could not be read', attributes(HIDDEN), open('it comes from a parameter')],
  [
    'a scope that could not be read',
    { subscriptions: [{ filterPolicy: { severity: ['high'] }, filterPolicyScope: HIDDEN }] },
    open('it comes from a parameter'),
  ],
  [
    'two attributes of which one is there or not',
    attributes({ severity: [{ exists: true }, { exists: false }] }),
    NONE,
  ],
  ['an attribute of which nothing is asked', attributes({ severity: [] }), NONE],
  ['body: an empty one', body({}), 'PASS'],
  ['body: anything but another alarm', body({ AlarmName: [{ 'anything-but': ['route-edited'] }] }), 'PASS'],
  [
    'body: anything but this alarm',
    body({ AlarmName: [{ 'anything-but': ['acl-edited', 'route-edited'] }] }),
    NONE,
  ],
  ['body: anything but one text', body({ NewStateValue: [{ 'anything-but': 'OK' }] }), 'PASS'],
  [
    'body: anything but what starts like another alarm',
    body({ AlarmName: [{ 'anything-but': { prefix: 'route' } }] }),
    'PASS',
  ],
  [
    'body: anything but what starts like this alarm',
    body({ AlarmName: [{ 'anything-but': { prefix: 'acl' } }] }),
    NONE,
  ],
  [
    'body: anything but what ends like this alarm',
    body({ AlarmName: [{ 'anything-but': { suffix: 'edited' } }] }),
    NONE,
  ],
  ['body: a suffix', body({ AlarmName: [{ suffix: '-edited' }] }), 'PASS'],
  ['body: another suffix', body({ AlarmName: [{ suffix: '-read' }] }), NONE],
  ['body: in any case', body({ NewStateValue: [{ 'equals-ignore-case': 'alarm' }] }), 'PASS'],
  ['body: another text in any case', body({ NewStateValue: [{ 'equals-ignore-case': 'ok' }] }), NONE],
  ['body: a number', body({ AWSAccountId: [111122223333] }), NONE],
  ['body: a property that is there', body({ AlarmArn: [{ exists: true }] }), 'PASS'],
  ['body: a property of every message that is there', body({ Trigger: [{ exists: true }] }), 'PASS'],
  ['body: a property that must not be there', body({ AlarmName: [{ exists: false }] }), NONE],
  ['body: a property that no alarm has', body({ severity: ['high'] }), NONE],
  [
    'body: a property that no alarm has and that must not be there',
    body({ severity: [{ exists: false }] }),
    'PASS',
  ],
  ['body: inside a property that no alarm has', body({ detail: { severity: ['high'] } }), NONE],
  [
    'body: a part that must not be there, inside a property that no alarm has',
    body({ detail: { severity: [{ exists: false }] } }),
    open('the filter policy asks for detail'),
  ],
  [
    'body: inside a property that every alarm has',
    body({ Trigger: { MetricName: ['acl-edits'] } }),
    open('the filter policy asks for Trigger'),
  ],
  ['body: a number where the message has a text', body({ NewStateValue: [{ numeric: ['=', 1] }] }), NONE],
  [
    'body: one or the other',
    body({ $or: [{ AlarmName: ['route-edited'] }, { NewStateValue: ['ALARM'] }] }),
    'PASS',
  ],
  [
    'body: neither one nor the other',
    body({ $or: [{ AlarmName: ['route-edited'] }, { NewStateValue: ['OK'] }] }),
    NONE,
  ],
  [
    'body: one or the other, and a third',
    body({ $or: [{ AlarmName: ['acl-edited'] }], NewStateValue: ['OK'] }),
    NONE,
  ],
  [
    'body: a wildcard, which is not decided',
    body({ AlarmName: [{ wildcard: 'acl-*' }] }),
    open('the filter policy asks for AlarmName'),
  ],
  ['body: a text that could not be read', body({ AlarmName: [HIDDEN] }), open('it comes from a parameter')],
  ['body: a property that could not be read', body({ AlarmName: HIDDEN }), open('it comes from a parameter')],
  [
    'body: the start of a name that is made up on deployment',
    {
      ...body({ AlarmName: [{ prefix: 'acl' }] }),
      alarm: {
        name: '${Watch.Alarm}',
        arn: 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:${Watch.Alarm}',
      },
    },
    open('${Watch.Alarm} is known on deployment'),
  ],
  [
    'an attribute, beside one on a topic that could not be read',
    { subscriptions: [{ filterPolicy: { severity: ['high'] } }, { topicArn: HIDDEN }] },
    open('it comes from a parameter'),
  ],
  [
    'an attribute, beside an attribute on a topic that could not be read',
    {
      subscriptions: [
        { filterPolicy: { severity: ['high'] } },
        { filterPolicy: { team: ['sec'] }, topicArn: HIDDEN },
      ],
    },
    NONE,
  ],
  [
    'an attribute, beside one under a condition',
    { subscriptions: [{ filterPolicy: { severity: ['high'] } }, { condition: 'IsProduction' }] },
    open('it depends on the condition "IsProduction"'),
  ],
  [
    'an attribute, beside subscriptions of the topic that could not be read',
    { subscriptions: [{ filterPolicy: { severity: ['high'] } }], topic: { unreadSubscriptions: HIDDEN } },
    MAYBE_ANOTHER,
  ],
  ['no subscription, which another check says', { subscriptions: [] }, 'PASS'],
  [
    'an attribute, on a topic outside the evidence, which may have other subscriptions',
    { ...attributes({ severity: ['high'] }), topic: null },
    'UNKNOWN: whether topic "security-pager" has another subscription could not be read: the topic is not part of the evidence',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(subscriptionFilterPolicy, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(subscriptionFilterPolicy, attributes({ severity: ['high'] }))).toEqual({
    outcome: 'FAIL',
    reason: expect.stringContaining('no subscription of topic "security-pager" lets alarm messages pass'),
    remedy: 'leave out filterPolicy of the subscription',
    subject: { path: 'Watch/Topic/Queue' },
  });
});
