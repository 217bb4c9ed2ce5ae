import { alarmUnit } from '../../../src/audit/checks/alarm-unit';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

test.each<[string, Difference, string]>([
  ['no unit', {}, 'PASS'],
  ['no unit of the alarm', { filters: [{ unit: 'Count' }] }, 'PASS'],
  ['the same unit', { filters: [{ unit: 'Count' }], metric: { unit: 'Count' } }, 'PASS'],
  ['the unit None over none', { metric: { unit: 'None' } }, 'PASS'],
  [
    'a unit over none',
    { metric: { unit: 'Count' } },
    'FAIL: metric filter Watch/AclFilter writes the unit None, and the alarm sees only Count',
  ],
  [
    'another unit',
    { filters: [{ unit: 'Bytes' }], metric: { unit: 'Count' } },
    'FAIL: metric filter Watch/AclFilter writes the unit Bytes, and the alarm sees only Count',
  ],
  [
    'a unit of the filter that could not be read',
    { filters: [{ unit: HIDDEN }], metric: { unit: 'Count' } },
    'UNKNOWN: what metric filter Watch/AclFilter counts could not be read: it comes from a parameter',
  ],
  [
    'a unit of the alarm that could not be read',
    { metric: { unit: HIDDEN } },
    'UNKNOWN: the unit of alarm "acl-edited" could not be read: it comes from a parameter',
  ],
  [
    'another unit of a filter beside one with the same unit and dimensions: neither excuses the other',
    {
      filters: [{ unit: 'Bytes' }, { unit: 'Count', dimensions: ['user'] }],
      metric: { unit: 'Count' },
    },
    'FAIL: metric filter Watch/AclFilter writes the unit Bytes, and the alarm sees only Count',
  ],
  [
    'another unit of a filter that is not needed',
    { filters: [{ unit: 'Count' }, { unit: 'Bytes' }], metric: { unit: 'Count' } },
    'PASS',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(alarmUnit, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(alarmUnit, { metric: { unit: 'Count' } })).toEqual({
    outcome: 'FAIL',
    reason: 'metric filter Watch/AclFilter writes the unit None, and the alarm sees only Count',
    remedy: 'leave out the unit of the alarm',
    subject: { path: 'Watch/AclFilter' },
  });
});
