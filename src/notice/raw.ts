import type { LogGroup } from './links';
import { fitting, inRiskOrder, omitted } from './listing';
import type { Notice } from './notice';

/**
 * Notices for programs, and what SNS filters by.
 *
 * One topic serves both people and programs: the message is the text for people, and the JSON is one of its attributes.
 * `MessageStructure: 'json'`, which gives each protocol a text of its own, is not used, because SNS then drops the
 * attributes, and with them every filter policy.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html "sent only when the message structure is String"
 */
export interface RawMessage {
  readonly version: 1;
  readonly count: number;
  /** Dangerous ones first. */
  readonly notices: readonly Notice[];
  /** How many there was no room for, and where they are, in a sentence. */
  readonly omitted?: string;
}

export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue: string;
}

/** With the text and the other attributes below SNS's 262,144 bytes, also when a queue gets them as JSON within JSON. */
const MOST_BYTES = 96 * 1024;

/** Of one attribute with several values: the notices that stand first have theirs in it. */
const MOST_VALUES_BYTES = 8 * 1024;

export function rawMessage(notices: readonly Notice[], logGroup?: LogGroup): RawMessage {
  const sorted = inRiskOrder(notices);
  const count = fitting(
    sorted.map((notice) => JSON.stringify(notice)),
    MOST_BYTES,
  );
  const [left] = omitted(sorted.slice(count), logGroup);
  return {
    version: 1,
    count: sorted.length,
    notices: sorted.slice(0, count),
    ...(left && { omitted: left }),
  };
}

/**
 * `risk` is the highest one, so that each message has one; `denied` is "true" where any call was denied. The others have each
 * value that occurs: a filter policy matches when one of them does. SQS takes ten attributes at most.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
 */
export function messageAttributes(
  notices: readonly Notice[],
  logGroup?: LogGroup,
): Record<string, MessageAttribute> {
  const sorted = inRiskOrder(notices);
  const values = (name: 'account' | 'region' | 'eventName' | 'principal') => {
    const all = [...new Set(sorted.map((notice) => notice[name]))];
    const some = all.slice(0, fitting(all, MOST_VALUES_BYTES));
    return some.length === 1
      ? text(some[0])
      : { DataType: 'String.Array', StringValue: JSON.stringify(some) };
  };
  return {
    risk: text(sorted[0].risk),
    denied: text(sorted.some(({ outcome }) => outcome === 'denied')),
    account: values('account'),
    region: values('region'),
    eventName: values('eventName'),
    principal: values('principal'),
    notices: text(JSON.stringify(rawMessage(sorted, logGroup))),
  };
}

function text(value: unknown): MessageAttribute {
  return { DataType: 'String', StringValue: String(value) };
}
