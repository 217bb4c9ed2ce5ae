import { chatMessage } from './chat';
import { type Delivery, readDelivery } from './delivery';
import { digestText } from './digest';
import { ignoredBy, ignoredMetric } from './ignored';
import type { LookUp } from './look-up';
import type { LogGroup } from './links';
import { type Notice, noticeOf, unreadable } from './notice';
import { messageAttributes, type MessageAttribute } from './raw';

/** What SNS is asked to publish. */
export interface Message {
  readonly TopicArn: string;
  readonly Message: string;
  readonly Subject?: string;
  readonly MessageAttributes?: Record<string, MessageAttribute>;
}

/** What the function has around it. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  publish(message: Message): Promise<unknown>;
  /** Asks EC2 about the records of an account; never throws. */
  lookUp?: LookUp;
  log(line: string): void;
}

/**
 * From a delivery of CloudWatch Logs to messages in the topics. Everything is tried before an error is thrown; then Lambda
 * tries the delivery again, and after that it is in the dead-letter queue. So a message may arrive twice, and none is lost here.
 */
export async function publishNotices(event: unknown, around: Surroundings): Promise<void> {
  const { environment } = around;
  const delivery = readDelivery(event);
  const isIgnored = ignoredPrincipals(around);
  const wanted = delivery.lines.filter((line) => !('record' in line && isIgnored(line.record)));
  const ignored = delivery.lines.length - wanted.length;
  if (ignored > 0 && environment.METRIC_NAMESPACE) {
    around.log(ignoredMetric(environment.METRIC_NAMESPACE, ignored, Date.now()));
  }
  if (wanted.length === 0) return;

  const region = environment.AWS_REGION;
  const logGroup = delivery.logGroup !== undefined && region ? { name: delivery.logGroup, region } : undefined;
  const notices = await noticesOf(wanted, delivery, logGroup, around);
  const failures: string[] = [];
  for (const message of messagesFor(notices, logGroup, environment)) {
    try {
      await around.publish(message);
    } catch (error) {
      failures.push(`${message.TopicArn}: ${error instanceof Error ? `${error.name}: ${error.message}` : error}`);
    }
  }
  if (failures.length > 0) {
    throw new Error(`${notices.length} changes could not be published to ${failures.join('; ')}`);
  }
}

async function noticesOf(
  lines: Delivery['lines'],
  { owner }: Delivery,
  logGroup: LogGroup | undefined,
  { lookUp }: Surroundings,
): Promise<Notice[]> {
  const records = lines.flatMap((line) => ('record' in line ? [line.record] : []));
  const lookedUp = await lookUp?.(records, owner);
  return lines.map((line) =>
    'record' in line
      ? noticeOf(line.record, { logGroup, lookedUp: lookedUp?.(line.record) })
      : unreadable(line.why),
  );
}

function messagesFor(
  notices: readonly Notice[],
  logGroup: LogGroup | undefined,
  { TOPIC_ARN, CHAT_TOPIC_ARN }: Surroundings['environment'],
): Message[] {
  const messages: Message[] = [];
  const MessageAttributes = messageAttributes(notices, logGroup);
  if (TOPIC_ARN) {
    const { subject, body } = digestText(notices, logGroup);
    messages.push({ TopicArn: TOPIC_ARN, Subject: subject, Message: body, MessageAttributes });
  }
  if (CHAT_TOPIC_ARN) {
    // The same attributes, so that a channel can filter too; the chat reads the message alone.
    const { notices: _, ...filtered } = MessageAttributes;
    messages.push({
      TopicArn: CHAT_TOPIC_ARN,
      Message: JSON.stringify(chatMessage(notices, logGroup)),
      MessageAttributes: filtered,
    });
  }
  if (messages.length === 0) throw new Error('There is no topic to publish to: TOPIC_ARN and CHAT_TOPIC_ARN are not set.');
  return messages;
}

/** A setting that cannot be read holds no notice back. */
function ignoredPrincipals({ environment, log }: Surroundings): (record: unknown) => boolean {
  try {
    return ignoredBy(environment.IGNORE_PRINCIPALS);
  } catch (error) {
    log(`Nobody is ignored: ${(error as Error).message}`);
    return () => false;
  }
}
