import type { Possible } from '../evidence/possible';
import type {
  Alarm,
  CompositeAlarm,
  LogGroup,
  MetricFilter,
  Subscription,
  Topic,
  Trail,
} from '../evidence/resource-model';
import type { Field } from '../field/field';

/** What the checks are about. */
export interface Parts {
  readonly trail: Trail;
  readonly logGroup: LogGroup;
  readonly metricFilters: CountingFilters;
  readonly alarm: WatchingAlarm;
  readonly notification: Notification;
  readonly topic: NotifiedTopic;
  readonly subscriptions: Subscriptions;
}

/** The log group that a trail feeds or that filters read, by name. */
export interface NamedLogGroup {
  readonly name: Field<string>;
  readonly region: string;
}

/** The filters of one log group that feed one metric: they count together. */
export interface CountingFilters {
  readonly logGroup: NamedLogGroup;
  /** With the doubt where a filter may read another log group, or may not be made. */
  readonly filters: readonly Possible<MetricFilter>[];
}

export interface WatchingAlarm {
  readonly alarm: Alarm;
  readonly counting: CountingFilters;
}

/** An action of an alarm, or of a composite alarm above it. */
export interface Notification {
  readonly alarm: Alarm;
  /** Whose action it is. */
  readonly acting: Alarm | CompositeAlarm;
  readonly topicArn: Field<string>;
}

export interface NotifiedTopic {
  readonly topic: Topic;
  readonly notification: Notification;
}

export interface Subscriptions {
  readonly notification: Notification;
  /** The topic, where it is part of the evidence. */
  readonly topic?: Topic;
  readonly subscriptions: readonly Possible<Subscription>[];
}
