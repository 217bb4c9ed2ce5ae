import type { AuditOptions } from '../../src/audit/ask';
import { type AccountResult, audit } from '../../src/audit/audit';
import type { Check, Finding } from '../../src/audit/check';
import { type AccountData, accountsOf } from '../../src/evidence/account-data';
import type {
  Alarm,
  AlarmMetric,
  AlarmMuteRule,
  CompositeAlarm,
  Key,
  KeyAlias,
  LogGroup,
  MetricFilter,
  PolicyDocument,
  PolicyStatement,
  Queue,
  QueuePolicy,
  Role,
  Subscription,
  Topic,
  Trail,
} from '../../src/evidence/resource-model';
import type { Field, Unreadable } from '../../src/field/field';

// Literals only, and no two things of one name: what joins the wrong two must be noticed.

const region = 'eu-central-1';
const account = '111122223333';
const KEY_ARN = 'arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d';
const TOPIC_ARN = 'arn:aws:sns:eu-central-1:111122223333:security-pager';

/** A value that could not be read. */
export const HIDDEN: Unreadable = { unreadable: 'it comes from a parameter', placeholder: '${Parameter}' };

export function statement(given: Partial<PolicyStatement>): PolicyStatement {
  return { effect: 'Allow', conditions: {}, ...given };
}

export const TRAIL: Trail = {
  origin: { path: 'Logging/Trail' },
  region,
  account,
  name: 'management-events',
  arn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/management-events',
  isOrganizationTrail: false,
  isMultiRegionTrail: true,
  isLogging: true,
  eventSelectors: undefined,
  advancedEventSelectors: undefined,
  logGroupArn: 'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/events:*',
  deliveryRoleArn: 'arn:aws:iam::111122223333:role/trail-writer',
  encryptionKey: KEY_ARN,
};

export const ROLE: Role = {
  origin: { path: 'Logging/Writer' },
  region,
  account,
  arn: 'arn:aws:iam::111122223333:role/trail-writer',
  trustPolicy: {
    statements: [
      statement({ principals: { Service: ['cloudtrail.amazonaws.com'] }, actions: ['sts:AssumeRole'] }),
    ],
  },
  policies: [
    {
      statements: [
        statement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: ['arn:aws:logs:eu-central-1:111122223333:log-group:/audit/events:*'],
        }),
      ],
    },
  ],
  otherPolicies: [],
  permissionsBoundary: undefined,
};

export const LOG_GROUP: LogGroup = {
  origin: { path: 'Logging/Group' },
  region,
  account,
  name: '/audit/events',
  arn: 'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/events:*',
  logGroupClass: 'STANDARD',
  encryptionKey: KEY_ARN,
};

export const FILTER: MetricFilter = {
  origin: { path: 'Watch/AclFilter' },
  region,
  account,
  logGroupName: '/audit/events',
  pattern:
    '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }',
  metricNamespace: 'Audit',
  metricName: 'AclEdits',
  metricValue: '1',
  defaultValue: 0,
  unit: undefined,
  dimensions: [],
  applyOnTransformedLogs: false,
  fieldSelectionCriteria: undefined,
  emitSystemFieldDimensions: [],
};

export const METRIC: AlarmMetric = {
  namespace: 'Audit',
  name: 'AclEdits',
  dimensions: [],
  statistic: 'Sum',
  unit: undefined,
  account: undefined,
};

export const ALARM: Alarm = {
  origin: { path: 'Watch/Alarm' },
  region,
  account,
  name: 'acl-edited',
  arn: 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:acl-edited',
  metric: METRIC,
  comparisonOperator: 'GreaterThanOrEqualToThreshold',
  threshold: 1,
  evaluationPeriods: 1,
  datapointsToAlarm: 1,
  treatMissingData: 'notBreaching',
  actionsEnabled: true,
  alarmActions: [TOPIC_ARN],
};

/** Not part of the sound account. */
export const COMPOSITE_ALARM: CompositeAlarm = {
  origin: { path: 'Watch/AnyAlarm' },
  region,
  account,
  name: 'any-edited',
  arn: 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:any-edited',
  rule: 'ALARM("acl-edited") OR ALARM("route-edited")',
  actionsEnabled: true,
  actionsSuppressor: undefined,
  alarmActions: [TOPIC_ARN],
};

/** Not part of the sound account. */
export const MUTE_RULE: AlarmMuteRule = {
  origin: { path: 'Watch/Night' },
  region,
  account,
  alarmNames: ['acl-edited'],
};

export const TOPIC: Topic = {
  origin: { path: 'Watch/Topic' },
  region,
  account,
  arn: TOPIC_ARN,
  isFifo: false,
  encryptionKey: KEY_ARN,
};

export const TOPIC_POLICY: PolicyDocument = {
  statements: [
    statement({
      effect: 'Deny',
      principals: { '*': ['*'] },
      actions: ['sns:Publish'],
      resources: [TOPIC_ARN],
      conditions: { Bool: { 'aws:SecureTransport': ['false'] } },
    }),
    statement({
      principals: { Service: ['cloudwatch.amazonaws.com'] },
      actions: ['sns:Publish'],
      resources: [TOPIC_ARN],
      conditions: {
        StringEquals: { 'aws:SourceAccount': ['111122223333'] },
        ArnLike: { 'aws:SourceArn': ['arn:aws:cloudwatch:eu-central-1:111122223333:alarm:*'] },
      },
    }),
  ],
};

export const SUBSCRIPTION: Subscription = {
  origin: { path: 'Watch/Topic/Queue' },
  region,
  account,
  topicArn: TOPIC_ARN,
  protocol: 'sqs',
  endpoint: 'arn:aws:sqs:eu-central-1:111122223333:acl-inbox',
  status: 'declared',
  filterPolicy: undefined,
  filterPolicyScope: 'MessageAttributes',
};

export const QUEUE: Queue = {
  origin: { path: 'Watch/Inbox' },
  region,
  account,
  arn: 'arn:aws:sqs:eu-central-1:111122223333:acl-inbox',
  url: 'https://sqs.eu-central-1.amazonaws.com/111122223333/acl-inbox',
  encryptionKey: undefined,
};

export const QUEUE_POLICY: QueuePolicy = {
  origin: { path: 'Watch/Inbox/Policy' },
  region,
  account,
  queueUrls: ['https://sqs.eu-central-1.amazonaws.com/111122223333/acl-inbox'],
  document: {
    statements: [
      statement({
        principals: { Service: ['sns.amazonaws.com'] },
        actions: ['sqs:SendMessage'],
        resources: ['arn:aws:sqs:eu-central-1:111122223333:acl-inbox'],
        conditions: { ArnEquals: { 'aws:SourceArn': [TOPIC_ARN] } },
      }),
    ],
  },
};

const MAY_ADMINISTER = statement({
  principals: { AWS: ['arn:aws:iam::111122223333:root'] },
  actions: ['kms:*'],
  resources: ['*'],
});
const TRAIL_MAY_ENCRYPT = statement({
  principals: { Service: ['cloudtrail.amazonaws.com'] },
  actions: ['kms:GenerateDataKey*'],
  resources: ['*'],
  conditions: {
    StringEquals: {
      'aws:SourceArn': ['arn:aws:cloudtrail:eu-central-1:111122223333:trail/management-events'],
    },
    StringLike: {
      'kms:EncryptionContext:aws:cloudtrail:arn': ['arn:aws:cloudtrail:*:111122223333:trail/*'],
    },
  },
});
const TRAIL_MAY_DESCRIBE = statement({
  principals: { Service: ['cloudtrail.amazonaws.com'] },
  actions: ['kms:DescribeKey'],
  resources: ['*'],
});
const LOGS_MAY_ENCRYPT = statement({
  principals: { Service: ['logs.eu-central-1.amazonaws.com'] },
  actions: ['kms:Decrypt*', 'kms:Describe*', 'kms:Encrypt*', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
  resources: ['*'],
  conditions: {
    ArnLike: {
      'kms:EncryptionContext:aws:logs:arn': [
        'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/events',
      ],
    },
  },
});
const ALARMS_MAY_ENCRYPT = statement({
  principals: { Service: ['cloudwatch.amazonaws.com'] },
  actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  resources: ['*'],
  conditions: {
    StringEquals: { 'aws:SourceAccount': ['111122223333'] },
    ArnLike: { 'aws:SourceArn': ['arn:aws:cloudwatch:eu-central-1:111122223333:alarm:*'] },
  },
});

export const KEY: Key = {
  origin: { path: 'Logging/Key' },
  region,
  account,
  keyId: '0a1b2c3d',
  arn: KEY_ARN,
  isEnabled: true,
  policy: {
    statements: [MAY_ADMINISTER, TRAIL_MAY_ENCRYPT, TRAIL_MAY_DESCRIBE, LOGS_MAY_ENCRYPT, ALARMS_MAY_ENCRYPT],
  },
};

export const KEY_ALIAS: KeyAlias = {
  origin: { path: 'Logging/Key/Alias' },
  region,
  account,
  name: 'alias/audit',
  targetKey: KEY_ARN,
};

/** What is different from the sound account; null for a part that is not there. */
export interface Difference {
  readonly trail?: Partial<Trail> | null;
  readonly role?: Partial<Role> | null;
  readonly logGroup?: Partial<LogGroup> | null;
  readonly filters?: readonly Partial<MetricFilter>[];
  readonly alarm?: Partial<Alarm> | null;
  readonly metric?: Partial<AlarmMetric>;
  /** Takes the action of the alarm. */
  readonly compositeAlarm?: Partial<CompositeAlarm>;
  /** Beside that one. */
  readonly otherCompositeAlarms?: readonly Partial<CompositeAlarm>[];
  readonly muteRules?: readonly Partial<AlarmMuteRule>[];
  /** The action of the alarm or of the composite alarm. */
  readonly topicArn?: Field<string> | null;
  readonly topic?: Partial<Topic> | null;
  /** Null for the default policy. */
  readonly topicPolicy?: Field<PolicyDocument> | null;
  readonly subscriptions?: readonly Partial<Subscription>[];
  readonly queue?: Partial<Queue> | null;
  /** Null for none. */
  readonly queuePolicy?: Field<PolicyDocument> | null;
  readonly key?: Partial<Key> | null;
  /** Anything else of the account. */
  readonly more?: Partial<AccountData>;
}

export function accountData(difference: Difference = {}): AccountData {
  const part = <T>(sound: T, changed: Partial<T> | null | undefined): T[] =>
    changed === null ? [] : [{ ...sound, ...changed }];
  const { compositeAlarm: above, otherCompositeAlarms = [], topicPolicy, queuePolicy } = difference;
  const actions = {
    alarmActions: difference.topicArn === null ? [] : [difference.topicArn ?? TOPIC_ARN],
  };
  const policy = <T>(given: T | null | undefined, sound: T) => (given === undefined ? sound : given);
  const [topicDocument, queueDocument] = [
    policy(topicPolicy, TOPIC_POLICY),
    policy(queuePolicy, QUEUE_POLICY.document),
  ];
  return {
    id: '111122223333',
    trails: part(TRAIL, difference.trail),
    logGroups: part(LOG_GROUP, difference.logGroup),
    metricFilters: (difference.filters ?? [{}]).map((filter) => ({ ...FILTER, ...filter })),
    alarms: part(
      { ...ALARM, metric: { ...METRIC, ...difference.metric }, ...(above ? { alarmActions: [] } : actions) },
      difference.alarm,
    ),
    compositeAlarms: [...(above ? [above] : []), ...otherCompositeAlarms].map((given, i) => ({
      ...COMPOSITE_ALARM,
      alarmActions: i === 0 && above ? actions.alarmActions : [],
      ...given,
    })),
    muteRules: (difference.muteRules ?? []).map((given) => ({ ...MUTE_RULE, ...given })),
    topics: part(TOPIC, difference.topic),
    topicPolicies:
      topicDocument === null
        ? []
        : [
            {
              origin: { path: 'Watch/Policy' },
              region,
              account,
              topicArns: [TOPIC_ARN],
              document: topicDocument,
            },
          ],
    subscriptions: (difference.subscriptions ?? [{}]).map((given) => ({ ...SUBSCRIPTION, ...given })),
    queues: part(QUEUE, difference.queue),
    queuePolicies: queueDocument === null ? [] : [{ ...QUEUE_POLICY, document: queueDocument }],
    keys: part(KEY, difference.key),
    keyAliases: [KEY_ALIAS],
    roles: part(ROLE, difference.role),
    ...difference.more,
  };
}

/** The same account under another number. */
export function inAccount(id: string, data: AccountData = accountData()): AccountData {
  return JSON.parse(JSON.stringify(data).replaceAll('111122223333', id));
}

/** What the audit says of an account. */
export function resultOf(difference: Difference = {}, options: AuditOptions = {}): AccountResult {
  return audit(accountsOf([accountData(difference)]), options)[0];
}

/** What a check says of an account; undefined where it is not asked. */
export function finding(
  { id }: Pick<Check, 'id'>,
  difference: Difference = {},
  options: AuditOptions = {},
): Finding | undefined {
  return resultOf(difference, options).results.find(({ check }) => check.id === id)?.finding;
}

/** The same as one line: the outcome and the reason. */
export function judged(
  check: Pick<Check, 'id'>,
  difference: Difference = {},
  options: AuditOptions = {},
): string {
  const { outcome, reason } = finding(check, difference, options) ?? { outcome: 'not asked' };
  return reason === undefined ? outcome : `${outcome}: ${reason}`;
}
