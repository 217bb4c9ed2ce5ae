import { type Field, isUnreadable, shown } from '../field/field';
import { type Answer, all, any, not } from './policy/answer';
import { equals } from './policy/wildcard';

/**
 * Whether the message of an alarm passes a filter policy on message attributes. It has no attributes, and without any not
 * even `exists: false` matches: only a policy that asks for nothing lets it pass.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/attribute-key-matching.html
 */
export function passesAttributes(policy: unknown): Answer {
  const object = objectOf(policy);
  if (isUnreadable(object)) return object;
  return Object.keys(object).length === 0;
}

/** What is known of the body of an alarm's message. */
export type Body = Readonly<Record<string, Field<string>>>;

/** The properties that every such message has beside those that are known; their values are not known. */
const OF_EVERY_MESSAGE = [
  'AlarmDescription',
  'AlarmConfigurationUpdatedTimestamp',
  'AlarmActions',
  'InsufficientDataActions',
  'NewStateReason',
  'OKActions',
  'OldStateValue',
  'Region',
  'StateChangeTime',
  'Trigger',
];

/** @see https://docs.aws.amazon.com/sns/latest/dg/string-value-matching.html */
export function passesBody(policy: unknown, body: Body): Answer {
  const object = objectOf(policy);
  if (isUnreadable(object)) return object;
  return all(
    Object.entries(object).map(([property, value]): Answer => {
      if (isUnreadable(value)) return value;
      if (property === '$or' && Array.isArray(value)) return any(value.map((one) => passesBody(one, body)));
      if (!Array.isArray(value)) {
        const mayPass = OF_EVERY_MESSAGE.includes(property) || asksForAbsence(value);
        return mayPass && body[property] === undefined ? undecided(property) : false;
      }
      return any(value.map((condition) => passes(condition, property, body)));
    }),
  );
}

function passes(condition: unknown, property: string, body: Body): Answer {
  const value = body[property];
  if (isUnreadable(condition)) return condition;
  const { exists } = membersOf(condition);
  if (typeof exists === 'boolean') {
    const isThere = value !== undefined || OF_EVERY_MESSAGE.includes(property);
    return isThere === exists;
  }
  if (value === undefined) return OF_EVERY_MESSAGE.includes(property) ? undecided(property) : false;
  if (typeof condition === 'string') return equals(condition, value);
  if (typeof condition === 'number' || typeof condition === 'boolean' || condition === null) return false;
  const {
    prefix,
    suffix,
    'anything-but': exception,
    'equals-ignore-case': text,
    numeric,
  } = membersOf(condition);
  // All values that are known are texts.
  if (numeric !== undefined) return false;
  if (typeof prefix === 'string') return compareText(value, (known) => known.startsWith(prefix));
  if (typeof suffix === 'string') return compareText(value, (known) => known.endsWith(suffix));
  if (typeof text === 'string')
    return compareText(value, (known) => known.toLowerCase() === text.toLowerCase());
  if (exception !== undefined) return not(isExcepted(exception, property, body));
  return undecided(property);
}

/** Whether `exists: false` is anywhere inside, or what could not be read: only that matches what a message does not have. */
function asksForAbsence(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isUnreadable(value) || ('exists' in value && value.exists !== true)) return true;
  return Object.values(value).some(asksForAbsence);
}

/** `anything-but` names texts, one text, or one `prefix` or `suffix`. */
function isExcepted(exception: unknown, property: string, body: Body): Answer {
  if (isUnreadable(exception)) return exception;
  return any([exception].flat().map((one) => passes(one, property, body)));
}

/** A name that is made up on deployment may start and end as it likes. */
function compareText(value: Field<string>, compare: (known: string) => boolean): Answer {
  if (isUnreadable(value)) return value;
  return value.includes('${')
    ? { unreadable: `${shown(value)} is known on deployment`, placeholder: value }
    : compare(value);
}

function undecided(property: string): Answer {
  return { unreadable: `the filter policy asks for ${property}`, placeholder: property };
}

function objectOf(policy: unknown): Readonly<Record<string, unknown>> | Exclude<Answer, boolean> {
  const object = typeof policy === 'string' ? parsed(policy) : policy;
  if (isUnreadable(object)) return object;
  return typeof object === 'object' && object !== null
    ? (object as Readonly<Record<string, unknown>>)
    : NO_OBJECT;
}

const NO_OBJECT = { unreadable: 'the filter policy is not an object', placeholder: 'filterPolicy' };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NO_OBJECT;
  }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
