import { alarmDimensions } from '../../../src/audit/checks/alarm-dimensions';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

const HALF =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) }';
const OTHER_HALF =
  '{ ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';

test.each<[string, Difference, string]>([
  ['no dimensions', {}, 'PASS'],
  [
    'dimensions of the alarm',
    { metric: { dimensions: ['user', HIDDEN] } },
    'FAIL: alarm "acl-edited" watches the metric with the dimensions user, ${Parameter}, which is a different metric from the one without dimensions',
  ],
  [
    'a dimension of the alarm that may not be there',
    { metric: { dimensions: [HIDDEN] } },
    'UNKNOWN: the dimensions of alarm "acl-edited" could not be read: it comes from a parameter',
  ],
  [
    'dimensions of the filter',
    { filters: [{ dimensions: ['user'] }] },
    'FAIL: metric filter Watch/AclFilter feeds the metric with the dimensions user, and the alarm watches the one without',
  ],
  [
    'the same dimensions of both',
    { filters: [{ dimensions: ['user'] }], metric: { dimensions: ['user'] } },
    'FAIL: alarm "acl-edited" watches the metric with the dimensions user, which is a different metric from the one without dimensions',
  ],
  [
    'system fields as dimensions',
    { filters: [{ emitSystemFieldDimensions: ['@aws.region'] }] },
    'FAIL: metric filter Watch/AclFilter feeds the metric with the dimensions @aws.region, and the alarm watches the one without',
  ],
  [
    'dimensions of the filter that could not be read',
    { filters: [{ dimensions: HIDDEN }] },
    'UNKNOWN: what metric filter Watch/AclFilter counts could not be read: it comes from a parameter',
  ],
  [
    'system fields that could not be read',
    { filters: [{ emitSystemFieldDimensions: HIDDEN }] },
    'UNKNOWN: what metric filter Watch/AclFilter counts could not be read: it comes from a parameter',
  ],
  [
    'dimensions of the alarm that could not be read',
    { metric: { dimensions: HIDDEN } },
    'UNKNOWN: the dimensions of alarm "acl-edited" could not be read: it comes from a parameter',
  ],
  ['a second filter with dimensions', { filters: [{}, { dimensions: ['user'] }] }, 'PASS'],
  [
    'dimensions of a filter beside one that adds nothing: neither excuses the other',
    { filters: [{ metricValue: '0' }, { dimensions: ['user'], origin: { path: 'Watch/ByUser' } }] },
    'FAIL: metric filter Watch/ByUser feeds the metric with the dimensions user, and the alarm watches the one without',
  ],
  [
    'half of the changes without, the other half once as nothing and once with dimensions',
    {
      filters: [
        { pattern: HALF },
        { pattern: OTHER_HALF, metricValue: '0' },
        { pattern: OTHER_HALF, dimensions: ['user'], origin: { path: 'Watch/ByUser' } },
      ],
    },
    'FAIL: metric filter Watch/ByUser feeds the metric with the dimensions user, and the alarm watches the one without',
  ],
  [
    'dimensions of a filter beside one that counts all under a condition',
    { filters: [{ dimensions: ['user'] }, { condition: 'IsProduction' }] },
    'UNKNOWN: metric filter Watch/AclFilter feeds the metric with the dimensions user, and the alarm watches the one without',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(alarmDimensions, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(alarmDimensions, { metric: { dimensions: ['user'] } })).toEqual({
    outcome: 'FAIL',
    reason: expect.stringContaining('with the dimensions user'),
    remedy: 'leave out the dimensions of the metric filter and of the alarm',
    subject: { path: 'Watch/Alarm' },
  });
});
