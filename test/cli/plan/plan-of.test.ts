import { FIXES } from '../../../cli/src/plan/fixes';
import { planOf } from '../../../cli/src/plan/plan-of';
import { shellLine } from '../../../cli/src/plan/shell';
import { madeBy } from '../../../cli/src/plan/text';
import { CHECKS } from '../../../src/audit/checks';
import type { AccountData } from '../../../src/evidence/account-data';
import {
  ALARM,
  alarmBut,
  but,
  EC2_TRUST,
  GROUP,
  KEY,
  OTHERS_KEY_POLICY,
  OTHERS_TOPIC_POLICY,
  PATTERN,
  place,
  policy,
  SERVICES_KEY_POLICY,
  SOUND,
  TOPIC,
  TRAIL,
} from './sound-account';

const OPTIONS = { region: 'us-east-1', emails: ['security@example.com'] };
const IN = '--region us-east-1';

/** What the plan is made of: the stack, commands and sentences. */
function shown(data: AccountData, options = OPTIONS) {
  const { now, after, stack, commands, humans, unknowns } = planOf(data, options);
  return {
    verdict: `${now} to ${after}`,
    steps: [...(stack ? [`stack: ${madeBy(stack)}`] : []), ...commands.map(shellLine), ...humans],
    unknowns,
  };
}

test('every check has something that mends it, and nothing else has', () => {
  expect(Object.keys(FIXES).sort()).toEqual(CHECKS.map(({ id }) => id).sort());
});

test('a sound account needs nothing', () => {
  expect(shown(SOUND)).toEqual({ verdict: 'PASS to PASS', steps: [], unknowns: [] });
});

const putAlarm = (changed: string) =>
  `aws cloudwatch put-metric-alarm --cli-input-json '{"AlarmName":"it'\\''s an alarm","AlarmDescription":"ours","ActionsEnabled":true,"OKActions":["${TOPIC}"],"AlarmActions":["${TOPIC}"],"MetricName":"Changes","Namespace":"Security",${changed},"TreatMissingData":"notBreaching"}' ${IN}`;
const putFilter = `aws logs put-metric-filter --log-group-name events --filter-name 'it'\\''s a filter' --filter-pattern '${PATTERN}' --metric-transformations '[{"metricName":"Changes","metricNamespace":"Security","metricValue":"1","defaultValue":0}]' ${IN}`;
const OWN_FILTER = `stack: metric filter, alarm; it uses log group events, topic ${TOPIC}, which are there`;
const OWN_ALARM = `stack: alarm; it uses log group events, metric Security/Changes, topic ${TOPIC}, which are there`;
const OWN_TOPIC = `stack: alarm, topic with its subscription; it uses log group events, metric Security/Changes, key ${KEY}, which are there`;
const ROLE_OF_STACK = 'arn:aws:iam::111122223333:role/nacl-change-monitor-delivery-us-east-1';
const OWN_GROUP = `stack: log group /nacl-change-monitor/events, role of CloudTrail, metric filter, alarm; it uses topic ${TOPIC}, which is there`;
const OWN_GROUP_AND_TOPIC =
  'stack: log group /nacl-change-monitor/events, role of CloudTrail, metric filter, alarm, topic with its key and subscription';
const toOwnGroup = `aws cloudtrail update-trail --name ${TRAIL} --cloud-watch-logs-log-group-arn 'arn:aws:logs:us-east-1:111122223333:log-group:/nacl-change-monitor/events:*' --cloud-watch-logs-role-arn ${ROLE_OF_STACK} ${IN}`;
const selectors = (given: object) => but('trails', { ...given });
const CONFIRM =
  'security@example.com has to click the link in the confirmation email of SNS, within three days';
const subscribe = (endpoint: string) =>
  `aws sns subscribe --topic-arn ${TOPIC} --protocol email --notification-endpoint ${endpoint} ${IN}`;
const NEW_ROLE = [
  'stack: role of CloudTrail; it uses log group events, which is there',
  `aws cloudtrail update-trail --name ${TRAIL} --cloud-watch-logs-log-group-arn '${GROUP}:*' --cloud-watch-logs-role-arn ${ROLE_OF_STACK} ${IN}`,
];
const FIFO = but('topics', { isFifo: true });
const ONE_EVENT = '{ $.eventName = CreateNetworkAcl }';
const ENABLE_KEY = `aws kms enable-key --key-id ${KEY} ${IN}`;
const POLICY_FOR_ALL = `aws kms put-key-policy --key-id ${KEY} --policy-name default --policy '${OTHERS_KEY_POLICY.slice(0, -2)},{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"kms:GenerateDataKey*","Resource":"*","Condition":{"StringEquals":{"aws:SourceArn":"${TRAIL}"},"StringLike":{"kms:EncryptionContext:aws:cloudtrail:arn":"arn:aws:cloudtrail:*:111122223333:trail/*"}}},{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":["kms:Decrypt","kms:DescribeKey"],"Resource":"*","Condition":{"StringEquals":{"aws:SourceArn":"${TRAIL}"}}},{"Effect":"Allow","Principal":{"Service":"logs.us-east-1.amazonaws.com"},"Action":["kms:Decrypt*","kms:Describe*","kms:Encrypt*","kms:GenerateDataKey*","kms:ReEncrypt*"],"Resource":"*","Condition":{"ArnLike":{"kms:EncryptionContext:aws:logs:arn":"${GROUP}"}}},{"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Action":["kms:Decrypt","kms:GenerateDataKey*"],"Resource":"*","Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"}}}]}' ${IN}`;

test.each<[string, AccountData, string[]]>([
  [
    'a trail of one region',
    but('trails', { isMultiRegionTrail: false }),
    [`aws cloudtrail update-trail --name ${TRAIL} --is-multi-region-trail ${IN}`],
  ],
  [
    'a trail that is off',
    but('trails', { isLogging: false }),
    [`aws cloudtrail start-logging --name ${TRAIL} ${IN}`],
  ],
  [
    'write events alone: data events stay in their selector',
    selectors({
      eventSelectors: [
        { includeManagementEvents: true, readWriteType: 'WriteOnly', excludeManagementEventSources: [] },
      ],
      givenSelectors: {
        EventSelectors: [
          {
            ReadWriteType: 'WriteOnly',
            IncludeManagementEvents: true,
            DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
          },
        ],
      },
    }),
    [
      `aws cloudtrail put-event-selectors --trail-name ${TRAIL} --event-selectors '[{"ReadWriteType":"WriteOnly","IncludeManagementEvents":true,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]}]},{"ReadWriteType":"All","IncludeManagementEvents":true}]' ${IN}`,
    ],
  ],
  [
    'advanced selectors of data events',
    selectors({
      advancedEventSelectors: [
        { fieldSelectors: [{ field: 'eventCategory', operators: { equals: ['Data'] } }] },
      ],
      givenSelectors: {
        AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Data'] }] }],
      },
    }),
    [
      `aws cloudtrail put-event-selectors --trail-name ${TRAIL} --advanced-event-selectors '[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]}]},{"Name":"Management events","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]}]' ${IN}`,
    ],
  ],
  [
    'a trail without a log group',
    but('trails', { logGroupArn: undefined, deliveryRoleArn: undefined }),
    [OWN_GROUP_AND_TOPIC, toOwnGroup],
  ],
  ['a trail without a role', but('trails', { deliveryRoleArn: undefined }), NEW_ROLE],
  [
    'a role that was deleted',
    but('roles', { isDeleted: true, trustPolicy: undefined, policies: [] }),
    NEW_ROLE,
  ],
  [
    'a role that may not write',
    but('roles', { policies: [] }),
    [
      `aws iam put-role-policy --role-name delivery --policy-name nacl-change-monitor-delivery --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"${GROUP}:*"}]}'`,
    ],
  ],
  [
    'a role that CloudTrail may not assume',
    but('roles', { trustPolicy: policy(EC2_TRUST) }),
    [
      `aws iam update-assume-role-policy --role-name delivery --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"},{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"sts:AssumeRole"}]}'`,
    ],
  ],
  [
    'an error of the last delivery',
    but('trails', { deliveryError: 'AccessDenied' }),
    [
      'trail "events" could not write to its log group the last time: AccessDenied: CloudTrail tries again with the next event, so audit again a quarter of an hour after the other steps; if it still says so, see that log group and role are those of the trail',
    ],
  ],
  ['a key that is disabled', but('keys', { isEnabled: false }), [ENABLE_KEY]],
  [
    'a key that is disabled and that nobody may use: both, and no new log group',
    but('keys', { isEnabled: false, policy: policy(OTHERS_KEY_POLICY) }),
    [ENABLE_KEY, POLICY_FOR_ALL],
  ],
  [
    'a key that waits for its deletion',
    but('keys', { isEnabled: false, deletion: 'pending' }),
    [`aws kms cancel-key-deletion --key-id ${KEY} ${IN}`, ENABLE_KEY],
  ],
  [
    'a key that does not exist any more: each part stays, and gets another one',
    but('keys', { isEnabled: false, policy: undefined, deletion: 'done' }),
    [
      `key "1", which encrypts trail "events", does not exist: give it a key of us-east-1 that CloudTrail may use, with aws cloudtrail update-trail --name ${TRAIL} ${IN} --kms-key-id KEY_ARN`,
      `key "1", which encrypts log group "events", does not exist: give it a key of us-east-1 that CloudWatch Logs may use, with aws logs associate-kms-key --log-group-name events ${IN} --kms-key-id KEY_ARN`,
      `key "1", which encrypts topic "security", does not exist: give it a key of us-east-1 that CloudWatch may use, with aws sns set-topic-attributes --topic-arn ${TOPIC} ${IN} --attribute-name KmsMasterKeyId --attribute-value KEY_ARN`,
    ],
  ],
  [
    'a key that nobody may use: one policy with all of them',
    but('keys', { policy: policy(OTHERS_KEY_POLICY) }),
    [POLICY_FOR_ALL],
  ],
  [
    'a log group that takes no filter',
    but('logGroups', { logGroupClass: 'INFREQUENT_ACCESS' }),
    [OWN_GROUP, toOwnGroup],
  ],
  [
    'no filter, alarm or topic',
    { ...SOUND, metricFilters: [], alarms: [], topics: [], topicPolicies: [] },
    [
      `stack: metric filter, alarm, topic with its subscription; it uses log group events, key ${KEY}, which are there`,
    ],
  ],
  ['no alarm', { ...SOUND, alarms: [], topics: [], topicPolicies: [] }, [OWN_TOPIC]],
  ['a pattern with one event missing', but('metricFilters', { pattern: ONE_EVENT }), [putFilter]],
  ['a pattern that is not valid', but('metricFilters', { pattern: '{ $.eventName = }' }), [putFilter]],
  [
    'a pattern that counts something else too is left as it is',
    but('metricFilters', {
      pattern: '{ ($.eventName = CreateNetworkAcl) || ($.eventName = RunInstances) }',
    }),
    [OWN_FILTER],
  ],
  [
    'a pattern with one event missing, of a metric that somebody else watches too',
    {
      ...but('metricFilters', { pattern: '{ $.eventName = CreateNetworkAcl }' }),
      alarms: [SOUND.alarms[0], { ...SOUND.alarms[0], name: 'another', arn: `${ALARM}2`, alarmActions: [] }],
    },
    [OWN_FILTER],
  ],
  ['a value of 0', but('metricFilters', { metricValue: '0' }), [putFilter]],
  [
    'a filter of some events alone',
    but('metricFilters', { fieldSelectionCriteria: '@aws.account = "1"' }),
    [OWN_FILTER],
  ],
  ['a filter with dimensions', but('metricFilters', { dimensions: ['Region'] }), [OWN_FILTER]],
  [
    'an alarm on another namespace',
    but('alarms', { metric: { ...SOUND.alarms[0].metric, namespace: 'Other' } }),
    [OWN_ALARM],
  ],
  [
    'an alarm with dimensions',
    alarmBut(
      { Dimensions: [{ Name: 'Region', Value: 'x' }] },
      { metric: { ...SOUND.alarms[0].metric, dimensions: ['Region'] } },
    ),
    [
      putAlarm(
        '"Statistic":"Sum","Period":300,"EvaluationPeriods":1,"Threshold":1,"ComparisonOperator":"GreaterThanOrEqualToThreshold"',
      ),
    ],
  ],
  [
    'an alarm of another unit',
    alarmBut({ Unit: 'Bytes' }, { metric: { ...SOUND.alarms[0].metric, unit: 'Bytes' } }),
    [
      putAlarm(
        '"Statistic":"Sum","Period":300,"EvaluationPeriods":1,"Threshold":1,"ComparisonOperator":"GreaterThanOrEqualToThreshold"',
      ),
    ],
  ],
  [
    'an alarm with four faults is put once',
    alarmBut(
      {
        Statistic: 'Average',
        Threshold: 5,
        EvaluationPeriods: 3,
        DatapointsToAlarm: 2,
        TreatMissingData: 'breaching',
      },
      {
        metric: { ...SOUND.alarms[0].metric, statistic: 'Average' },
        threshold: 5,
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        treatMissingData: 'breaching',
      },
    ),
    [
      putAlarm(
        '"Statistic":"Sum","Period":300,"EvaluationPeriods":1,"Threshold":1,"ComparisonOperator":"GreaterThanOrEqualToThreshold"',
      ),
    ],
  ],
  [
    'an alarm of metric math, of which not all settings are known',
    alarmBut({ Metrics: [{ Id: 'm1' }] }, { metric: { ...SOUND.alarms[0].metric, statistic: 'Average' } }),
    [OWN_ALARM],
  ],
  [
    'actions that are disabled',
    but('alarms', { actionsEnabled: false }),
    [`aws cloudwatch enable-alarm-actions --alarm-names 'it'\\''s an alarm' ${IN}`],
  ],
  ['an alarm without actions', alarmBut({ AlarmActions: [] }, { alarmActions: [] }), [OWN_TOPIC]],
  [
    'a topic policy for somebody else',
    but('topicPolicies', { document: policy(OTHERS_TOPIC_POLICY) }),
    [
      `aws sns set-topic-attributes --topic-arn ${TOPIC} --attribute-name Policy --attribute-value '${OTHERS_TOPIC_POLICY.slice(0, -2)},{"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Action":"sns:Publish","Resource":"${TOPIC}","Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"}}}]}' ${IN}`,
    ],
  ],
  ['a topic with the key of AWS', but('topics', { encryptionKey: 'alias/aws/sns' }), [OWN_TOPIC]],
  [
    'a topic with the key of AWS, which was never used and is not there',
    {
      ...but('topics', { encryptionKey: 'alias/aws/sns' }),
      keys: [
        ...SOUND.keys,
        {
          ...SOUND.keys[0],
          ...{ keyId: 'alias/aws/sns', arn: 'alias/aws/sns', isEnabled: false, deletion: 'done' },
        },
      ],
      keyAliases: [
        {
          name: 'alias/aws/sns',
          targetKey: 'alias/aws/sns',
          region: 'us-east-1',
          account: '111122223333',
          origin: {},
        },
      ],
    },
    [OWN_TOPIC],
  ],
  [
    'a topic with the ARN of the key of AWS, whose policy nobody changes',
    but('keys', { policy: policy(SERVICES_KEY_POLICY.replace('cloudwatch', 'events')), isAwsManaged: true }),
    [
      'stack: alarm, topic with its key and subscription; it uses log group events, metric Security/Changes, which are there',
    ],
  ],
  ['a topic that is gone', { ...SOUND, topicPolicies: [], subscriptions: [] }, [OWN_TOPIC]],
  ['nobody subscribed', { ...SOUND, subscriptions: [] }, [subscribe('security@example.com'), CONFIRM]],
  [
    'a subscription that waits',
    but('subscriptions', { status: 'pending', endpoint: 'waiting@example.com' }),
    [
      subscribe('waiting@example.com'),
      'waiting@example.com has to click the link in the confirmation email of SNS, within three days',
    ],
  ],
  [
    'a subscription that lets no alarm pass',
    but('subscriptions', { filterPolicy: { kind: ['invoice'] }, endpoint: 'other@example.com' }),
    [subscribe('security@example.com'), CONFIRM],
  ],
  ['a FIFO topic with an email', FIFO, [OWN_TOPIC]],
  [
    'a FIFO topic with an email and an alarm with a high threshold: the new alarm has neither fault',
    { ...FIFO, alarms: alarmBut({ Threshold: 5 }, { threshold: 5 }).alarms },
    [OWN_TOPIC],
  ],
  [
    'a FIFO topic with an email that no alarm may publish to: its policy stays',
    { ...FIFO, topicPolicies: but('topicPolicies', { document: policy(OTHERS_TOPIC_POLICY) }).topicPolicies },
    [OWN_TOPIC],
  ],
  [
    'a FIFO topic with an email and a pattern with one event missing',
    { ...FIFO, metricFilters: but('metricFilters', { pattern: ONE_EVENT }).metricFilters },
    [OWN_TOPIC, putFilter],
  ],
  [
    'a FIFO topic with an email that lets no alarm pass',
    but('subscriptions', { filterPolicy: { kind: ['invoice'] } }, FIFO),
    [OWN_TOPIC],
  ],
  ['a FIFO topic with an email that waits', but('subscriptions', { status: 'pending' }, FIFO), [OWN_TOPIC]],
  [
    'nothing at all',
    { id: '111122223333' },
    [
      'stack: trail with its bucket, log group /nacl-change-monitor/nacl-change-monitor, role of CloudTrail, metric filter, alarm, topic with its key and subscription',
    ],
  ],
])('mends: %s', (_, data, steps) => {
  expect(shown(data)).toEqual({ verdict: 'FAIL to PASS', steps, unknowns: [] });
});

test('a key that alarms may not use is not that of a new topic', () => {
  const others = but('keys', { policy: policy(SERVICES_KEY_POLICY.replace('cloudwatch', 'events')) });
  const data: AccountData = { ...others, alarms: [], topics: [], topicPolicies: [] };
  expect(shown(data).steps).toEqual([
    'stack: alarm, topic with its key and subscription; it uses log group events, metric Security/Changes, which are there',
  ]);
});

test('an alarm without a topic notifies the one that is given', () => {
  const data = alarmBut({ AlarmActions: [] }, { alarmActions: [] });
  const { commands } = planOf(data, { ...OPTIONS, topicArn: TOPIC });
  expect(commands).toMatchObject([
    {
      target: ALARM,
      changes: [{ what: 'AlarmActions', before: 'none', after: `["${TOPIC}"]` }],
    },
  ]);
});

test('without an address the plan says who has to be named', () => {
  const { steps } = shown({ ...SOUND, subscriptions: [] }, { ...OPTIONS, emails: [] });
  expect(steps).toEqual([`nobody listens to topic ${TOPIC}: say who is to be told with --email ADDRESS`]);
});

test('without an address a filter policy is taken away, and the plan says what that means', () => {
  const data = but('subscriptions', { filterPolicy: { kind: ['invoice'] } });
  expect(shown(data, { ...OPTIONS, emails: [] }).steps).toEqual([
    `aws sns set-subscription-attributes --subscription-arn ${TOPIC}:1 --attribute-name FilterPolicy --attribute-value '{}' ${IN}`,
    'security@example.com gets all messages of the topic from then on: give --email ADDRESS to leave its filter policy and subscribe somebody else',
  ]);
});

test('a queue that refuses SNS is for a human, where nobody else is named', () => {
  const queue = 'arn:aws:sqs:us-east-1:111122223333:alarms';
  const data: AccountData = {
    ...but('subscriptions', { protocol: 'sqs', endpoint: queue }),
    queues: [{ ...place(queue), arn: queue, url: queue, encryptionKey: undefined }],
  };
  expect(shown(data, { ...OPTIONS, emails: [] }).steps).toEqual([
    'SNS may not deliver to any subscriber of topic "security": the policy or the key of the queue, or the permissions of the function, leave it out: let it, or say who else is to be told with --email ADDRESS',
  ]);
});

test('the key of a trail is enabled in its own region, that of the bucket', () => {
  const key = 'arn:aws:kms:eu-west-1:111122223333:key/2';
  const far = { ...place(key), region: 'eu-west-1', keyId: '2', arn: key, isEnabled: false };
  const data = but('trails', { encryptionKey: key });
  const keys = [...(data.keys ?? []), { ...far, policy: policy(SERVICES_KEY_POLICY) }];
  expect(shown({ ...data, keys })).toMatchObject({
    verdict: 'FAIL to PASS',
    steps: [`aws kms enable-key --key-id ${key} --region eu-west-1`],
  });
});

test('an alarm that is put again keeps its evaluation window and its warm-up', () => {
  const kept = {
    EvaluationWindow: { WallClock: { Timezone: 'UTC' } },
    WarmUpConfiguration: { WarmUpPeriod: 600 },
  };
  const { commands } = planOf(
    alarmBut({ ...kept, ActionsEnabled: false }, { actionsEnabled: false }),
    OPTIONS,
  );
  expect(commands.map(({ args }) => args[1])).toEqual(['enable-alarm-actions']);
  const [put] = planOf(alarmBut({ ...kept, Threshold: 2 }, { threshold: 2 }), OPTIONS).commands;
  expect(JSON.parse(put.args[3])).toMatchObject(kept);
});

test.each([
  'https://pager:****@example.com/alarms',
  'https://****@example.com/alarms',
  'https://example.com/alarms?****',
])('an address that is not known whole is not subscribed again: %s', (endpoint) => {
  const data = but('subscriptions', { protocol: 'https', endpoint, status: 'pending' });
  expect(shown(data)).toMatchObject({
    verdict: 'FAIL to PASS',
    steps: [subscribe('security@example.com'), CONFIRM],
  });
  expect(shown(data, { ...OPTIONS, emails: [] }).steps).toEqual([
    `nobody listens to topic ${TOPIC}: say who is to be told with --email ADDRESS, or subscribe ${endpoint} again, whose whole address is not known here`,
  ]);
});

test('five selectors leave no room for one more: a human decides', () => {
  const one = {
    ReadWriteType: 'WriteOnly',
    IncludeManagementEvents: true,
    DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
  };
  const data = selectors({
    eventSelectors: [
      { includeManagementEvents: true, readWriteType: 'WriteOnly', excludeManagementEventSources: [] },
    ],
    givenSelectors: { EventSelectors: [one, one, one, one, one] },
  });
  expect(shown(data).steps).toEqual([
    'no command mends trail-management-events: trail "events" does not record all management events',
  ]);
});

test('the second of two trails is never made: an organization records the account', () => {
  const arn = 'arn:aws:cloudtrail:us-east-1:999999999999:trail/all';
  expect(shown({ id: '111122223333', recordedBy: [arn] })).toEqual({
    verdict: 'UNKNOWN to UNKNOWN',
    steps: [],
    unknowns: [
      'trail-all-regions: organization trail "all" of account 999999999999 records account 111122223333: whether the chain of that trail is sound could not be read',
    ],
  });
});

test('nothing is planned on what could not be read', () => {
  const data: AccountData = {
    ...SOUND,
    alarms: [],
    unreadParts: [
      { origin: { path: 'the alarms of us-east-1' }, reason: 'cloudwatch:DescribeAlarms is not allowed' },
    ],
  };
  expect(shown(data)).toEqual({
    verdict: 'UNKNOWN to UNKNOWN',
    steps: [],
    unknowns: ['the alarms of us-east-1 could not be read: cloudwatch:DescribeAlarms is not allowed'],
  });
});

test('an alarm that a rule may mute is for a human', () => {
  const data: AccountData = {
    ...SOUND,
    muteRules: [{ ...place('arn:mute'), alarmNames: ["it's an alarm"] }],
  };
  expect(shown(data)).toEqual({
    verdict: 'UNKNOWN to UNKNOWN',
    steps: [],
    unknowns: [
      'alarm-actions-enabled: alarm "it\'s an alarm" may be silent while mute rule arn:mute is active; take the alarm out of it, or accept that it may be silent',
    ],
  });
});
