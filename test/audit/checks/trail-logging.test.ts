import { trailLogging } from '../../../src/audit/checks/trail-logging';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

test.each<[string, Difference, string]>([
  ['a trail that is on', {}, 'PASS'],
  ['a trail that is off', { trail: { isLogging: false } }, 'FAIL: trail "management-events" is switched off'],
  [
    'a switch that could not be read',
    { trail: { isLogging: HIDDEN } },
    'UNKNOWN: whether trail "management-events" is on could not be read: it comes from a parameter',
  ],
  ['no trail, but the log group', { trail: null }, 'FAIL: no trail delivers to log group "/audit/events"'],
  [
    'no trail, and the log group outside the evidence',
    { trail: null, logGroup: null },
    'UNKNOWN: whether a multi-region trail feeds log group "/audit/events" could not be read: it is not part of the evidence',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(trailLogging, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(trailLogging, { trail: { isLogging: false } })).toEqual({
    outcome: 'FAIL',
    reason: 'trail "management-events" is switched off',
    remedy: 'set isLogging: true',
    subject: { path: 'Logging/Trail' },
  });
});
