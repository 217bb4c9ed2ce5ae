import type { AwsCli, Output } from './aws-cli';

/** An SQS queue that is subscribed to a topic: a listener whose messages can be read back. */
export class ListeningQueue {
  public static async subscribe(aws: AwsCli, name: string, topicArn: string): Promise<ListeningQueue> {
    const [, partition, , region, account] = topicArn.split(':');
    const queueArn = `arn:${partition}:sqs:${region}:${account}:${name}`;
    const statement = {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: queueArn,
      Condition: { ArnEquals: { 'aws:SourceArn': topicArn } },
    };
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    const attributes = ['--attributes', JSON.stringify({ Policy: policy })];
    const { QueueUrl } = await aws.run('sqs', 'create-queue', '--queue-name', name, ...attributes);
    const endpoint = ['--protocol', 'sqs', '--notification-endpoint', queueArn];
    const { SubscriptionArn } = await aws.run('sns', 'subscribe', '--topic-arn', topicArn, ...endpoint);
    return new ListeningQueue(aws, QueueUrl, SubscriptionArn);
  }

  private constructor(
    private readonly aws: AwsCli,
    private readonly url: string,
    private readonly subscriptionArn: string,
  ) {}

  /** The notifications that came since the last call, each as CloudWatch wrote it; waits for the first one on request. */
  public async receive(waitSeconds = 0): Promise<Output[]> {
    const limits = ['--max-number-of-messages', '10', '--wait-time-seconds', String(waitSeconds)];
    const answer = await this.aws.run('sqs', 'receive-message', '--queue-url', this.url, ...limits);
    const messages: Output[] = answer?.Messages ?? [];
    for (const message of messages) {
      const receipt = ['--receipt-handle', message.ReceiptHandle];
      await this.aws.run('sqs', 'delete-message', '--queue-url', this.url, ...receipt);
    }
    return messages.map((message) => JSON.parse(JSON.parse(message.Body).Message));
  }

  public async remove(): Promise<void> {
    await this.aws.run('sns', 'unsubscribe', '--subscription-arn', this.subscriptionArn);
    await this.aws.run('sqs', 'delete-queue', '--queue-url', this.url);
  }
}
