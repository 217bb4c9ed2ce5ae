import { alarmThreshold } from '../../../src/audit/checks/alarm-threshold';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

const compared = (
  comparisonOperator: string,
  threshold: number,
  ...filters: Difference['filters'] & {}
): Difference => ({
  ...(filters.length > 0 && { filters }),
  alarm: { comparisonOperator, threshold },
});
const NO_DATA = { defaultValue: undefined };

test.each<[string, Difference, string]>([
  ['at least 1', {}, 'PASS'],
  ['more than 0', compared('GreaterThanThreshold', 0), 'PASS'],
  [
    'more than 1',
    compared('GreaterThanThreshold', 1),
    'FAIL: one change makes 1, which is not GreaterThanThreshold 1 for alarm "acl-edited"',
  ],
  [
    'at least 2',
    compared('GreaterThanOrEqualToThreshold', 2),
    'FAIL: one change makes 1, which is not GreaterThanOrEqualToThreshold 2 for alarm "acl-edited"',
  ],
  [
    'at least 2, of changes that count 2',
    compared('GreaterThanOrEqualToThreshold', 2, { metricValue: '2' }),
    'PASS',
  ],
  [
    'at least 2, of which two filters count 1 each: one change makes 2',
    compared('GreaterThanOrEqualToThreshold', 2, {}, {}),
    'PASS',
  ],
  [
    'at least 0',
    compared('GreaterThanOrEqualToThreshold', 0),
    'FAIL: alarm "acl-edited" is in ALARM without a change: 0 is GreaterThanOrEqualToThreshold 0',
  ],
  ['at least 0 without a default value', compared('GreaterThanOrEqualToThreshold', 0, NO_DATA), 'PASS'],
  [
    'more than -1',
    compared('GreaterThanThreshold', -1),
    'FAIL: alarm "acl-edited" is in ALARM without a change: 0 is GreaterThanThreshold -1',
  ],
  [
    'less than 1',
    compared('LessThanThreshold', 1),
    'FAIL: alarm "acl-edited" rings on few changes, not on many: LessThanThreshold',
  ],
  [
    'at most 1, without a default value',
    compared('LessThanOrEqualToThreshold', 1, NO_DATA),
    'FAIL: alarm "acl-edited" rings on few changes, not on many: LessThanOrEqualToThreshold',
  ],
  [
    'a band',
    { alarm: { comparisonOperator: 'GreaterThanUpperThreshold', threshold: undefined } },
    'UNKNOWN: alarm "acl-edited" compares with a band (GreaterThanUpperThreshold), which this check does not decide',
  ],
  [
    'a band with a threshold',
    compared('LessThanLowerThreshold', 1),
    'UNKNOWN: alarm "acl-edited" compares with a band (LessThanLowerThreshold), which this check does not decide',
  ],
  [
    'no threshold',
    { alarm: { threshold: undefined } },
    'UNKNOWN: alarm "acl-edited" compares with a band (GreaterThanOrEqualToThreshold), which this check does not decide',
  ],
  [
    'a filter beside that adds nothing, which another check judges',
    compared('GreaterThanOrEqualToThreshold', 1, {}, { metricValue: '0' }),
    'PASS',
  ],
  [
    'a default value below the threshold, summed up',
    compared('GreaterThanOrEqualToThreshold', 1, { defaultValue: 0.3 }),
    'UNKNOWN: what alarm "acl-edited" sums up depends on the number of minutes with the default value',
  ],
  [
    'a default value below zero, summed up',
    compared('GreaterThanOrEqualToThreshold', 1, { defaultValue: -1 }),
    'UNKNOWN: what alarm "acl-edited" sums up depends on the number of minutes with the default value',
  ],
  [
    'a default value below the threshold, the largest of which counts',
    {
      ...compared('GreaterThanOrEqualToThreshold', 1, { defaultValue: 0.3 }),
      metric: { statistic: 'Maximum' },
    },
    'PASS',
  ],
  [
    'a sample count of at least 2, of a value that could not be read',
    {
      ...compared('GreaterThanOrEqualToThreshold', 2, { ...NO_DATA, metricValue: HIDDEN }),
      metric: { statistic: 'SampleCount' },
    },
    'FAIL: one change makes 1, which is not GreaterThanOrEqualToThreshold 2 for alarm "acl-edited"',
  ],
  [
    'a sample count, of changes that count little',
    {
      ...compared('GreaterThanOrEqualToThreshold', 1, { ...NO_DATA, metricValue: '0.1' }),
      metric: { statistic: 'SampleCount' },
    },
    'PASS',
  ],
  [
    'a sum, of changes that count little',
    compared('GreaterThanOrEqualToThreshold', 1, { ...NO_DATA, metricValue: '0.1' }),
    'FAIL: one change makes 0.1, which is not GreaterThanOrEqualToThreshold 1 for alarm "acl-edited"',
  ],
  [
    'a threshold that could not be read',
    { alarm: { threshold: HIDDEN } },
    'UNKNOWN: the threshold of alarm "acl-edited" could not be read: it comes from a parameter',
  ],
  [
    'a comparison that could not be read',
    { alarm: { comparisonOperator: HIDDEN } },
    'UNKNOWN: the comparison of alarm "acl-edited" could not be read: it comes from a parameter',
  ],
  [
    'a value that could not be read',
    { filters: [{ metricValue: HIDDEN }] },
    'UNKNOWN: the value of one change could not be read: it comes from a parameter',
  ],
  [
    'a default value that could not be read',
    { filters: [{ defaultValue: HIDDEN }] },
    'UNKNOWN: the default value of the metric could not be read: it comes from a parameter',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(alarmThreshold, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(alarmThreshold, compared('GreaterThanThreshold', 1))).toEqual({
    outcome: 'FAIL',
    reason: 'one change makes 1, which is not GreaterThanThreshold 1 for alarm "acl-edited"',
    remedy: 'set threshold: 1 and comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD',
    subject: { path: 'Watch/Alarm' },
  });
});
