import { alarmMetric } from '../../../src/audit/checks/alarm-metric';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

const COMPUTED = { unreadable: 'the alarm watches an expression over metrics', placeholder: '${expression}' };

test.each<[string, Difference, string]>([
  ['the metric of the filter', {}, 'PASS'],
  ['no alarm', { alarm: null }, 'FAIL: no alarm watches Audit/AclEdits'],
  [
    'another namespace',
    { metric: { namespace: 'Security' } },
    'FAIL: alarm "acl-edited" watches Security/AclEdits, the filter feeds Audit/AclEdits',
  ],
  ['another name', { metric: { name: 'RouteEdits' } }, 'FAIL: no alarm watches Audit/AclEdits'],
  [
    'another region',
    { alarm: { region: 'us-east-1' } },
    'FAIL: alarm "acl-edited" is in us-east-1, the metric Audit/AclEdits in eu-central-1',
  ],
  [
    'another account',
    { metric: { account: '444455556666' } },
    'FAIL: alarm "acl-edited" watches Audit/AclEdits of account 444455556666, the filter feeds that of 111122223333',
  ],
  ['this account, named', { metric: { account: '111122223333' } }, 'PASS'],
  [
    'a computed metric',
    { alarm: { metric: COMPUTED, expression: '[{"Expression":"m1 * 2"},{"MetricName":"AclEdits"}]' } },
    'UNKNOWN: the metric of alarm "acl-edited" could not be read: the alarm watches an expression over metrics',
  ],
  [
    'a metric computed from others than this one',
    { alarm: { metric: COMPUTED, expression: '[{"Expression":"m1 * 2"},{"MetricName":"Logins"}]' } },
    'FAIL: no alarm watches Audit/AclEdits',
  ],
  [
    'a metric computed from what could not be read',
    { alarm: { metric: COMPUTED } },
    'UNKNOWN: the metric of alarm "acl-edited" could not be read: the alarm watches an expression over metrics',
  ],
  [
    'an alarm under a condition',
    { alarm: { condition: 'IsProduction' } },
    'UNKNOWN: the condition "IsProduction" decides on deployment whether it is made',
  ],
  [
    'a metric name of the alarm that could not be read',
    { metric: { name: HIDDEN } },
    'UNKNOWN: whether alarm "acl-edited" watches Audit/AclEdits could not be read: it comes from a parameter',
  ],
  [
    'a namespace that could not be read',
    { metric: { namespace: HIDDEN } },
    'UNKNOWN: whether alarm "acl-edited" watches Audit/AclEdits could not be read: it comes from a parameter',
  ],
  [
    'one namespace that could not be read, of filter and alarm',
    { metric: { namespace: HIDDEN }, filters: [{ metricNamespace: HIDDEN }] },
    'PASS',
  ],
  [
    'a region that is known on deployment',
    { alarm: { region: '${AWS::Region}' } },
    'UNKNOWN: whether alarm "acl-edited" watches Audit/AclEdits could not be read: ${AWS::Region} depends on where the stack is deployed',
  ],
  [
    'a made-up metric name of another filter',
    { metric: { name: '${Other.Metric}' } },
    'FAIL: no alarm watches Audit/AclEdits',
  ],
  ['no filter, which another check says', { filters: [] }, 'not asked'],
])('%s', (_, difference, expected) => {
  expect(judged(alarmMetric, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(alarmMetric, { metric: { namespace: 'Security' } })).toEqual({
    outcome: 'FAIL',
    reason: 'alarm "acl-edited" watches Security/AclEdits, the filter feeds Audit/AclEdits',
    remedy:
      'make the alarm on the metric of the filter, in its stack: metricFilter.metric({ statistic: Stats.SUM })',
    subject: { path: 'Watch/Alarm' },
  });
});
