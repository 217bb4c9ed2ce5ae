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
