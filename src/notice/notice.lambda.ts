import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { type Describe, lookUpWith } from './look-up';
import { publishNotices } from './publish';

/** How long EC2 may take to answer: a notice does not wait longer. */
const LOOK_UP_MILLISECONDS = 3000;

/** What Lambda calls with each delivery of the subscription. */
export async function handler(event: unknown): Promise<void> {
  await publishNotices(event, {
    environment: process.env,
    // A topic may be in another region than the function.
    publish: (message) =>
      new SNSClient({ region: message.TopicArn.split(':')[3] }).send(new PublishCommand(message)),
    lookUp: process.env.LOOK_UP === 'true' ? lookUpWith(describe, LOOK_UP_MILLISECONDS) : undefined,
    log: (line) => process.stdout.write(`${line}\n`),
  });
}

/** What a filter takes. @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkAcls.html */
const MOST_VALUES = 200;

/** The runtime has EC2's client. It is large, so that it is loaded for a look-up only. */
const describe: Describe = async (region, command, Name, values) => {
  const sdk = require('@aws-sdk/client-ec2');
  const Filters = [{ Name, Values: [...values].slice(0, MOST_VALUES) }];
  return new sdk.EC2Client({ region }).send(new sdk[`${command}Command`]({ Filters }));
};
