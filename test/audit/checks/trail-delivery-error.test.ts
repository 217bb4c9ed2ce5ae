import { trailDeliveryError } from '../../../src/audit/checks/trail-delivery-error';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

test.each<[string, Difference, string]>([
  ['a template, which does not tell', {}, 'PASS'],
  ['a trail that delivered', { trail: { deliveryError: undefined } }, 'PASS'],
  [
    'a trail that could not deliver',
    { trail: { deliveryError: 'AccessDenied' } },
    'FAIL: trail "management-events" could not write to its log group the last time: AccessDenied',
  ],
  [
    'a status that could not be read',
    { trail: { deliveryError: HIDDEN } },
    'UNKNOWN: whether trail "management-events" could write to its log group the last time could not be read: it comes from a parameter',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(trailDeliveryError, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(trailDeliveryError, { trail: { deliveryError: 'ResourceNotFound' } })).toEqual({
    outcome: 'FAIL',
    reason: 'trail "management-events" could not write to its log group the last time: ResourceNotFound',
    remedy: "mend what the error says: the log group was deleted, or the trail's role may not write to it",
    subject: { path: 'Logging/Trail' },
  });
});
