import { metricFilterPattern } from '../../../src/audit/checks/metric-filter-pattern';
import type { MetricFilter } from '../../../src/evidence/resource-model';
import { type Difference, FILTER, finding, HIDDEN, judged } from '../sound-account';

const pattern = (...patterns: MetricFilter['pattern'][]): Difference => ({
  filters: patterns.map((text) => ({ pattern: text })),
});
const FIRST_FOUR =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) }';
const LAST_TWO = '{ ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';
const NOT_DENIED =
  '{ ($.errorCode NOT EXISTS) && (($.eventName = CreateNetworkAcl) || ($.eventName = DeleteNetworkAcl)) }';

test.each<[string, Difference, string]>([
  ['the text of the benchmark', {}, 'PASS'],
  [
    'the text that Security Hub prints',
    pattern(
      '{($.eventName=CreateNetworkAcl) || ($.eventName=CreateNetworkAclEntry) || ($.eventName=DeleteNetworkAcl) || ($.eventName=DeleteNetworkAclEntry) || ($.eventName=ReplaceNetworkAclEntry) || ($.eventName=ReplaceNetworkAclAssociation)}',
    ),
    'PASS',
  ],
  [
    'the same in other words',
    pattern(`${FIRST_FOUR.slice(0, -1)} || ${LAST_TWO.slice(1)}`.replaceAll('= C', '=C')),
    "PASS: metric filter Watch/AclFilter counts exactly the changes, but in other words than the control's; Security Hub compares the text",
  ],
  [
    'two filters that count all together',
    { filters: [{ pattern: FIRST_FOUR }, { pattern: LAST_TWO, origin: { logicalId: 'Second' } }] },
    "PASS: metric filter Watch/AclFilter and metric filter Second count exactly the changes, but in other words than the control's; Security Hub compares the text",
  ],
  [
    'more than the changes',
    pattern('{ $.eventName = *NetworkAcl* }'),
    'PASS: metric filter Watch/AclFilter counts every change, and also names like *NetworkAcl*',
  ],
  [
    'all changes, and perhaps more',
    pattern(FILTER.pattern, '[..., word = *Vpc*]'),
    'PASS: metric filter Watch/AclFilter and metric filter Watch/AclFilter count every change; whether they also count more is not proven: a column pattern reads JSON as words, which is not documented',
  ],
  [
    'perhaps all changes',
    pattern('[..., word = *NetworkAcl*]'),
    'UNKNOWN: whether metric filter Watch/AclFilter counts every change is not proven: a column pattern reads JSON as words, which is not documented',
  ],
  [
    'all changes, and perhaps more, beside a pattern that could not be read',
    pattern(FILTER.pattern, '[..., word = *Vpc*]', HIDDEN),
    'PASS: metric filter Watch/AclFilter and metric filter Watch/AclFilter and metric filter Watch/AclFilter count every change; whether they also count more is not proven: a column pattern reads JSON as words, which is not documented',
  ],
  [
    'two events missing',
    pattern(FIRST_FOUR),
    'FAIL: metric filter Watch/AclFilter does not count every change: never ReplaceNetworkAclEntry, ReplaceNetworkAclAssociation',
  ],
  [
    'only what was not denied',
    pattern(NOT_DENIED, LAST_TWO),
    'FAIL: metric filter Watch/AclFilter and metric filter Watch/AclFilter do not count every change: never CreateNetworkAclEntry, DeleteNetworkAclEntry; CreateNetworkAcl, DeleteNetworkAcl only when $.errorCode NOT EXISTS',
  ],
  [
    'one event only where it was not denied',
    pattern(
      FIRST_FOUR,
      '{ ($.eventName = ReplaceNetworkAclEntry) && ($.errorCode NOT EXISTS) }',
      '{ $.eventName = ReplaceNetworkAclAssociation }',
    ),
    'FAIL: metric filter Watch/AclFilter and metric filter Watch/AclFilter and metric filter Watch/AclFilter do not count every change: ReplaceNetworkAclEntry only when $.errorCode NOT EXISTS',
  ],
  [
    'no pattern of the language',
    pattern('{ $.eventName = }'),
    'FAIL: the pattern of metric filter Watch/AclFilter is not valid: at 16: expected a value after "="',
  ],
  [
    'no pattern of the language beside half of it',
    pattern('{ $.eventName = }', FIRST_FOUR),
    'FAIL: metric filter Watch/AclFilter and metric filter Watch/AclFilter do not count every change: never ReplaceNetworkAclEntry, ReplaceNetworkAclAssociation; one pattern is not valid, at 16: expected a value after "="',
  ],
  [
    'a pattern that could not be read',
    pattern(HIDDEN),
    'UNKNOWN: the pattern of metric filter Watch/AclFilter could not be read: it comes from a parameter',
  ],
  [
    'a pattern that could not be read beside half of it',
    pattern(FIRST_FOUR, HIDDEN),
    'UNKNOWN: the pattern of metric filter Watch/AclFilter could not be read: it comes from a parameter',
  ],
  ['a pattern that could not be read beside the whole', pattern(FILTER.pattern, HIDDEN), 'PASS'],
  [
    'a log group that could not be compared',
    { filters: [{ logGroupName: HIDDEN }] },
    'UNKNOWN: the log group of metric filter Watch/AclFilter could not be read: it comes from a parameter',
  ],
  ['no filter', { filters: [] }, 'FAIL: no metric filter on log group "/audit/events"'],
  [
    'no filter, and the log group of another account',
    { trail: { logGroupArn: 'arn:aws:logs:eu-central-1:444455556666:log-group:/central:*' }, filters: [] },
    'UNKNOWN: whether a metric filter reads log group /central could not be read: it is in account 444455556666',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(metricFilterPattern, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(metricFilterPattern, pattern(FIRST_FOUR))).toEqual({
    outcome: 'FAIL',
    reason: expect.stringContaining('does not count every change'),
    remedy: 'set filterPattern: FilterPattern.literal(NaclChangeMonitor.FILTER_PATTERN)',
    subject: { path: 'Watch/AclFilter' },
  });
});

test('an account without a filter is told the line that makes the rest of the chain', () => {
  expect(finding(metricFilterPattern, { filters: [] })).toEqual({
    outcome: 'FAIL',
    reason: 'no metric filter on log group "/audit/events"',
    remedy:
      "add new NaclChangeMonitor(this, 'NaclChanges', { logGroup, subscriptions: [new EmailSubscription('security@example.com')] })",
    subject: { path: 'Logging/Group' },
  });
});
