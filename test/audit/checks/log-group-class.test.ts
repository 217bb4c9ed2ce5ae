import { logGroupClass } from '../../../src/audit/checks/log-group-class';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

test.each<[string, Difference, string]>([
  ['the standard class', {}, 'PASS'],
  [
    'infrequent access',
    { logGroup: { logGroupClass: 'INFREQUENT_ACCESS' } },
    'FAIL: log group "/audit/events" is of class INFREQUENT_ACCESS, which does not support metric filters',
  ],
  [
    'delivery',
    { logGroup: { logGroupClass: 'DELIVERY' } },
    'FAIL: log group "/audit/events" is of class DELIVERY, which does not support metric filters',
  ],
  [
    'a class that could not be read',
    { logGroup: { logGroupClass: HIDDEN } },
    'UNKNOWN: the class of log group "/audit/events" could not be read: it comes from a parameter',
  ],
  [
    'a log group outside the evidence',
    { logGroup: null },
    'UNKNOWN: whether the class of the log group supports metric filters could not be read: log group "/audit/events" is not part of the evidence',
  ],
  [
    'a log group of another account',
    {
      trail: { logGroupArn: 'arn:aws:logs:eu-central-1:444455556666:log-group:/audit/elsewhere:*' },
      filters: [],
    },
    'UNKNOWN: whether the class of the log group supports metric filters could not be read: log group arn:aws:logs:eu-central-1:444455556666:log-group:/audit/elsewhere:* is not part of the evidence',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(logGroupClass, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(logGroupClass, { logGroup: { logGroupClass: 'DELIVERY' } })).toEqual({
    outcome: 'FAIL',
    reason: 'log group "/audit/events" is of class DELIVERY, which does not support metric filters',
    remedy:
      'make a new log group with logGroupClass: LogGroupClass.STANDARD, as the class of a group cannot be changed',
    subject: { path: 'Logging/Group' },
  });
});
