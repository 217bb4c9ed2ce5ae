import type { Chain } from '../../src/audit/chain';
import type { Check, Finding } from '../../src/audit/check';
import type {
  Alarm,
  AlarmMetric,
  AlarmMuteRule,
  CompositeAlarm,
  Key,
  LogGroup,
  MetricFilter,
  PolicyStatement,
  Role,
  Snapshot,
  Subscription,
  Topic,
  Trail,
} from '../../src/evidence/snapshot';
import type { Unreadable } from '../../src/field/field';

// Literals only, and no two things of one name: what joins the wrong two must be noticed.

const region = 'eu-central-1';
const KEY_ARN = 'arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d';
const TOPIC_ARN = 'arn:aws:sns:eu-central-1:111122223333:security-pager';

/** A value that could not be read. */
export const HIDDEN: Unreadable = { unreadable: 'it comes from a parameter', standIn: '${Parameter}' };

export function statement(given: Partial<PolicyStatement>): PolicyStatement {
  return { effect: 'Allow', conditions: {}, ...given };
}

export const TRAIL: Trail = {
  origin: { path: 'Logging/Trail' },
  region,
  name: 'management-events',
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
  name: '/audit/events',
  arn: 'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/events:*',
  logGroupClass: 'STANDARD',
  encryptionKey: KEY_ARN,
};

export const FILTER: MetricFilter = {
  origin: { path: 'Watch/AclFilter' },
  region,
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
  name: 'any-edited',
  rule: 'ALARM("acl-edited") OR ALARM("route-edited")',
  actionsEnabled: true,
  actionsSuppressor: undefined,
  alarmActions: [TOPIC_ARN],
};

/** Not part of the sound account. */
export const MUTE_RULE: AlarmMuteRule = {
  origin: { path: 'Watch/Night' },
  region,
  alarmNames: ['acl-edited'],
};

export const TOPIC: Topic = {
  origin: { path: 'Watch/Topic' },
  region,
  arn: TOPIC_ARN,
  isFifo: false,
  encryptionKey: KEY_ARN,
  policy: {
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
  },
};

export const SUBSCRIPTION: Subscription = {
  origin: { path: 'Watch/Topic/Queue' },
  region,
  topicArn: TOPIC_ARN,
  protocol: 'sqs',
  status: 'declared',
  filterPolicy: undefined,
  filterPolicyScope: 'MessageAttributes',
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
  keyId: '0a1b2c3d',
  arn: KEY_ARN,
  aliases: ['alias/audit'],
  isEnabled: true,
  policy: { statements: [MAY_ADMINISTER, TRAIL_MAY_ENCRYPT, LOGS_MAY_ENCRYPT, ALARMS_MAY_ENCRYPT] },
};

/** What is different from the sound account; null for a part that is not there. */
export interface Difference {
  readonly trail?: Partial<Trail> | null;
  readonly role?: Partial<Role> | null;
  readonly logGroupName?: Chain['logGroupName'] | null;
  readonly logGroup?: Partial<LogGroup> | null;
  readonly filters?: readonly Partial<MetricFilter>[];
  readonly alarm?: Partial<Alarm> | null;
  readonly metric?: Partial<AlarmMetric>;
  readonly compositeAlarm?: Partial<CompositeAlarm>;
  readonly muteRules?: readonly Partial<AlarmMuteRule>[];
  readonly topicArn?: Chain['topicArn'] | null;
  readonly topic?: Partial<Topic> | null;
  readonly subscriptions?: readonly Partial<Subscription>[];
  readonly key?: Partial<Key> | null;
}

export function account(difference: Difference = {}): { chain: Chain; snapshot: Snapshot } {
  const part = <T>(sound: T, changed: Partial<T> | null | undefined) =>
    changed === null ? undefined : { ...sound, ...changed };
  const text = <T>(sound: T, changed: T | null | undefined) =>
    changed === null ? undefined : (changed ?? sound);
  const list = <T>(one: T | undefined) => (one === undefined ? [] : [one]);
  const chain: Chain = {
    trail: part(TRAIL, difference.trail),
    logGroupName: text('/audit/events', difference.logGroupName),
    logGroup: part(LOG_GROUP, difference.logGroup),
    metricFilters: (difference.filters ?? [{}]).map((filter) => ({ ...FILTER, ...filter })),
    alarm: part({ ...ALARM, metric: { ...METRIC, ...difference.metric } }, difference.alarm),
    compositeAlarm: difference.compositeAlarm && { ...COMPOSITE_ALARM, ...difference.compositeAlarm },
    topicArn: text(TOPIC_ARN, difference.topicArn),
    topic: part(TOPIC, difference.topic),
    subscriptions: (difference.subscriptions ?? [{}]).map((given) => ({ ...SUBSCRIPTION, ...given })),
  };
  const snapshot: Snapshot = {
    account: '111122223333',
    trails: list(chain.trail),
    logGroups: list(chain.logGroup),
    metricFilters: chain.metricFilters,
    alarms: list(chain.alarm),
    compositeAlarms: list(chain.compositeAlarm),
    muteRules: (difference.muteRules ?? []).map((given) => ({ ...MUTE_RULE, ...given })),
    topics: list(chain.topic),
    subscriptions: chain.subscriptions,
    keys: list(part(KEY, difference.key)),
    roles: list(part(ROLE, difference.role)),
    eventRules: [],
  };
  return { chain, snapshot };
}

/** What a check says of an account. */
export function finding(check: Check, difference: Difference = {}): Finding {
  const { chain, snapshot } = account(difference);
  return check.judge(chain, snapshot);
}

/** The same as one line: the outcome and the reason. */
export function judged(check: Check, difference: Difference = {}): string {
  const { outcome, reason } = finding(check, difference);
  return reason === undefined ? outcome : `${outcome}: ${reason}`;
}
