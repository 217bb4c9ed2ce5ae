import { trailManagementEvents } from '../../../src/audit/checks/trail-management-events';
import type { EventSelector, FieldSelector } from '../../../src/evidence/resource-model';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

const basic = (...selectors: Partial<EventSelector>[]): Difference => ({
  trail: {
    eventSelectors: selectors.map((given) => ({
      includeManagementEvents: true,
      readWriteType: 'All',
      excludeManagementEventSources: [],
      ...given,
    })),
  },
});
const advanced = (...fields: FieldSelector[]): Difference => ({
  trail: { advancedEventSelectors: [{ fieldSelectors: fields }] },
});
const MANAGEMENT: FieldSelector = { field: 'eventCategory', operators: { equals: ['Management'] } };
const NOT_ALL = 'FAIL: trail "management-events" does not record all management events';
const OPEN =
  'UNKNOWN: which management events trail "management-events" records could not be read: it comes from a parameter';

test.each<[string, Difference, string]>([
  ['no selector', {}, 'PASS'],
  ['all management events', basic({}), 'PASS'],
  [
    'without those of KMS',
    basic({ excludeManagementEventSources: ['kms.amazonaws.com'] }),
    'PASS: trail "management-events" leaves out the events of kms.amazonaws.com, which change no network ACL',
  ],
  ['writes only', basic({ readWriteType: 'WriteOnly' }), NOT_ALL],
  ['data events only', basic({ includeManagementEvents: false }), NOT_ALL],
  ['two selectors, of which the second has all', basic({ includeManagementEvents: false }, {}), 'PASS'],
  [
    'two selectors that have all only together',
    basic({ readWriteType: 'WriteOnly' }, { readWriteType: 'ReadOnly' }),
    NOT_ALL,
  ],
  ['a type that could not be read', basic({ readWriteType: HIDDEN }), OPEN],
  ['a type that could not be read beside a selector with all', basic({ readWriteType: HIDDEN }, {}), 'PASS'],
  [
    'a type that could not be read of a selector of data events',
    basic({ includeManagementEvents: false, readWriteType: HIDDEN }),
    NOT_ALL,
  ],
  ['selectors that could not be read', { trail: { eventSelectors: HIDDEN } }, OPEN],
  ['advanced: management events', advanced(MANAGEMENT), 'PASS'],
  [
    'advanced: management events that write',
    advanced(MANAGEMENT, { field: 'readOnly', operators: { equals: ['false'] } }),
    NOT_ALL,
  ],
  [
    'advanced: management events without those of KMS',
    advanced(MANAGEMENT, { field: 'eventSource', operators: { notEquals: ['kms.amazonaws.com'] } }),
    'PASS: trail "management-events" leaves out the events of kms.amazonaws.com, which change no network ACL',
  ],
  [
    'advanced: management events without those of EC2',
    advanced(MANAGEMENT, { field: 'eventSource', operators: { notEquals: ['ec2.amazonaws.com'] } }),
    NOT_ALL,
  ],
  [
    'advanced: management events of one service',
    advanced(MANAGEMENT, { field: 'eventSource', operators: { equals: ['kms.amazonaws.com'] } }),
    NOT_ALL,
  ],
  [
    'advanced: two operators on one field',
    advanced({ field: 'eventCategory', operators: { equals: ['Management'], notEquals: ['Data'] } }),
    NOT_ALL,
  ],
  ['advanced: data events', advanced({ field: 'eventCategory', operators: { equals: ['Data'] } }), NOT_ALL],
  [
    'advanced: a category that could not be read',
    advanced({ field: 'eventCategory', operators: { equals: [HIDDEN] } }),
    OPEN,
  ],
  [
    'advanced: a category of no value',
    advanced({ field: 'eventCategory', operators: { equals: [] } }),
    NOT_ALL,
  ],
  ['advanced: no category', advanced(), NOT_ALL],
  ['no trail, but the log group', { trail: null }, 'FAIL: no trail delivers to log group "/audit/events"'],
])('%s', (_, difference, expected) => {
  expect(judged(trailManagementEvents, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(trailManagementEvents, basic({ readWriteType: 'WriteOnly' }))).toEqual({
    outcome: 'FAIL',
    reason: 'trail "management-events" does not record all management events',
    remedy: "set eventSelectors: [{ includeManagementEvents: true, readWriteType: 'All' }]",
    subject: { path: 'Logging/Trail' },
  });
});
