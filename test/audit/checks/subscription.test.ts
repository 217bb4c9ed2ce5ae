import { subscription } from '../../../src/audit/checks/subscription';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

test.each<[string, Difference, string]>([
  ['a queue', {}, 'PASS'],
  [
    'an address, declared',
    { subscriptions: [{ protocol: 'email' }] },
    'PASS: topic "security-pager" has only subscriptions by email: each waits for a click on the link in its confirmation email',
  ],
  [
    'two addresses, declared',
    { subscriptions: [{ protocol: 'email' }, { protocol: 'email-json' }] },
    'PASS: topic "security-pager" has only subscriptions by email and email-json: each waits for a click on the link in its confirmation email',
  ],
  ['an address, confirmed', { subscriptions: [{ protocol: 'email', status: 'confirmed' }] }, 'PASS'],
  ['an address beside a queue', { subscriptions: [{ protocol: 'email' }, {}] }, 'PASS'],
  [
    'subscriptions of the topic that could not be read',
    { subscriptions: [], topic: { unreadSubscriptions: HIDDEN } },
    'UNKNOWN: whether topic "security-pager" has a subscription could not be read: it comes from a parameter',
  ],
  ['a queue beside subscriptions that could not be read', { topic: { unreadSubscriptions: HIDDEN } }, 'PASS'],
  [
    'an address that did not answer',
    { subscriptions: [{ protocol: 'email', status: 'pending' }] },
    'FAIL: no subscription of topic "security-pager" is confirmed: pending',
  ],
  [
    'a queue that did not answer and one that is gone',
    { subscriptions: [{ status: 'pending' }, { status: 'deleted' }] },
    'FAIL: no subscription of topic "security-pager" is confirmed: pending or deleted',
  ],
  [
    'an address that did not answer beside one that did',
    { subscriptions: [{ status: 'pending' }, { status: 'confirmed' }] },
    'PASS',
  ],
  ['nobody', { subscriptions: [] }, 'FAIL: topic "security-pager" has no subscription'],
  [
    'nobody, and the topic outside the evidence',
    { subscriptions: [], topic: null },
    'UNKNOWN: whether topic "security-pager" has a subscription could not be read: it is not part of the evidence',
  ],
  ['a queue, and the topic outside the evidence', { topic: null }, 'PASS'],
  ['a chat configuration', { subscriptions: [{ protocol: 'chat', endpoint: undefined }] }, 'PASS'],
  [
    'a queue under a condition',
    { subscriptions: [{ condition: 'IsProduction' }] },
    'UNKNOWN: whether topic "security-pager" has a subscription could not be read: it depends on the condition "IsProduction"',
  ],
  [
    'a queue under a condition beside one without',
    { subscriptions: [{ condition: 'IsProduction' }, {}] },
    'PASS',
  ],
  [
    'a queue on a topic that could not be read',
    { subscriptions: [{ topicArn: HIDDEN }] },
    'UNKNOWN: whether topic "security-pager" has a subscription could not be read: it comes from a parameter',
  ],
  [
    'a queue on another topic',
    { subscriptions: [{ topicArn: 'arn:aws:sns:eu-central-1:111122223333:other' }] },
    'FAIL: topic "security-pager" has no subscription',
  ],
  [
    'an address that did not answer, beside subscriptions that could not be read',
    { subscriptions: [{ status: 'pending' }], topic: { unreadSubscriptions: HIDDEN } },
    'UNKNOWN: whether topic "security-pager" has a subscription could not be read: it comes from a parameter',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(subscription, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(subscription, { subscriptions: [] })).toEqual({
    outcome: 'FAIL',
    reason: 'topic "security-pager" has no subscription',
    remedy: 'add a subscription: topic.addSubscription(new SqsSubscription(queue))',
    subject: { path: 'Watch/Topic' },
  });
});
