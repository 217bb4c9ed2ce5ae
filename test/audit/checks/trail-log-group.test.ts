import { trailLogGroup } from '../../../src/audit/checks/trail-log-group';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

test.each<[string, Difference, string]>([
  [
    'the name of a log group in place of its ARN',
    { trail: { logGroupArn: '/audit/events' } },
    'FAIL: trail "management-events" feeds "/audit/events", which is not the ARN of a log group',
  ],
  ['a trail that feeds a log group', {}, 'PASS'],
  [
    'a trail to S3 only',
    { trail: { logGroupArn: undefined } },
    'FAIL: trail "management-events" feeds no log group; it may feed an external SIEM through S3, which the benchmark accepts from v4.0 and nobody can see here',
  ],
  [
    'a log group that could not be read',
    { trail: { logGroupArn: HIDDEN }, logGroup: null },
    'UNKNOWN: which log group trail "management-events" feeds could not be read: it comes from a parameter',
  ],
  [
    'a log group of the evidence whose name could not be read',
    { trail: { logGroupArn: HIDDEN }, logGroup: { arn: HIDDEN, name: HIDDEN } },
    'PASS',
  ],
  [
    'no trail, and the log group outside the evidence',
    { trail: null, logGroup: null },
    'UNKNOWN: whether a multi-region trail feeds log group "/audit/events" could not be read: it is not part of the evidence',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(trailLogGroup, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(trailLogGroup, { trail: { logGroupArn: undefined } })).toEqual({
    outcome: 'FAIL',
    reason: expect.stringContaining('feeds no log group'),
    remedy:
      'set cloudWatchLogsLogGroupArn: logGroup.logGroupArn and cloudWatchLogsRoleArn: role.roleArn, or accept the account with a reason: coveredAccounts',
    subject: { path: 'Logging/Trail' },
  });
});
