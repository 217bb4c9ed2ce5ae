import { EVENT_NAMES, EVENT_SOURCE } from '../control/network-acl-changes';
import type { Account } from '../evidence/account';
import { doubtOf } from '../evidence/possible';
import type { EventRule, LogAlarm } from '../evidence/resource-model';
import { isUnreadable, readable } from '../field/field';

/**
 * The rules of the default bus, and the log alarms, that tell somebody of all six events: a compensating control.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function compensatingRules({ eventRules, logAlarms }: Account): (EventRule | LogAlarm)[] {
  return [...eventRules.filter(watches), ...logAlarms.filter(queries)];
}

/** A log alarm whose query names all six events; what else it asks for is not looked at, since it is no part of a verdict. */
function queries({ query, actionsEnabled, alarmActions }: LogAlarm): boolean {
  const text = readable(query) ?? '';
  return (
    readable(actionsEnabled) === true &&
    (readable(alarmActions) ?? []).length > 0 &&
    EVENT_NAMES.every((name) => new RegExp(`\\b${name}\\b`).test(text))
  );
}

function watches({ pattern, isEnabled, targetArns, eventBusName, ...rule }: EventRule): boolean {
  return (
    doubtOf(rule) === undefined &&
    readable(isEnabled) === true &&
    (readable(targetArns) ?? []).length > 0 &&
    (eventBusName === undefined || eventBusName === 'default') &&
    watchesAll(pattern)
  );
}

function watchesAll(pattern: unknown): boolean {
  const { source, detail, 'detail-type': detailType, ...others } = membersOf(pattern);
  const { eventName, eventSource, ...otherDetails } = membersOf(detail);
  return (
    Object.keys({ ...others, ...otherDetails }).length === 0 &&
    accepts(source, 'aws.ec2') &&
    accepts(detailType, 'AWS API Call via CloudTrail') &&
    accepts(eventSource, EVENT_SOURCE) &&
    // A rule that names no event would ring for every call of the account.
    eventName !== undefined &&
    EVENT_NAMES.every((name) => accepts(eventName, name))
  );
}

/** Whether a list of an event pattern takes a value; of its filters those that compare text from an end. */
function accepts(list: unknown, value: string): boolean {
  if (list === undefined) return true;
  if (!Array.isArray(list)) return false;
  return list.some((item) => {
    if (item === value) return true;
    const { prefix, suffix } = membersOf(item);
    if (typeof prefix === 'string') return value.startsWith(prefix);
    return typeof suffix === 'string' && value.endsWith(suffix);
  });
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !isUnreadable(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
