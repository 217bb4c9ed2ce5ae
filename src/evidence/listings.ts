import type { Listing } from './listing';
import type {
  Alarm,
  AlarmMuteRule,
  CompositeAlarm,
  EventRule,
  FunctionPermission,
  Key,
  KeyAlias,
  LambdaFunction,
  LogAlarm,
  LogGroup,
  MetricFilter,
  Queue,
  QueuePolicy,
  Role,
  Subscription,
  Topic,
  TopicPolicy,
  Trail,
} from './resource-model';

/** What a chain may be made of, by kind. */
export interface ResourceKinds {
  readonly trails: Trail;
  readonly logGroups: LogGroup;
  readonly metricFilters: MetricFilter;
  readonly alarms: Alarm;
  readonly compositeAlarms: CompositeAlarm;
  readonly muteRules: AlarmMuteRule;
  readonly topics: Topic;
  readonly topicPolicies: TopicPolicy;
  readonly subscriptions: Subscription;
  readonly keys: Key;
  readonly keyAliases: KeyAlias;
  readonly roles: Role;
  readonly queues: Queue;
  readonly queuePolicies: QueuePolicy;
  readonly functions: LambdaFunction;
  readonly functionPermissions: FunctionPermission;
  readonly eventRules: EventRule;
  readonly logAlarms: LogAlarm;
}

export type ResourceKind = keyof ResourceKinds;

/** The resources of one account, or of a whole app, by kind and name. */
export type Listings = { readonly [Kind in ResourceKind]: Listing<ResourceKinds[Kind]> };
