import type { EventRule, LogAlarm } from '../../src/evidence/resource-model';
import { HIDDEN, resultOf } from './sound-account';

const NAMES = [
  'CreateNetworkAcl',
  'CreateNetworkAclEntry',
  'DeleteNetworkAcl',
  'DeleteNetworkAclEntry',
  'ReplaceNetworkAclEntry',
  'ReplaceNetworkAclAssociation',
];
const PATTERN = {
  source: ['aws.ec2'],
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: { eventSource: ['ec2.amazonaws.com'], eventName: NAMES },
};
const detail = (given: object) => ({ pattern: { ...PATTERN, detail: { ...PATTERN.detail, ...given } } });
const RULE: EventRule = {
  origin: { path: 'Watch/Rule' },
  region: 'eu-central-1',
  account: '111122223333',
  pattern: PATTERN,
  isEnabled: true,
  targetArns: ['arn:aws:sns:eu-central-1:111122223333:chat'],
  eventBusName: undefined,
};

/** Whether the rule is said to compensate, in an account that fails. */
function compensates(given: Partial<EventRule>): boolean {
  const { compensatingRules } = resultOf({
    trail: { isLogging: false },
    more: { eventRules: [{ ...RULE, ...given }] },
  });
  return compensatingRules.length > 0;
}

test.each<[string, Partial<EventRule>]>([
  ['names all six events', {}],
  ['names them and others', detail({ eventName: [...NAMES, 'CreateVpc'] })],
  [
    'names them by prefixes',
    detail({
      eventName: [
        { prefix: 'CreateNetworkAcl' },
        { prefix: 'DeleteNetworkAcl' },
        { prefix: 'ReplaceNetworkAcl' },
      ],
    }),
  ],
  [
    'names them by suffixes',
    detail({
      eventName: [
        { suffix: 'NetworkAcl' },
        { suffix: 'NetworkAclEntry' },
        { suffix: 'NetworkAclAssociation' },
      ],
    }),
  ],
  ['names no service', { pattern: { detail: { eventName: NAMES } } }],
  ['names the default bus', { eventBusName: 'default' }],
])('a rule compensates that %s', (_, given) => {
  expect(compensates(given)).toBe(true);
});

test.each<[string, Partial<EventRule>]>([
  ['is disabled', { isEnabled: false }],
  ['may be disabled', { isEnabled: HIDDEN }],
  ['is made under a condition', { condition: 'IsProduction' }],
  ['tells nobody', { targetArns: [] }],
  ['has targets that could not be read', { targetArns: HIDDEN }],
  ['reads another bus', { eventBusName: 'orders' }],
  ['reads a bus that could not be read', { eventBusName: HIDDEN }],
  ['misses one event', detail({ eventName: NAMES.slice(1) })],
  [
    'names all but one by a suffix',
    detail({ eventName: [{ suffix: 'NetworkAcl' }, { suffix: 'NetworkAclEntry' }] }),
  ],
  ['names none, so that it rings for every call', detail({ eventName: undefined })],
  ['has no details', { pattern: { source: ['aws.ec2'] } }],
  ['asks for what is not a list', detail({ eventName: 'CreateNetworkAcl' })],
  ['has a pattern that could not be read', { pattern: HIDDEN }],
  ['has details that could not be read', { pattern: { ...PATTERN, detail: HIDDEN } }],
  ['reads events of another source', { pattern: { ...PATTERN, source: ['aws.s3'] } }],
  [
    'reads events of another kind',
    { pattern: { ...PATTERN, 'detail-type': ['EC2 Instance State-change Notification'] } },
  ],
  ['reads events of another service', detail({ eventSource: ['vpc.amazonaws.com'] })],
  ['reads only what was denied', detail({ errorCode: ['Client.UnauthorizedOperation'] })],
  ['reads only one region', { pattern: { ...PATTERN, region: ['us-east-1'] } }],
])('a rule does not compensate that %s', (_, given) => {
  expect(compensates(given)).toBe(false);
});

test('a rule of an account that passes is not told', () => {
  expect(resultOf({ more: { eventRules: [RULE] } }).compensatingRules).toEqual([]);
});

const LOG_ALARM: LogAlarm = {
  origin: { path: 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:acl-query' },
  region: 'eu-central-1',
  account: '111122223333',
  query: `filter eventName in [${NAMES.map((name) => `"${name}"`).join(', ')}] | stats count(*)`,
  actionsEnabled: true,
  alarmActions: ['arn:aws:sns:eu-central-1:111122223333:chat'],
};

test.each<[string, Partial<LogAlarm>, boolean]>([
  ['names all six events', {}, true],
  ['misses one', { query: LOG_ALARM.query.toString().replace('"DeleteNetworkAcl", ', '') }, false],
  ['does not act', { actionsEnabled: false }, false],
  ['tells nobody', { alarmActions: [] }, false],
  ['has a query that could not be read', { query: HIDDEN }, false],
])('a log alarm that %s', (_, given, expected) => {
  const { compensatingRules } = resultOf({
    trail: { isLogging: false },
    more: { logAlarms: [{ ...LOG_ALARM, ...given }] },
  });
  expect(compensatingRules.length > 0).toBe(expected);
});
