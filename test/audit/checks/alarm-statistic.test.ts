import { alarmStatistic } from '../../../src/audit/checks/alarm-statistic';
import type { MetricFilter } from '../../../src/evidence/resource-model';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

const without = (statistic: string): Difference => ({
  filters: [{ defaultValue: undefined }],
  metric: { statistic },
});
const hides = (statistic: string) =>
  `FAIL: the statistic ${statistic} of alarm "acl-edited" over the default value 0 can hide one change among values without`;

const BESIDE: Partial<MetricFilter> = {
  origin: { path: 'Watch/RootFilter' },
  pattern: '{ $.userIdentity.type = Root }',
  defaultValue: undefined,
};
/** Another control's filter on the metric, of which only the changes are written without it. */
const beside = (filter: Partial<MetricFilter>, statistic = 'Sum'): Difference => ({
  filters: [{ defaultValue: undefined }, { ...BESIDE, ...filter }],
  metric: { statistic },
});
const negative = (number: string) =>
  `FAIL: metric filter Watch/RootFilter feeds the metric of alarm "acl-edited" with the ${number}, so that the sum can hide a change`;
const mayFeed = (why: string) =>
  `UNKNOWN: whether metric filter Watch/RootFilter, with the value -1, feeds the metric of alarm "acl-edited" could not be read: ${why}`;

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
  ['Sum over another control that adds 1', beside({}), 'PASS'],
  ['Sum over another control that adds -1', beside({ metricValue: '-1' }), negative('value -1')],
  [
    'Sum over another control with the default value -1',
    beside({ defaultValue: -1 }),
    negative('default value -1'),
  ],
  [
    'Sum over a filter of another log group that adds -1',
    beside({ metricValue: '-1', logGroupName: '/app/requests' }),
    negative('value -1'),
  ],
  ['Sum over -1.0, another spelling', beside({ metricValue: '-1.0' }), negative('value -1')],
  [
    'Sum over a filter of another metric that adds -1',
    beside({ metricValue: '-1', metricName: 'Roots' }),
    'PASS',
  ],
  [
    'Sum over a filter of another namespace that adds -1',
    beside({ metricValue: '-1', metricNamespace: 'Ops' }),
    'PASS',
  ],
  [
    'Sum over a filter of another region that adds -1',
    beside({ metricValue: '-1', region: 'us-east-1' }),
    'PASS',
  ],
  [
    'Sum over a filter with dimensions that adds -1',
    beside({ metricValue: '-1', dimensions: ['user'] }),
    'PASS',
  ],
  [
    'Sum over a filter of another unit that adds -1, which the alarm does not see',
    { filters: [{ unit: 'Count' }, { ...BESIDE, metricValue: '-1' }], metric: { unit: 'Count' } },
    'PASS',
  ],
  [
    'Sum over what adds -1 under a condition',
    beside({ metricValue: '-1', condition: 'IsProduction' }),
    mayFeed('it depends on the condition "IsProduction"'),
  ],
  [
    'Sum over what adds -1 to a metric that could not be read',
    beside({ metricValue: '-1', metricName: HIDDEN }),
    mayFeed('it comes from a parameter'),
  ],
  [
    'Sum over what adds -1 in a namespace that could not be read',
    beside({ metricValue: '-1', metricNamespace: HIDDEN }),
    mayFeed('it comes from a parameter'),
  ],
  [
    'Sum over what adds -1 with dimensions that could not be read',
    beside({ metricValue: '-1', dimensions: HIDDEN }),
    mayFeed('it comes from a parameter'),
  ],
  ['Sum over what adds 1 under a condition', beside({ condition: 'IsProduction' }), 'PASS'],
  [
    'Sum over what adds a number that could not be read',
    beside({ metricValue: HIDDEN }),
    'UNKNOWN: whether the value of metric filter Watch/RootFilter hides a change from alarm "acl-edited" could not be read: it comes from a parameter',
  ],
  [
    'Sum over what adds a field of the event',
    beside({ metricValue: '$.size' }),
    'UNKNOWN: whether the value of metric filter Watch/RootFilter hides a change from alarm "acl-edited" could not be read: it is the value of $.size',
  ],
  ['Maximum over what adds -1', beside({ metricValue: '-1', defaultValue: -1 }, 'Maximum'), 'PASS'],
  [
    'Average over what another control adds',
    beside({ metricValue: '0.1' }, 'Average'),
    'FAIL: the statistic Average of alarm "acl-edited" over what metric filter Watch/RootFilter adds to the same metric can hide one change among values without',
  ],
  [
    'Minimum over what another control adds',
    beside({ metricValue: '0.1' }, 'Minimum'),
    'FAIL: the statistic Minimum of alarm "acl-edited" over what metric filter Watch/RootFilter adds to the same metric can hide one change among values without',
  ],
  [
    'Average over the default value of another control',
    beside({ defaultValue: 0 }, 'Average'),
    hides('Average'),
  ],
  [
    'Average over what another control adds, which crosses the threshold itself',
    beside({}, 'Average'),
    'PASS',
  ],
  [
    'Average over what another control of another log group adds',
    beside({ metricValue: '0.1', logGroupName: '/app/requests' }, 'Average'),
    'FAIL: the statistic Average of alarm "acl-edited" over what metric filter Watch/RootFilter adds to the same metric can hide one change among values without',
  ],
  [
    'Average over what a filter for another event adds',
    beside({ metricValue: '0.1', pattern: '{ $.eventName = ConsoleLogin }' }, 'Average'),
    'FAIL: the statistic Average of alarm "acl-edited" over what metric filter Watch/RootFilter adds to the same metric can hide one change among values without',
  ],
  ['SampleCount over what another control adds', beside({}, 'SampleCount'), 'PASS'],
  [
    'Average over what another control may add',
    beside({ metricValue: '0.1', condition: 'IsProduction' }, 'Average'),
    'UNKNOWN: what metric filter Watch/RootFilter adds to the metric beside the changes could not be read: it depends on the condition "IsProduction"',
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
