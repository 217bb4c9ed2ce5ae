import { alarmActionsEnabled } from '../../../src/audit/checks/alarm-actions-enabled';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

test.each<[string, Difference, string]>([
  ['enabled', {}, 'PASS'],
  ['disabled', { alarm: { actionsEnabled: false } }, 'FAIL: the actions of alarm "acl-edited" are disabled'],
  [
    'a switch that could not be read',
    { alarm: { actionsEnabled: HIDDEN } },
    'UNKNOWN: whether the actions of alarm "acl-edited" are enabled could not be read: it comes from a parameter',
  ],
  ['disabled, below a composite alarm', { alarm: { actionsEnabled: false }, compositeAlarm: {} }, 'PASS'],
  [
    'disabled above',
    { compositeAlarm: { actionsEnabled: false } },
    'FAIL: the actions of composite alarm "any-edited" are disabled',
  ],
  [
    'suppressed above',
    { compositeAlarm: { actionsSuppressor: 'maintenance' } },
    'UNKNOWN: composite alarm "any-edited" is silent while another alarm suppresses its actions',
  ],
  [
    'muted',
    { muteRules: [{}] },
    'UNKNOWN: alarm "acl-edited" may be silent while mute rule Watch/Night is active',
  ],
  [
    'muted by name, or not: that could not be read',
    { muteRules: [{ alarmNames: HIDDEN }] },
    'UNKNOWN: whether a mute rule silences alarm "acl-edited" could not be read: it comes from a parameter',
  ],
  ['another alarm muted', { muteRules: [{ alarmNames: ['route-edited'] }] }, 'PASS'],
  ['an alarm of another region muted', { muteRules: [{ region: 'us-east-1' }] }, 'PASS'],
  ['muted, below a composite alarm', { muteRules: [{}], compositeAlarm: {} }, 'PASS'],
])('%s', (_, difference, expected) => {
  expect(judged(alarmActionsEnabled, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(alarmActionsEnabled, { alarm: { actionsEnabled: false } })).toEqual({
    outcome: 'FAIL',
    reason: 'the actions of alarm "acl-edited" are disabled',
    remedy: 'set actionsEnabled: true',
    subject: { path: 'Watch/Alarm' },
  });
});
