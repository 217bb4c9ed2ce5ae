import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { type Ec2, type Filter, lookUpWith } from './look-up';
import { type Message, publishNotices } from './publish';

/** How long EC2 may take to answer: a notice does not wait longer. */
const LOOK_UP_MILLISECONDS = 3000;

/** What the functions's second argument has of use. */
interface Context {
  readonly invokedFunctionArn?: string;
}

const topics = new Map<string, SNSClient>();

/** What Lambda calls with each delivery of the subscription. */
export async function handler(event: unknown, context?: Context): Promise<void> {
  const account = context?.invokedFunctionArn?.split(':')[4];
  await publishNotices(event, {
    environment: process.env,
    publish,
    lookUp: process.env.LOOK_UP === 'true' ? lookUpWith(ec2(), account, LOOK_UP_MILLISECONDS) : undefined,
    log: (line) => process.stdout.write(`${line}\n`),
  });
}

/** A topic may be in another region than the function. */
async function publish(message: Message): Promise<unknown> {
  const region = message.TopicArn.split(':')[3];
  const client = topics.get(region) ?? new SNSClient({ region });
  topics.set(region, client);
  return client.send(new PublishCommand(message));
}

/** The runtime has EC2's client. It is large, so that it is loaded for a look-up only. */
function ec2(): Ec2 {
  const call = async (command: string, region: string, Filters: Filter[], abortSignal: AbortSignal) => {
    const sdk = require('@aws-sdk/client-ec2');
    return new sdk.EC2Client({ region, maxAttempts: 1 }).send(new sdk[command]({ Filters }), { abortSignal });
  };
  return {
    describeNetworkAcls: (...args) => call('DescribeNetworkAclsCommand', ...args),
    describeSubnets: (...args) => call('DescribeSubnetsCommand', ...args),
  };
}
