import type { AwsCli, Output } from './aws-cli';

/** The notifications in a queue that is subscribed to a topic, each as CloudWatch wrote it. */
export async function receive(aws: AwsCli, url: string, waitSeconds: number): Promise<Output[]> {
  const messages = await receiveFromTopic(aws, url, waitSeconds);
  return messages.map(({ Message }) => JSON.parse(Message));
}

/** The same as SNS wrote it: with subject, text and message attributes. */
export async function receiveFromTopic(aws: AwsCli, url: string, waitSeconds: number): Promise<Output[]> {
  const limits = ['--max-number-of-messages', '10', '--wait-time-seconds', String(waitSeconds)];
  const answer = await aws.run('sqs', 'receive-message', '--queue-url', url, ...limits);
  const messages: Output[] = answer?.Messages ?? [];
  for (const { ReceiptHandle } of messages) {
    await aws.run('sqs', 'delete-message', '--queue-url', url, '--receipt-handle', ReceiptHandle);
  }
  return messages.map((message) => JSON.parse(message.Body));
}

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
    await aws.run('sns', 'subscribe', '--topic-arn', topicArn, ...endpoint);
    return new ListeningQueue(aws, QueueUrl);
  }

  private constructor(
    private readonly aws: AwsCli,
    private readonly url: string,
  ) {}

  /** The notifications that came since the last call, each as CloudWatch wrote it; waits for the first one on request. */
  public async receive(waitSeconds = 0): Promise<Output[]> {
    return receive(this.aws, this.url, waitSeconds);
  }

  /** The same as SNS wrote them: with subject, text and message attributes. */
  public async receiveFromTopic(waitSeconds = 0): Promise<Output[]> {
    return receiveFromTopic(this.aws, this.url, waitSeconds);
  }
}
