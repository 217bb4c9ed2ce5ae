import type { May } from './open';

/** The six events of the control. */
export const CHANGES = [
  'CreateNetworkAcl',
  'CreateNetworkAclEntry',
  'DeleteNetworkAcl',
  'DeleteNetworkAclEntry',
  'ReplaceNetworkAclEntry',
  'ReplaceNetworkAclAssociation',
] as const;

/** What else a trail records: a read of network ACLs, the event of another control, and what happens all the time. */
export const OTHER_EVENTS = ['DescribeNetworkAcls', 'ConsoleLogin', 'everyday'] as const;

export type Event = (typeof CHANGES)[number] | (typeof OTHER_EVENTS)[number];

/** An account as the control sees it, independent of how a template says it. References are ids. */
export interface Account {
  /** Whether the account and region of the stacks are known. */
  knownEnvironment: boolean;
  groups: Group[];
  keys: Key[];
  roles: Role[];
  trails: Trail[];
  filters: Filter[];
  alarms: Alarm[];
  composites: Composite[];
  topics: Topic[];
  topicPolicies: TopicPolicy[];
  queues: Queue[];
  functions: Function[];
  subscriptions: Subscription[];
  chats: Chat[];
}

export interface Group {
  id: string;
  infrequentAccess: boolean;
  key?: string;
}

export interface Key {
  id: string;
  enabled: boolean;
  statements: Statement[];
}

/** A statement of a topic's, a queue's or a key's policy. */
export interface Statement {
  effect: 'Allow' | 'Deny';
  /** A service such as `cloudwatch`, or everyone. */
  principal: string;
  actions: string[];
  when: When;
}

export type When =
  | 'always'
  | 'from this account'
  | 'from another account'
  | 'from alarms of this account'
  | 'from alarms of another account'
  | 'without TLS';

export interface Role {
  id: string;
  grants: Grant[];
}

export interface Grant {
  effect: 'Allow' | 'Deny';
  actions: string[];
  on: 'the group' | 'own streams' | 'organization streams' | 'another group';
  group: string;
}

export interface Trail {
  id: string;
  present: May<boolean>;
  logging: May<boolean>;
  multiRegion: May<boolean>;
  organization: boolean;
  selectors: Selectors;
  group: May<string | undefined>;
  role: May<string>;
  key?: string;
}

export type Selectors =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly of: readonly BasicSelector[] }
  | { readonly kind: 'advanced'; readonly of: readonly AdvancedSelector[] };

/** Without a word, a selector includes management events, reads and writes. */
export interface BasicSelector {
  readonly management?: boolean;
  readonly readWrite?: 'All' | 'WriteOnly' | 'ReadOnly';
}

export interface AdvancedSelector {
  readonly category: 'Management' | 'Data';
  readonly writesOnly?: boolean;
}

export interface Metric {
  readonly namespace: string;
  readonly name: May<string>;
}

export interface Filter {
  id: string;
  present: May<boolean>;
  group: May<string>;
  pattern: Pattern;
  metric: Metric;
  value: May<number>;
  defaultValue: May<number | undefined>;
  unit?: string;
  dimensions: boolean;
}

/** What a pattern counts; how it is written is the template's affair. */
export type Pattern =
  | { readonly kind: 'changes'; readonly of: readonly Event[] }
  | { readonly kind: 'successful changes' }
  | { readonly kind: 'broader' }
  | { readonly kind: 'everything' }
  | { readonly kind: 'another control' }
  | { readonly kind: 'invalid' };

export interface Alarm {
  id: string;
  present: May<boolean>;
  nonAsciiName: boolean;
  /** In a stack of another region of the account, where the metric is another one. */
  inAnotherRegion?: boolean;
  metric: Metric;
  unit?: string;
  dimensions: boolean;
  statistic: 'Sum' | 'Average' | 'Maximum' | 'Minimum';
  operator: 'GreaterThanOrEqualToThreshold' | 'GreaterThanThreshold' | 'LessThanThreshold';
  threshold: May<number>;
  period: number;
  evaluationPeriods: number;
  datapointsToAlarm?: number;
  missingData: May<'missing' | 'notBreaching' | 'ignore' | 'breaching'>;
  actionsEnabled: May<boolean>;
  actions: May<string | undefined>[];
}

export interface Composite {
  id: string;
  present: May<boolean>;
  nonAsciiName: boolean;
  rule: Rule;
  actionsEnabled: May<boolean>;
  actions: May<string | undefined>[];
}

export type Rule =
  | { readonly alarm: string }
  | { readonly not: Rule }
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] };

export interface Topic {
  id: string;
  fifo: boolean;
  inAnotherRegion?: boolean;
  /** The id of a key of the account, or `AWS_MANAGED_KEY`. */
  key: May<string | undefined>;
}

/** `alias/aws/sns` of a topic, `alias/aws/sqs` of a queue. */
export const AWS_MANAGED_KEY = 'the key that AWS manages';

/** What is not in the account's templates, and sound or not: a topic, a group, a role, a metric's name. */
export const SOUND_ELSEWHERE = 'sound elsewhere';
export const BROKEN_ELSEWHERE = 'broken elsewhere';

export interface TopicPolicy {
  id: string;
  present: May<boolean>;
  topic: May<string>;
  statements: Statement[];
}

export interface Queue {
  id: string;
  fifo: boolean;
  key?: string;
  /** Without a policy, nobody may send but the queue's account. */
  policy?: Statement[];
  policyPresent: May<boolean>;
}

export interface Function {
  id: string;
  /** The service that may invoke it, if any may. */
  permitted?: 'sns' | 'events';
  permissionPresent: May<boolean>;
}

export interface Subscription {
  id: string;
  present: May<boolean>;
  topic: May<string>;
  /** `https`, `email`, `queue elsewhere`, `function elsewhere`, or the id of a queue or function of the account. */
  endpoint: string;
  filterPolicy?: FilterPolicy;
}

export interface FilterPolicy {
  readonly scope?: 'MessageBody' | 'MessageAttributes';
  readonly policy: Record<string, unknown>;
  /** Whether the message of an alarm that goes off passes it. */
  readonly passes: boolean;
}

/** A chat configuration, which subscribes itself. */
export interface Chat {
  id: string;
  present: May<boolean>;
  topic: May<string>;
}
