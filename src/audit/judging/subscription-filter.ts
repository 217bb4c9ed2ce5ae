import { type Field, isUnreadable } from '../../field/field';
import { type Answer, all, any } from '../policy/answer';
import { equals } from '../policy/wildcard';

/**
 * Whether a message without attributes passes, as an alarm's is: only where each one is asked for not to be there.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
 */
export function passesAttributes(policy: unknown): Answer {
  return passesPolicy(policy, (_, conditions) => conditions.some(isAbsence));
}

/** What is known of the body of an alarm's message; a property that is not mentioned may have any value. */
export type Body = Readonly<Record<string, Field<string> | undefined>>;

export function passesBody(policy: unknown, body: Body): Answer {
  return passesPolicy(policy, (property, conditions) => {
    const value = body[property];
    return any(
      conditions.map((condition): Answer => {
        if (typeof condition === 'string' && value !== undefined) return equals(condition, value);
        return { unreadable: `the filter policy asks for ${property}`, standIn: property };
      }),
    );
  });
}

function passesPolicy(
  policy: unknown,
  passes: (property: string, conditions: readonly unknown[]) => Answer,
): Answer {
  const object = typeof policy === 'string' ? parsed(policy) : policy;
  if (isUnreadable(object)) return object;
  if (typeof object !== 'object' || object === null) return NO_POLICY;
  return all(
    Object.entries(object).map(([property, value]: [string, unknown]): Answer => {
      if (isUnreadable(value)) return value;
      if (property === '$or' && Array.isArray(value))
        return any(value.map((one) => passesPolicy(one, passes)));
      if (Array.isArray(value)) return passes(property, value);
      return { unreadable: `the filter policy asks for ${property}`, standIn: property };
    }),
  );
}

const NO_POLICY = { unreadable: 'the filter policy is no object', standIn: 'filterPolicy' };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NO_POLICY;
  }
}

function isAbsence(condition: unknown): boolean {
  return (
    typeof condition === 'object' &&
    condition !== null &&
    (condition as { exists?: unknown }).exists === false
  );
}
