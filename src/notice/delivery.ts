import { gunzipSync } from 'node:zlib';
import { isNetworkAclChange } from './action';
import { at, isFields, textAt } from './fields';
import { harmless } from './untrusted';

/** What CloudWatch Logs delivers to a function. */
export interface Delivery {
  /** The account of the log group. */
  readonly owner?: string;
  readonly logGroup?: string;
  readonly lines: readonly Line[];
}

/** A record, or why a line of the log is none. */
export type Line = { readonly record: unknown } | { readonly why: string };

/** A corrupt payload is thrown, so that it ends in the dead-letter queue. */
export class CorruptDelivery extends Error {}

/** Four hundred times what CloudWatch Logs sends: a payload that grows without end is corrupt. */
const MOST_BYTES = 256 * 1024 * 1024;

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#LambdaFunctionExample */
export function readDelivery(event: unknown): Delivery {
  const data = textAt(event, 'awslogs', 'data');
  if (data === undefined) throw new CorruptDelivery('The event is not one of a CloudWatch Logs subscription: it has no awslogs.data.');
  let payload: unknown;
  try {
    payload = JSON.parse(gunzipSync(Buffer.from(data, 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8'));
  } catch {
    throw new CorruptDelivery('The data of the CloudWatch Logs subscription could not be read: it is no gzipped JSON in base64.');
  }
  if (!isFields(payload)) throw new CorruptDelivery('The data of the CloudWatch Logs subscription is no JSON object.');
  if (payload.messageType === 'CONTROL_MESSAGE') return { lines: [] };
  if (!Array.isArray(payload.logEvents)) {
    throw new CorruptDelivery('The data of the CloudWatch Logs subscription has no logEvents.');
  }
  // CloudTrail may deliver a record twice, and two trails may write into one group: the same text is the same event.
  const messages = new Set(payload.logEvents.map((one) => at(one, 'message')));
  return {
    owner: textAt(payload, 'owner'),
    logGroup: textAt(payload, 'logGroup'),
    lines: [...messages].flatMap(readLine),
  };
}

/** Nothing for a record of another event. */
function readLine(message: unknown): Line[] {
  if (typeof message !== 'string') return [{ why: 'a log event has no message' }];
  let record: unknown;
  try {
    record = JSON.parse(message);
  } catch {
    return [{ why: `it is no JSON: "${harmless(message, 100)}"` }];
  }
  const eventName = textAt(record, 'eventName');
  if (!isFields(record) || eventName === undefined) return [{ why: `it is no CloudTrail record: "${harmless(message, 100)}"` }];
  return isNetworkAclChange(eventName) ? [{ record }] : [];
}
