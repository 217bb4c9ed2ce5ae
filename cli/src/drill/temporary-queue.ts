import { SNSClient, SubscribeCommand, UnsubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { parseArn } from '../../../src/field/arn';
import type { Session } from '../live/session';
import type { Cleanup } from './cleanup';
import type { AlarmName } from './drilled-chain';

/** A queue that listens to the topic for as long as the drill takes. */
export class TemporaryQueue {
  public static async subscribe(
    id: string,
    topicArn: string,
    session: Session,
    cleanup: Cleanup,
  ): Promise<TemporaryQueue> {
    const { partition, region, account } = parseArn(topicArn) ?? { partition: '', region: '', account: '' };
    const sqs = session.client(SQSClient, region);
    const sns = session.client(SNSClient, region);
    const queueArn = `arn:${partition}:sqs:${region}:${account}:${id}`;
    let url: string | undefined;
    const find = `"$(aws sqs get-queue-url --region ${region} --queue-name ${id} --query QueueUrl --output text)"`;
    const { QueueUrl } = await cleanup.make(
      {
        what: `queue "${id}"`,
        command: `aws sqs delete-queue --region ${region} --queue-url ${find}`,
        remove: async () => {
          if (url === undefined) throw new Error('its creation gave no answer');
          await sqs.send(new DeleteQueueCommand({ QueueUrl: url }));
        },
      },
      () =>
        sqs.send(
          new CreateQueueCommand({
            QueueName: id,
            Attributes: {
              // Keys of KMS would have to let SNS use them: https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html
              SqsManagedSseEnabled: 'true',
              MessageRetentionPeriod: '3600',
              Policy: JSON.stringify(queuePolicy(queueArn, topicArn, account)),
            },
          }),
        ),
    );
    url = QueueUrl ?? '';
    let subscriptionArn: string | undefined;
    const list = `aws sns list-subscriptions-by-topic --region ${region} --topic-arn ${topicArn} --query "Subscriptions[?Endpoint=='${queueArn}'].SubscriptionArn" --output text`;
    const { SubscriptionArn } = await cleanup.make(
      {
        what: `subscription of queue "${id}"`,
        command: `aws sns unsubscribe --region ${region} --subscription-arn "$(${list})"`,
        remove: async () => {
          if (subscriptionArn === undefined) throw new Error('its creation gave no answer');
          await sns.send(new UnsubscribeCommand({ SubscriptionArn: subscriptionArn }));
        },
      },
      () =>
        sns.send(
          new SubscribeCommand({
            TopicArn: topicArn,
            Protocol: 'sqs',
            Endpoint: queueArn,
            ReturnSubscriptionArn: true,
          }),
        ),
    );
    subscriptionArn = SubscriptionArn ?? '';
    return new TemporaryQueue(sqs, url);
  }

  private constructor(
    private readonly client: SQSClient,
    private readonly url: string,
  ) {}

  /** Whether the topic has told that the alarm went to ALARM. */
  public async heard(alarm: AlarmName): Promise<boolean> {
    const { Messages = [] } = await this.client.send(
      new ReceiveMessageCommand({ QueueUrl: this.url, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
    );
    return Messages.some(({ Body = '' }) => isNotification(Body, alarm));
  }
}

/** https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html, for this topic alone. */
function queuePolicy(queueArn: string, topicArn: string, account: string) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Condition: {
          ArnEquals: { 'aws:SourceArn': topicArn },
          StringEquals: { 'aws:SourceAccount': account },
        },
      },
    ],
  };
}

/**
 * Others may publish to the topic while the drill listens, such as the alarms of other accounts, which are called the same
 * where a stack set made them. Those of other regions cannot notify it.
 */
function isNotification(body: string, { name, account }: AlarmName): boolean {
  try {
    const { AlarmName, AWSAccountId, NewStateValue } = JSON.parse(JSON.parse(body).Message);
    return AlarmName === name && AWSAccountId === account && NewStateValue === 'ALARM';
  } catch {
    return false;
  }
}
