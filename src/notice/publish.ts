import { chatMessage } from './chat';
import { readDelivery } from './delivery';
import { digestText } from './digest';
import { ignoredBy, ignoredMetric } from './ignored';
import type { LookUp } from './look-up';
import { noticeOf, unreadable } from './notice';
import { type MessageAttribute, messageAttributes } from './raw';

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
  readonly lookUp?: LookUp;
  log(line: string): void;
}

/**
 * From a delivery of CloudWatch Logs to messages in the topics. Everything is tried before an error is thrown; then Lambda
 * tries the delivery again, and after that it is in the dead-letter queue. So a message may arrive twice, and none is lost here.
 */
export async function publishNotices(event: unknown, around: Surroundings): Promise<void> {
  const {
    METRIC_NAMESPACE,
    AWS_REGION: region,
    IGNORE_PRINCIPALS,
    TOPIC_ARN,
    CHAT_TOPIC_ARN,
  } = around.environment;
  const { lines, owner, logGroup: name } = readDelivery(event);
  const isIgnored = ignoredBy(IGNORE_PRINCIPALS);
  const wanted = lines.filter(({ record }) => !isIgnored(record));
  if (METRIC_NAMESPACE && wanted.length < lines.length) {
    around.log(ignoredMetric(METRIC_NAMESPACE, lines.length - wanted.length));
  }
  if (wanted.length === 0) return;

  const logGroup = name && region ? { name, region } : undefined;
  const lookedUp = await around.lookUp?.(
    wanted.map(({ record }) => record),
    owner,
  );
  const notices = wanted.map(({ record, why = '' }) =>
    record ? noticeOf(record, { logGroup, lookedUp: lookedUp?.(record) }) : unreadable(why),
  );
  const { subject, body } = digestText(notices, logGroup);
  const MessageAttributes = messageAttributes(notices, logGroup);
  const { notices: _, ...filtered } = MessageAttributes; // the chat reads the message alone
  const chat = JSON.stringify(chatMessage(notices, logGroup));
  const failures: unknown[] = [];
  for (const message of [
    { TopicArn: TOPIC_ARN, Subject: subject, Message: body, MessageAttributes },
    { TopicArn: CHAT_TOPIC_ARN, Message: chat, MessageAttributes: filtered },
  ].slice(0, CHAT_TOPIC_ARN ? 2 : 1)) {
    await around.publish(message as Message).catch((error) => failures.push(error));
  }
  if (failures.length > 0)
    throw new Error(`Not published, ${notices.length} changes: ${failures.join('; ')}`);
}
