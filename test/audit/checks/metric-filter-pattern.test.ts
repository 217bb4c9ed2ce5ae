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
const MAP = { unreadable: 'FilterPattern is not a text', placeholder: '${FilterPattern: {}}' };

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
    'UNKNOWN: the log group or the metric of metric filter Watch/AclFilter could not be read: it comes from a parameter',
  ],
  ['no filter', { filters: [] }, 'FAIL: no metric filter on log group "/audit/events"'],
  [
    'no filter, and the log group of another account',
    { trail: { logGroupArn: 'arn:aws:logs:eu-central-1:444455556666:log-group:/central:*' }, filters: [] },
    'UNKNOWN: whether a metric filter reads log group arn:aws:logs:eu-central-1:444455556666:log-group:/central:* could not be read: it is in account 444455556666',
  ],
  [
    'every event',
    pattern(''),
    'PASS: metric filter Watch/AclFilter counts every change, and also any other event',
  ],
  [
    'every event name',
    pattern('{ $.eventName = * }'),
    'PASS: metric filter Watch/AclFilter counts every change, and also any other event',
  ],
  [
    "another control's filter",
    pattern('{ $.userIdentity.type = Root }'),
    'FAIL: no metric filter on log group "/audit/events" counts network ACL changes: the one that is there counts something else',
  ],
  [
    "two other controls' filters",
    pattern('{ $.userIdentity.type = Root }', '{ $.eventName = ConsoleLogin }'),
    'FAIL: no metric filter on log group "/audit/events" counts network ACL changes: the 2 that are there count something else',
  ],
  [
    "another control's filter beside the whole",
    pattern('{ $.userIdentity.type = Root }', FILTER.pattern),
    'PASS',
  ],
  [
    'two filters, one under a condition, that count all together',
    { filters: [{ pattern: FIRST_FOUR }, { pattern: LAST_TWO, condition: 'IsProduction' }] },
    'UNKNOWN: the condition "IsProduction" decides on deployment whether it is made',
  ],
  [
    'a filter under a condition',
    { filters: [{ condition: 'IsProduction' }] },
    'UNKNOWN: the condition "IsProduction" decides on deployment whether it is made',
  ],
  ['a filter under a condition beside the whole', { filters: [{ condition: 'IsProduction' }, {}] }, 'PASS'],
  [
    'half of the changes under a condition: not enough in any case',
    { filters: [{ pattern: FIRST_FOUR, condition: 'IsProduction' }] },
    'FAIL: metric filter Watch/AclFilter does not count every change: never ReplaceNetworkAclEntry, ReplaceNetworkAclAssociation',
  ],
  [
    'a pattern that is a map',
    {
      filters: [
        {
          pattern: MAP,
          malformedPattern: 'it is not a text: in YAML a pattern that starts with "{" needs quotes',
        },
      ],
    },
    'FAIL: the pattern of metric filter Watch/AclFilter is not valid: it is not a text: in YAML a pattern that starts with "{" needs quotes',
  ],
  [
    'a pattern that is a map beside the whole',
    { filters: [{}, { pattern: MAP, malformedPattern: 'it is not a text' }] },
    'PASS',
  ],
  [
    'a filter of another metric that counts half',
    { filters: [{}, { pattern: FIRST_FOUR, metricName: 'Half' }] },
    'PASS',
  ],
  [
    'two halves that feed two metrics',
    { filters: [{ pattern: FIRST_FOUR }, { pattern: LAST_TWO, metricName: 'Replaced' }] },
    'FAIL: metric filter Watch/AclFilter does not count every change: never ReplaceNetworkAclEntry, ReplaceNetworkAclAssociation',
  ],
  [
    'two filters that count all together, if they feed one metric',
    {
      filters: [
        { pattern: FIRST_FOUR },
        { pattern: LAST_TWO, metricName: HIDDEN, origin: { path: 'Watch/Rest' } },
      ],
    },
    'UNKNOWN: the log group or the metric of metric filter Watch/Rest could not be read: it comes from a parameter',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(metricFilterPattern, difference)).toBe(expected);
});

const SECURITY_HUB =
  '{($.eventName=CreateNetworkAcl) || ($.eventName=CreateNetworkAclEntry) || ($.eventName=DeleteNetworkAcl) || ($.eventName=DeleteNetworkAclEntry) || ($.eventName=ReplaceNetworkAclEntry) || ($.eventName=ReplaceNetworkAclAssociation)}';

test.each<[string, Difference, string]>([
  ['the text of the benchmark', {}, 'PASS'],
  ['the text that Security Hub prints', pattern(SECURITY_HUB), 'PASS'],
  [
    'the same in other words',
    pattern(SECURITY_HUB.replaceAll(' || ', '||')),
    "FAIL: metric filter Watch/AclFilter counts exactly the changes, but in other words than the control's; Security Hub compares the text; exactly the control's text is required",
  ],
  [
    'more than the changes',
    pattern('{ $.eventName = *NetworkAcl* }'),
    "FAIL: metric filter Watch/AclFilter counts every change, and also names like *NetworkAcl*; exactly the control's text is required",
  ],
  [
    'the exact text beside one that counts more',
    pattern(FILTER.pattern, '{ $.eventName = *NetworkAcl* }'),
    'PASS: metric filter Watch/AclFilter and metric filter Watch/AclFilter count every change, and also names like *NetworkAcl*',
  ],
])('where the text has to be exact: %s', (_, difference, expected) => {
  expect(judged(metricFilterPattern, difference, { exactPattern: true })).toBe(expected);
});

test('nobody is told to overwrite a filter that counts something else', () => {
  const other = finding(metricFilterPattern, pattern('{ $.userIdentity.type = Root }'));
  const mixed = finding(
    metricFilterPattern,
    pattern('{ ($.eventName = CreateNetworkAcl) || ($.eventName = ConsoleLogin) }'),
  );
  expect([other?.remedy, mixed?.remedy]).toEqual([
    "add new NaclChangeMonitor(this, 'NaclChanges', { logGroup, subscriptions: [new EmailSubscription('security@example.com')] })",
    'leave that filter as it is, since it counts something else too, and add one: new MetricFilter(...) with filterPattern: FilterPattern.literal(NaclChangeMonitor.FILTER_PATTERN) and the same metric',
  ]);
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
