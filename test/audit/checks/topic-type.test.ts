import { topicType } from '../../../src/audit/checks/topic-type';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

test.each<[string, Difference, string]>([
  ['a standard topic', {}, 'PASS'],
  [
    'a FIFO topic',
    { topic: { isFifo: true } },
    'UNKNOWN: topic "security-pager" is a FIFO topic, and AWS does not document that an alarm can publish to one',
  ],
  [
    'a type that could not be read',
    { topic: { isFifo: HIDDEN } },
    'UNKNOWN: the type of topic "security-pager" could not be read: it comes from a parameter',
  ],
  [
    'a topic outside the evidence',
    { topic: null },
    'UNKNOWN: the type of the topic could not be read: topic "security-pager" is not part of the evidence',
  ],
  [
    'a topic that could not be read',
    { topic: null, topicArn: HIDDEN },
    'UNKNOWN: the type of the topic could not be read: it comes from a parameter',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(topicType, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(topicType, { topic: { isFifo: true } })).toEqual({
    outcome: 'UNKNOWN',
    reason: expect.stringContaining('FIFO'),
    remedy: 'use a standard topic: leave out fifo',
    subject: { path: 'Watch/Topic' },
  });
});
