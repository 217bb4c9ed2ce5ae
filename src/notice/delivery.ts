import { gunzipSync } from 'node:zlib';
import { isNetworkAclChange } from './action';
import { textAt } from './fields';
import { shown } from './untrusted';

/** What CloudWatch Logs delivers to a function. */
export interface Delivery {
  /** The account of the log group. */
  readonly owner?: string;
  readonly logGroup?: string;
  readonly lines: readonly Line[];
}

/** A record, or why a line of the log is none. */
export interface Line {
  readonly record?: unknown;
  readonly why?: string;
}

/**
 * A corrupt payload is thrown, so that it ends in the dead-letter queue.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#LambdaFunctionExample
 */
export function readDelivery(event: unknown): Delivery {
  try {
    const data = Buffer.from(String(textAt(event, 'awslogs.data')), 'base64');
    const { messageType, owner, logGroup, logEvents } = JSON.parse(gunzipSync(data).toString());
    // CloudTrail may deliver a record twice, and two trails may write into one group: the same text is the same event.
    const messages = new Set<string | undefined>(logEvents.map((one: unknown) => textAt(one, 'message')));
    return {
      owner,
      logGroup,
      lines: messageType === 'CONTROL_MESSAGE' ? [] : [...messages].flatMap(readLine),
    };
  } catch {
    throw new Error('The event is no gzipped delivery of CloudWatch Logs.');
  }
}

/** Nothing for a record of another event. */
function readLine(message: string | undefined): Line[] {
  try {
    const record = JSON.parse(message ?? '');
    const eventName = textAt(record, 'eventName');
    if (eventName) return isNetworkAclChange(eventName) ? [{ record }] : [];
  } catch {
    // no JSON
  }
  return [{ why: shown(message) }];
}
