import type {
  Alarm,
  CompositeAlarm,
  LogGroup,
  MetricFilter,
  Subscription,
  Topic,
  Trail,
} from '../evidence/snapshot';
import type { Field } from '../field/field';

/** One way through the account, from a trail as far as it goes. */
export interface Chain {
  readonly trail?: Trail;
  /** The log group that the trail feeds or that the filters read; its resource where it is part of the evidence. */
  readonly logGroupName?: Field<string>;
  readonly logGroup?: LogGroup;
  /** All filters of the log group that feed one metric. */
  readonly metricFilters: readonly MetricFilter[];
  readonly alarm?: Alarm;
  /** Above the alarm, where the topic is an action of it and not of the alarm. */
  readonly compositeAlarm?: CompositeAlarm;
  readonly topicArn?: Field<string>;
  /** The topic, where it is part of the evidence. */
  readonly topic?: Topic;
  readonly subscriptions: readonly Subscription[];
}
