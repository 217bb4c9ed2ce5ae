import type { LogGroup } from './links';
import { fitting, inRiskOrder, timeRangeWords } from './listing';
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
  /** How many there was no room for, and where they are. */
  readonly omitted?: { readonly count: number; readonly logGroup?: string; readonly time: string };
}

export interface MessageAttribute {
  readonly DataType: 'String' | 'String.Array';
  readonly StringValue: string;
}

/** With the text and the other attributes below SNS's 262,144 bytes, also when a queue gets them as JSON within JSON. */
const MOST_BYTES = 96 * 1024;

/** Of one attribute with several values: the notices that stand first have theirs in it. */
const MOST_VALUES_BYTES = 8 * 1024;

export function rawMessage(notices: readonly Notice[], logGroup?: LogGroup): RawMessage {
  const sorted = inRiskOrder(notices);
  const kept = fitting(sorted.map((notice) => JSON.stringify(notice)), MOST_BYTES).length;
  const left = sorted.slice(kept);
  return {
    version: 1,
    count: sorted.length,
    notices: sorted.slice(0, kept),
    ...(left.length > 0 && {
      omitted: { count: left.length, logGroup: logGroup?.name, time: timeRangeWords(left) },
    }),
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
  return {
    risk: text(sorted[0].risk),
    denied: text(String(sorted.some(({ outcome }) => outcome === 'denied'))),
    account: values(sorted.map(({ account }) => account)),
    region: values(sorted.map(({ region }) => region)),
    eventName: values(sorted.map(({ eventName }) => eventName)),
    principal: values(sorted.map(({ principal }) => principal)),
    notices: text(JSON.stringify(rawMessage(sorted, logGroup))),
  };
}

function values(all: readonly string[]): MessageAttribute {
  const different = fitting([...new Set(all)], MOST_VALUES_BYTES);
  if (different.length === 1) return text(different[0]);
  return { DataType: 'String.Array', StringValue: JSON.stringify(different) };
}

function text(value: string): MessageAttribute {
  return { DataType: 'String', StringValue: value };
}
