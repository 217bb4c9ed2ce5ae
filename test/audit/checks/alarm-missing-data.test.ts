import { alarmMissingData } from '../../../src/audit/checks/alarm-missing-data';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

test.each<[string, Difference, string]>([
  ['notBreaching', {}, 'PASS'],
  ['missing', { alarm: { treatMissingData: 'missing' } }, 'PASS'],
  [
    'missing without a default value',
    { alarm: { treatMissingData: 'missing' }, filters: [{ defaultValue: undefined }] },
    'PASS',
  ],
  [
    'breaching',
    { alarm: { treatMissingData: 'breaching' } },
    'FAIL: missing data keeps alarm "acl-edited" in ALARM, where a change rings nothing',
  ],
  ['ignore', { alarm: { treatMissingData: 'ignore' } }, 'PASS'],
  [
    'ignore without a default value',
    { alarm: { treatMissingData: 'ignore' }, filters: [{ defaultValue: undefined }] },
    'FAIL: alarm "acl-edited" ignores missing data and the metric has no default value: after the first change it stays in ALARM',
  ],
  [
    'ignore, with a default value that could not be read',
    { alarm: { treatMissingData: 'ignore' }, filters: [{ defaultValue: HIDDEN }] },
    'UNKNOWN: the default value of the metric could not be read: it comes from a parameter',
  ],
  [
    'a treatment that could not be read',
    { alarm: { treatMissingData: HIDDEN } },
    'UNKNOWN: how alarm "acl-edited" treats missing data could not be read: it comes from a parameter',
  ],
  [
    'a treatment that is none',
    { alarm: { treatMissingData: 'guess' } },
    'UNKNOWN: alarm "acl-edited" treats missing data as "guess", which this check does not know',
  ],
  [
    'ignore, with a default value of another filter on the metric',
    {
      alarm: { treatMissingData: 'ignore' },
      filters: [{ defaultValue: undefined }, { pattern: '{ $.userIdentity.type = Root }' }],
    },
    'PASS',
  ],
  [
    'ignore, with a default value of a filter of another metric',
    {
      alarm: { treatMissingData: 'ignore' },
      filters: [{ defaultValue: undefined }, { metricName: 'Roots' }],
    },
    'FAIL: alarm "acl-edited" ignores missing data and the metric has no default value: after the first change it stays in ALARM',
  ],
  [
    'ignore, with a default value under a condition',
    {
      alarm: { treatMissingData: 'ignore' },
      filters: [{ defaultValue: undefined }, { condition: 'IsProduction' }],
    },
    'UNKNOWN: the default value of the metric could not be read: it depends on the condition "IsProduction"',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(alarmMissingData, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(alarmMissingData, { alarm: { treatMissingData: 'breaching' } })).toEqual({
    outcome: 'FAIL',
    reason: 'missing data keeps alarm "acl-edited" in ALARM, where a change rings nothing',
    remedy: 'set treatMissingData: TreatMissingData.NOT_BREACHING',
    subject: { path: 'Watch/Alarm' },
  });
});
