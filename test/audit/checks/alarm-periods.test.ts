import { alarmPeriods } from '../../../src/audit/checks/alarm-periods';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

test.each<[string, Difference, string]>([
  ['one of one', {}, 'PASS'],
  ['one of two', { alarm: { evaluationPeriods: 2, datapointsToAlarm: 1 } }, 'PASS'],
  [
    'two of two',
    { alarm: { evaluationPeriods: 2, datapointsToAlarm: 2 } },
    'FAIL: alarm "acl-edited" rings only after 2 periods with a change',
  ],
  [
    'a number that could not be read',
    { alarm: { datapointsToAlarm: HIDDEN } },
    'UNKNOWN: how many periods alarm "acl-edited" waits for could not be read: it comes from a parameter',
  ],
  ['an alarm under a condition, which another check says', { alarm: { condition: 'IsProduction' } }, 'PASS'],
])('%s', (_, difference, expected) => {
  expect(judged(alarmPeriods, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(alarmPeriods, { alarm: { evaluationPeriods: 5, datapointsToAlarm: 3 } })).toEqual({
    outcome: 'FAIL',
    reason: 'alarm "acl-edited" rings only after 3 periods with a change',
    remedy: 'set datapointsToAlarm: 1',
    subject: { path: 'Watch/Alarm' },
  });
});
