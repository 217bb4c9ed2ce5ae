import { EVENT_NAMES, EVENT_SOURCE } from '../control/network-acl-changes';
import type { EventRule, Snapshot } from '../evidence/snapshot';
import { isUnreadable, known } from '../field/field';

/**
 * The rules of the default bus that tell somebody of all six events: a compensating control.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function compensatingRules({ eventRules }: Snapshot): EventRule[] {
  return eventRules.filter(
    ({ pattern, isEnabled, targetArns, eventBusName }) =>
      known(isEnabled) === true &&
      (known(targetArns) ?? []).length > 0 &&
      [undefined, 'default'].includes(known(eventBusName)) &&
      watchesAll(pattern),
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
