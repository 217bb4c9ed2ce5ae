import { alarmStatistic } from '../../../src/audit/checks/alarm-statistic';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

const without = (statistic: string): Difference => ({
  filters: [{ defaultValue: undefined }],
  metric: { statistic },
});
const hides = (statistic: string) =>
  `FAIL: the statistic ${statistic} of alarm "acl-edited" over the default value 0 can hide one change among values without`;

test.each<[string, Difference, string]>([
  ['Sum', {}, 'PASS'],
  ['Maximum', { metric: { statistic: 'Maximum' } }, 'PASS'],
  ['Average', { metric: { statistic: 'Average' } }, hides('Average')],
  ['Average without a default value', without('Average'), 'PASS'],
  ['Minimum', { metric: { statistic: 'Minimum' } }, hides('Minimum')],
  ['Minimum without a default value', without('Minimum'), 'PASS'],
  [
    'SampleCount',
    { metric: { statistic: 'SampleCount' } },
    'FAIL: the statistic SampleCount of alarm "acl-edited" over the default value 0 counts every minute in which any event arrives',
  ],
  ['SampleCount without a default value', without('SampleCount'), 'PASS'],
  ['a percentile', { metric: { statistic: 'p99' } }, hides('p99')],
  [
    'a percentile without a default value',
    without('p99'),
    'UNKNOWN: whether the statistic p99 of alarm "acl-edited" shows a single change is not decided by this check',
  ],
  [
    'Average over a default value of one of two filters',
    { filters: [{ defaultValue: undefined }, {}], metric: { statistic: 'Average' } },
    hides('Average'),
  ],
  [
    'Average over a default value that could not be read',
    { filters: [{ defaultValue: HIDDEN }], metric: { statistic: 'Average' } },
    'UNKNOWN: the default value of the metric could not be read: it comes from a parameter',
  ],
  [
    'a statistic that could not be read',
    { metric: { statistic: HIDDEN } },
    'UNKNOWN: the statistic of alarm "acl-edited" could not be read: it comes from a parameter',
  ],
  [
    'a computed metric',
    { alarm: { metric: HIDDEN } },
    'UNKNOWN: the metric of alarm "acl-edited" could not be read: it comes from a parameter',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(alarmStatistic, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(alarmStatistic, { metric: { statistic: 'Average' } })).toEqual({
    outcome: 'FAIL',
    reason: expect.stringContaining('Average'),
    remedy: 'set statistic: Stats.SUM',
    subject: { path: 'Watch/Alarm' },
  });
});
