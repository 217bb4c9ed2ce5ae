import type { Alarm, MetricFilter, Topic } from '../../evidence/snapshot';
import { type Field, isUnreadable, shown, type Unreadable } from '../../field/field';
import type { Origin } from '../../field/origin';
import type { Chain } from '../chain';
import { type Finding, unknown } from '../check';

/** `alarm "X"`; a resource whose name is made up on deployment is called by the place where it was found. */
export function called(kind: string, name: Field<string>, origin: Origin = {}): string {
  const text = shown(name);
  if (!isUnreadable(name) && !text.includes('${')) return `${kind} "${text}"`;
  return `${kind} ${origin.path ?? origin.logicalId ?? text}`;
}

export function theFilter({ origin, pattern }: MetricFilter): string {
  return `metric filter ${origin.path ?? origin.logicalId ?? `"${shown(pattern)}"`}`;
}

export function theAlarm({ name, origin }: Alarm): string {
  return called('alarm', name, origin);
}

export function theLogGroup({ logGroupName = '', logGroup }: Chain): string {
  return called('log group', logGroupName, logGroup?.origin);
}

/** The topic by the last part of its ARN. */
export function theTopic(arn: Field<string>, topic?: Pick<Topic, 'origin'>): string {
  const name = isUnreadable(arn) ? arn : arn.replace(/^arn:[^$]*:/, '');
  return called('topic', name, topic?.origin);
}

/** The finding on a value that stands outside the evidence. */
export function couldNotRead(what: string, { unreadable }: Unreadable, subject?: Origin): Finding {
  return unknown(
    `${what} could not be read: ${unreadable}`,
    'give the value literally, or audit the deployed account',
    subject,
  );
}
