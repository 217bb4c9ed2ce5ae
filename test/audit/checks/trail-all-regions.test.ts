import { trailAllRegions } from '../../../src/audit/checks/trail-all-regions';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

test.each<[string, Difference, string]>([
  ['a multi-region trail', {}, 'PASS'],
  [
    'a trail of one region',
    { trail: { isMultiRegionTrail: false } },
    'FAIL: trail "management-events" covers eu-central-1 only',
  ],
  [
    'a flag that could not be read',
    { trail: { isMultiRegionTrail: HIDDEN } },
    'UNKNOWN: whether trail "management-events" covers all regions could not be read: it comes from a parameter',
  ],
  [
    'a trail whose name is made up on deployment',
    { trail: { isMultiRegionTrail: false, name: '${Logging.Trail}' } },
    'FAIL: trail Logging/Trail covers eu-central-1 only',
  ],
  ['no trail, but the log group', { trail: null }, 'FAIL: no trail delivers to log group "/audit/events"'],
  [
    'no trail, and the log group outside the evidence',
    { trail: null, logGroup: null },
    'UNKNOWN: whether a multi-region trail feeds log group "/audit/events" could not be read: it is not part of the evidence',
  ],
  ['no trail and no log group', { trail: null, logGroup: null, filters: [] }, 'FAIL: there is no trail'],
])('%s', (_, difference, expected) => {
  expect(judged(trailAllRegions, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(trailAllRegions, { trail: { isMultiRegionTrail: false } })).toEqual({
    outcome: 'FAIL',
    reason: 'trail "management-events" covers eu-central-1 only',
    remedy: 'set isMultiRegionTrail: true',
    subject: { path: 'Logging/Trail' },
  });
});

test('an account without a trail is told the line that makes the whole chain', () => {
  const nothing = { trail: null, logGroup: null, filters: [] };
  expect(finding(trailAllRegions, nothing)).toEqual({
    outcome: 'FAIL',
    reason: 'there is no trail',
    remedy:
      "add new NaclChangeMonitor(this, 'NaclChanges', { subscriptions: [new EmailSubscription('security@example.com')] })",
  });
});
