import { metricFilterScope } from '../../../src/audit/checks/metric-filter-scope';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

test.each<[string, Difference, string]>([
  ['every event as it was written', {}, 'PASS'],
  [
    'events after a transformer',
    { filters: [{ applyOnTransformedLogs: true }] },
    'UNKNOWN: what metric filter Watch/AclFilter counts could not be read: it reads the events after a transformer, which is not part of the evidence',
  ],
  [
    'a criterion',
    { filters: [{ fieldSelectionCriteria: '@aws.region = "us-east-1"' }] },
    'FAIL: metric filter Watch/AclFilter counts only events for which @aws.region = "us-east-1" holds',
  ],
  [
    'a criterion that could not be read',
    { filters: [{ fieldSelectionCriteria: HIDDEN }] },
    'UNKNOWN: what metric filter Watch/AclFilter counts could not be read: it comes from a parameter',
  ],
  [
    'a switch that could not be read',
    { filters: [{ applyOnTransformedLogs: HIDDEN }] },
    'UNKNOWN: what metric filter Watch/AclFilter counts could not be read: it comes from a parameter',
  ],
  [
    'a criterion of a filter that is not needed',
    { filters: [{}, { fieldSelectionCriteria: '@aws.region = "us-east-1"' }] },
    'PASS',
  ],
  [
    'a criterion beside a filter that adds nothing: neither excuses the other',
    { filters: [{ metricValue: '0' }, { fieldSelectionCriteria: '@aws.region = "us-east-1"' }] },
    'FAIL: metric filter Watch/AclFilter counts only events for which @aws.region = "us-east-1" holds',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(metricFilterScope, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(
    finding(metricFilterScope, { filters: [{ fieldSelectionCriteria: '@aws.region = "us-east-1"' }] }),
  ).toEqual({
    outcome: 'FAIL',
    reason: expect.stringContaining('counts only events'),
    remedy: 'leave out applyOnTransformedLogs and fieldSelectionCriteria of the metric filter',
    subject: { path: 'Watch/AclFilter' },
  });
});
