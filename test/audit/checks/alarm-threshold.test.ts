import { alarmThreshold } from '../../../src/audit/checks/alarm-threshold';
import type { MetricFilter } from '../../../src/evidence/resource-model';
import { type Difference, FILTER, finding, HIDDEN, judged } from '../sound-account';

const compared = (
  comparisonOperator: string,
  threshold: number,
  ...filters: Difference['filters'] & {}
): Difference => ({
  ...(filters.length > 0 && { filters }),
  alarm: { comparisonOperator, threshold },
});
const NO_DATA = { defaultValue: undefined };

const HALF =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) }';
const OTHER_HALF =
  '{ ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';

const QUOTED = FILTER.pattern.toString().replace(/= (\w+)/g, '= "$1"');
const BESIDE: Partial<MetricFilter> = {
  origin: { path: 'Watch/RootFilter' },
  pattern: '{ $.userIdentity.type = Root }',
  defaultValue: undefined,
};
const EVERYTHING =
  'FAIL: metric filter Watch/AclFilter counts every event, so that alarm "acl-edited" never leaves ALARM and no change rings';

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
  [
    'at least 1, of two filters that count 2 and 0.5',
    compared('GreaterThanOrEqualToThreshold', 1, { metricValue: '2' }, { metricValue: '0.5' }),
    'PASS',
  ],
  [
    'at least 2.5, of two filters that count 2 and 0.5',
    compared('GreaterThanOrEqualToThreshold', 2.5, { metricValue: '2' }, { metricValue: '0.5' }),
    'PASS',
  ],
  [
    'at least 3, of two filters that count 2 and 0.5',
    compared('GreaterThanOrEqualToThreshold', 3, { metricValue: '2' }, { metricValue: '0.5' }),
    'FAIL: one change makes 2.5, which is not GreaterThanOrEqualToThreshold 3 for alarm "acl-edited"',
  ],
  [
    'at least 2, of two filters that count half of the changes with 2 and the others with 1',
    compared(
      'GreaterThanOrEqualToThreshold',
      2,
      { pattern: HALF, metricValue: '2' },
      { pattern: OTHER_HALF },
    ),
    'FAIL: one change makes 1, which is not GreaterThanOrEqualToThreshold 2 for alarm "acl-edited"',
  ],
  [
    'the largest at least 2, of two filters that count 2 and 0.5',
    {
      ...compared(
        'GreaterThanOrEqualToThreshold',
        2,
        { ...NO_DATA, metricValue: '2' },
        { ...NO_DATA, metricValue: '0.5' },
      ),
      metric: { statistic: 'Maximum' },
    },
    'PASS',
  ],
  [
    'the smallest at least 1, of two filters that count 2 and 0.5',
    {
      ...compared(
        'GreaterThanOrEqualToThreshold',
        1,
        { ...NO_DATA, metricValue: '2' },
        { ...NO_DATA, metricValue: '0.5' },
      ),
      metric: { statistic: 'Minimum' },
    },
    'FAIL: one change makes 0.5, which is not GreaterThanOrEqualToThreshold 1 for alarm "acl-edited"',
  ],
  [
    'two samples of one change that two filters count',
    {
      ...compared('GreaterThanOrEqualToThreshold', 2, NO_DATA, NO_DATA),
      metric: { statistic: 'SampleCount' },
    },
    'PASS',
  ],
  [
    'at least 2, of which one counts under a condition',
    compared('GreaterThanOrEqualToThreshold', 2, {}, { condition: 'IsProduction' }),
    'FAIL: one change makes 1, which is not GreaterThanOrEqualToThreshold 2 for alarm "acl-edited"',
  ],
  [
    'at least 2, of which one feeds the metric with dimensions',
    compared('GreaterThanOrEqualToThreshold', 2, {}, { dimensions: ['user'], defaultValue: undefined }),
    'FAIL: one change makes 1, which is not GreaterThanOrEqualToThreshold 2 for alarm "acl-edited"',
  ],
  ['a value spelled 1.0', { filters: [{ metricValue: '1.0' }] }, 'PASS'],
  [
    'the default value 1 of another control on the metric',
    { filters: [{}, { ...BESIDE, defaultValue: 1 }] },
    'FAIL: alarm "acl-edited" is in ALARM without a change: 1 is GreaterThanOrEqualToThreshold 1',
  ],
  [
    'the default value 1 of a filter that quotes the names',
    { filters: [{}, { pattern: QUOTED, defaultValue: 1 }] },
    'FAIL: alarm "acl-edited" is in ALARM without a change: 1 is GreaterThanOrEqualToThreshold 1',
  ],
  [
    'the default value 1 of a filter of another log group',
    { filters: [{}, { ...BESIDE, logGroupName: '/app/requests', defaultValue: 1 }] },
    'FAIL: alarm "acl-edited" is in ALARM without a change: 1 is GreaterThanOrEqualToThreshold 1',
  ],
  [
    'the default value 1 of another metric',
    { filters: [{}, { ...BESIDE, defaultValue: 1, metricName: 'Roots' }] },
    'PASS',
  ],
  [
    'the default value 1 of another control under a condition',
    { filters: [{}, { ...BESIDE, defaultValue: 1, condition: 'IsProduction' }] },
    'UNKNOWN: the default value of the metric could not be read: it depends on the condition "IsProduction"',
  ],
  [
    'the default value 1 of another control on a metric that could not be read',
    { filters: [{}, { ...BESIDE, defaultValue: 1, metricName: HIDDEN }] },
    'UNKNOWN: the default value of the metric could not be read: it comes from a parameter',
  ],
  ['a pattern that fires on everything', { filters: [{ pattern: '' }] }, EVERYTHING],
  [
    'all event names but one',
    { filters: [{ pattern: '{ $.eventName != ConsoleLogin }' }] },
    'FAIL: metric filter Watch/AclFilter counts every event but a few, so that alarm "acl-edited" never leaves ALARM and no change rings',
  ],
  [
    'all services',
    { filters: [{ pattern: '{ $.eventSource = "*.amazonaws.com" }' }] },
    'FAIL: metric filter Watch/AclFilter counts every event but a few, so that alarm "acl-edited" never leaves ALARM and no change rings',
  ],
  ['all that one service does', { filters: [{ pattern: '{ $.eventSource = ec2.amazonaws.com }' }] }, 'PASS'],
  ['a wildcard over every event name', { filters: [{ pattern: '{ $.eventName = * }' }] }, EVERYTHING],
  [
    'the largest of every event',
    { filters: [{ pattern: '', defaultValue: undefined }], metric: { statistic: 'Maximum' } },
    EVERYTHING,
  ],
  [
    'a pattern that fires on more of the network ACLs',
    { filters: [{ pattern: '{ $.eventName = *NetworkAcl* }' }] },
    'PASS',
  ],
  [
    'another filter on the metric that fires on everything',
    { filters: [{}, { ...BESIDE, pattern: '' }] },
    'FAIL: metric filter Watch/RootFilter counts every event, so that alarm "acl-edited" never leaves ALARM and no change rings',
  ],
  [
    'another filter that fires on everything and adds nothing',
    { filters: [{}, { ...BESIDE, pattern: '', metricValue: '0' }] },
    'PASS',
  ],
  [
    'another filter that fires on everything, on another metric',
    { filters: [{}, { ...BESIDE, pattern: '', metricName: 'Calls' }] },
    'PASS',
  ],
  [
    'another filter that fires on everything, under a condition',
    { filters: [{}, { ...BESIDE, pattern: '', condition: 'IsProduction' }] },
    'UNKNOWN: whether metric filter Watch/RootFilter keeps alarm "acl-edited" in ALARM could not be read: it depends on the condition "IsProduction"',
  ],
  [
    'another filter that fires on everything, with a value that could not be read',
    { filters: [{}, { ...BESIDE, pattern: '', metricValue: HIDDEN }] },
    'UNKNOWN: whether metric filter Watch/RootFilter keeps alarm "acl-edited" in ALARM could not be read: it comes from a parameter',
  ],
  [
    'another filter on the metric whose pattern could not be read',
    { filters: [{}, { ...BESIDE, pattern: HIDDEN }] },
    'UNKNOWN: whether metric filter Watch/RootFilter keeps alarm "acl-edited" in ALARM could not be read: it comes from a parameter',
  ],
  [
    'a value on every event that is too small for the largest to ring',
    {
      ...compared('GreaterThanOrEqualToThreshold', 1, {}, { ...BESIDE, pattern: '', metricValue: '0.5' }),
      metric: { statistic: 'Maximum' },
    },
    'PASS',
  ],
  [
    'changes that count only when they succeed, which another check says',
    { filters: [{ pattern: '{ ($.eventName = *NetworkAcl*) && ($.errorCode NOT EXISTS) }' }] },
    'PASS',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(alarmThreshold, difference)).toBe(expected);
});

test('a filter that disturbs is to get a metric of its own, and not to be changed otherwise', () => {
  const negative = finding(alarmThreshold, {
    filters: [{}, { pattern: QUOTED, metricValue: '-1', origin: { path: 'Watch/Minus' } }],
  });
  const loud = finding(alarmThreshold, { filters: [{}, { ...BESIDE, defaultValue: 1 }] });
  expect([negative, loud]).toEqual([
    {
      outcome: 'FAIL',
      reason: 'one change makes 0, which is not GreaterThanOrEqualToThreshold 1 for alarm "acl-edited"',
      remedy: 'give that filter a metric of its own',
      subject: { path: 'Watch/Minus' },
    },
    {
      outcome: 'FAIL',
      reason: 'alarm "acl-edited" is in ALARM without a change: 1 is GreaterThanOrEqualToThreshold 1',
      remedy: 'give that filter a metric of its own',
      subject: { path: 'Watch/RootFilter' },
    },
  ]);
});

test('says what it is about and what mends it', () => {
  expect(finding(alarmThreshold, compared('GreaterThanThreshold', 1))).toEqual({
    outcome: 'FAIL',
    reason: 'one change makes 1, which is not GreaterThanThreshold 1 for alarm "acl-edited"',
    remedy: 'set threshold: 1 and comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD',
    subject: { path: 'Watch/Alarm' },
  });
});
