import type { Alarm, CompositeAlarm, MetricFilter, Topic } from '../evidence/resource-model';
import { parseArn } from '../field/arn';
import { type Field, isUnreadable, shown } from '../field/field';
import type { Origin } from '../field/origin';
import type { Parts } from './chain';
import type { Part } from './check';

/** `alarm "X"`; a resource whose name is made up on deployment is called by the place where it was found. */
export function called(kind: string, name: Field<string>, origin: Origin = {}): string {
  const text = shown(name);
  if (!isUnreadable(name) && !text.includes('${')) return `${kind} "${text}"`;
  return `${kind} ${origin.path ?? origin.logicalId ?? text}`;
}

export function theFilter({ origin, pattern }: MetricFilter): string {
  return `metric filter ${origin.path ?? origin.logicalId ?? `"${shown(pattern)}"`}`;
}

export function theAlarm(alarm: Alarm | CompositeAlarm): string {
  return called('rule' in alarm ? 'composite alarm' : 'alarm', alarm.name, alarm.origin);
}

/** The topic by the last part of its ARN. */
export function theTopic(arn: Field<string>, topic?: Pick<Topic, 'origin'>): string {
  const name = isUnreadable(arn) ? arn : (parseArn(arn)?.resource ?? arn);
  return called('topic', name, topic?.origin);
}

interface Described {
  readonly name: string;
  readonly origin: Origin | undefined;
}

/** How messages call a part of the chain, and where it was found. */
const DESCRIPTIONS: { readonly [P in Part]: (part: Parts[P]) => Described } = {
  trail: ({ name, origin }) => ({ name: called('trail', name, origin), origin }),
  logGroup: ({ name, origin }) => ({ name: called('log group', name, origin), origin }),
  metricFilters: ({ filters: [{ resource }] }) => ({ name: theFilter(resource), origin: resource.origin }),
  alarm: ({ alarm }) => ({ name: theAlarm(alarm), origin: alarm.origin }),
  notification: ({ acting }) => ({ name: theAlarm(acting), origin: acting.origin }),
  topic: ({ topic }) => ({ name: theTopic(topic.arn, topic), origin: topic.origin }),
  subscriptions: ({ notification: { topicArn }, topic }) => ({
    name: theTopic(topicArn, topic),
    origin: topic?.origin,
  }),
};

export function describePart<P extends Part>(about: P, part: Parts[P]): Described {
  return DESCRIPTIONS[about](part);
}
