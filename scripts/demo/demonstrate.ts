import { randomBytes } from 'node:crypto';
import type { AwsCli, Output } from '../../emulator/aws-cli';
import type { Link } from '../../emulator/chain';
import { type CloudFormationTemplate, DeployedStack } from '../../emulator/deploy';
import { auditLinks } from '../../emulator/links';
import { ListeningQueue } from '../../emulator/listening-queue';
import { Network } from '../../emulator/network-acl-changes';
import { until } from '../../emulator/until';
import type { CleanUps } from './clean-ups';
import type { Interruption } from './interruption';
import { removeStack } from './remove-stack';
import { step as say } from './step';
import { type Flag, synthesizeExample } from './synthesize-example';

/** The same for the emulator and for AWS itself, but for the patience: CloudTrail delivers within some minutes. */
export async function demonstrate(
  aws: AwsCli,
  cleanUps: CleanUps,
  interruption: Interruption,
): Promise<number> {
  const step = <T>(title: string, work: () => Promise<T>): Promise<T> => {
    interruption.throwIfHappened();
    return say(title, work);
  };
  const name = `nacl-change-monitor-demo-${randomBytes(3).toString('hex')}`;

  const { template, flagged } = await step('synthesize examples/typescript', synthesizeExample);
  process.stdout.write(`\n${flagged.map(flagOf).join('\n')}\n\n`);
  const stack = new DeployedStack(aws, name);
  cleanUps.add(`delete ${name} and what it retains`, aws.isEmulator, () => removeStack(aws, stack));
  await step(`deploy it as ${name}`, () => stack.create(template));
  const { trail, topic } = await partsOf(stack, template);
  const queue = await step('subscribe a queue to the topic', () =>
    ListeningQueue.subscribe(aws, name, topic),
  );
  cleanUps.add('delete the queue', aws.isEmulator, () => queue.remove());

  const links = await step('audit it with the commands of the benchmark', () => auditLinks(aws, trail));
  process.stdout.write(`\n${links.map(lineOf).join('\n')}\n\n`);

  const network = await step('make a VPC', () => Network.make(aws));
  cleanUps.add('delete the VPC and its network ACL', aws.isEmulator, () => network.remove());
  await step('aws ec2 create-network-acl', () => network.createNetworkAcl());
  const message = await step('wait for the message', () => firstAlarm(aws, queue));
  process.stdout.write(`\n${textOf(message)}\n\n`);
  return links.every((link) => link.state === 'holds') ? 0 : 1;
}

async function partsOf(stack: DeployedStack, template: CloudFormationTemplate) {
  const resources = await stack.resources();
  const physicalId = (type: string) => {
    const resource = resources.find((one) => one.type === type);
    if (!resource) {
      throw new Error(`the stack has no ${type} among ${Object.keys(template.Resources).join(', ')}`);
    }
    return resource.physicalId;
  };
  return { trail: physicalId('AWS::CloudTrail::Trail'), topic: physicalId('AWS::SNS::Topic') };
}

/** The alarm may tell of another state first. */
function firstAlarm(aws: AwsCli, queue: ListeningQueue): Promise<Output> {
  const [minutes, longPoll] = aws.isEmulator ? [0.5, 1] : [25, 20];
  return until('the message in the queue', minutes * 60, 0, async () => {
    const messages = await queue.receive(longPoll);
    return messages.find((message) => message.NewStateValue === 'ALARM');
  });
}

function flagOf({ stack, text }: Flag): string {
  return `  Stack ${stack} is flagged:\n    ${text}`;
}

function lineOf(link: Link): string {
  const mark = { holds: '✓', broken: '✗', 'not reached': '-' }[link.state];
  const reason = link.state === 'holds' ? '' : ` (${link.why})`;
  return `  ${mark} ${link.number} ${link.title}\n      ${link.resource}${reason}`;
}

function textOf(message: Output): string {
  return [
    '  The message that came out of the queue:',
    `    alarm   ${message.AlarmName}`,
    `    state   ${message.OldStateValue} -> ${message.NewStateValue}`,
    `    reason  ${message.NewStateReason}`,
    `    metric  ${message.Trigger.Namespace} ${message.Trigger.MetricName}`,
    `    where   account ${message.AWSAccountId}, ${message.Region}`,
  ].join('\n');
}
