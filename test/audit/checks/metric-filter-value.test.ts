import { metricFilterValue } from '../../../src/audit/checks/metric-filter-value';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

const HALF = '{ ($.eventName = CreateNetworkAcl) || ($.eventName = DeleteNetworkAcl) }';
const REST =
  '{ ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';
const ROOT = '{ $.userIdentity.type = Root }';

test.each<[string, Difference, string]>([
  ['one for each change', {}, 'PASS'],
  ['a number that is no integer', { filters: [{ metricValue: '0.5' }] }, 'PASS'],
  [
    'zero',
    { filters: [{ metricValue: '0' }] },
    'FAIL: metric filter Watch/AclFilter adds "0" for each change',
  ],
  [
    'less than zero',
    { filters: [{ metricValue: '-1' }] },
    'FAIL: metric filter Watch/AclFilter adds "-1" for each change',
  ],
  [
    'an empty text',
    { filters: [{ metricValue: '' }] },
    'FAIL: metric filter Watch/AclFilter adds "" for each change',
  ],
  [
    'a field of the event',
    { filters: [{ metricValue: '$.size' }] },
    'FAIL: metric filter Watch/AclFilter counts the value of $.size, a field that need not be there or be a number',
  ],
  [
    'a value that could not be read',
    { filters: [{ metricValue: HIDDEN }] },
    'UNKNOWN: what metric filter Watch/AclFilter counts could not be read: it comes from a parameter',
  ],
  ['zero, of a filter that is not needed', { filters: [{}, { metricValue: '0', pattern: HALF }] }, 'PASS'],
  [
    'zero, of a filter that is needed',
    { filters: [{ pattern: HALF }, { metricValue: '0', origin: { path: 'Watch/Whole' } }] },
    'FAIL: metric filter Watch/Whole adds "0" for each change',
  ],
  [
    'a value that could not be read, of a filter that is not needed',
    { filters: [{}, { metricValue: HIDDEN }] },
    'PASS',
  ],
  [
    'zero, beside a pattern that could not be read',
    { filters: [{ metricValue: '0' }, { pattern: HIDDEN }] },
    'UNKNOWN: what metric filter Watch/AclFilter counts could not be read: it comes from a parameter',
  ],
  [
    'zero, of a filter whose changes another filter counts with dimensions, which another check judges',
    { filters: [{ metricValue: '0' }, { dimensions: ['user'] }] },
    'PASS',
  ],
  [
    'zero, of a filter that is not meant for changes',
    { filters: [{}, { metricValue: '0', pattern: ROOT }] },
    'PASS',
  ],
  [
    'zero, of a filter that counts all, beside one under a condition',
    { filters: [{ metricValue: '0' }, { condition: 'IsProduction' }] },
    'UNKNOWN: metric filter Watch/AclFilter adds "0" for each change',
  ],
  ['one, spelled with a decimal point', { filters: [{ metricValue: '1.0' }] }, 'PASS'],
  [
    'a number without end, which a metric does not take',
    { filters: [{ metricValue: 'Infinity' }] },
    'FAIL: metric filter Watch/AclFilter adds "Infinity" for each change',
  ],
  [
    'a hexadecimal number',
    { filters: [{ metricValue: '0x1' }] },
    'FAIL: metric filter Watch/AclFilter adds "0x1" for each change',
  ],
  ['one, spelled with an exponent', { filters: [{ metricValue: '1e0' }] }, 'PASS'],
  [
    'a word',
    { filters: [{ metricValue: 'one' }] },
    'FAIL: metric filter Watch/AclFilter adds "one" for each change',
  ],
  ['half of the changes, which another check says', { filters: [{ pattern: HALF }] }, 'PASS'],
  ['a pattern that could not be read, which another check says', { filters: [{ pattern: HIDDEN }] }, 'PASS'],
  [
    'a value that could not be read, of a filter that counts half of the changes',
    { filters: [{ pattern: HALF, metricValue: HIDDEN }] },
    'PASS',
  ],
  [
    'zero, of one of two filters that count half of the changes each',
    { filters: [{ pattern: HALF }, { pattern: REST, metricValue: '0', origin: { path: 'Watch/Rest' } }] },
    'FAIL: metric filter Watch/Rest adds "0" for each change',
  ],
  [
    'zero, of a filter for one event, beside half of the changes, which another check says',
    {
      filters: [{ pattern: HALF }, { pattern: '{ $.eventName = CreateNetworkAclEntry }', metricValue: '0' }],
    },
    'PASS',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(metricFilterValue, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(metricFilterValue, { filters: [{ metricValue: '0' }] })).toEqual({
    outcome: 'FAIL',
    reason: 'metric filter Watch/AclFilter adds "0" for each change',
    remedy: "set metricValue: '1'",
    subject: { path: 'Watch/AclFilter' },
  });
});
