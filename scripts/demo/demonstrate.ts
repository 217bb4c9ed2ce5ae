import { randomBytes } from 'node:crypto';
import type { AwsCli, Output } from '../../emulator/aws-cli';
import type { Link } from '../../emulator/chain';
import { type CloudFormationTemplate, DeployedStack } from '../../emulator/deploy';
import { auditLinks } from '../../emulator/links';
import { receiveFromTopic } from '../../emulator/listening-queue';
import { Network } from '../../emulator/network-acl-changes';
import { until } from '../../emulator/until';
import type { DemoAccount } from './account';
import type { CleanUps } from './clean-ups';
import { commandLine } from './command-line';
import type { Interruption } from './interruption';
import { removeStack } from './remove-stack';
import { step as say } from './step';
import { type Flag, synthesizeExample } from './synthesize-example';

/** What is said in the end, when all is cleaned up, and the exit status. */
export interface Verdict {
  readonly text: string;
  readonly status: number;
}

/** The same for the emulator and for AWS itself, but for the patience: CloudTrail delivers within some minutes. */
export async function demonstrate(
  { aws, letTheAlarmComeBack }: DemoAccount,
  cleanUps: CleanUps,
  interruption: Interruption,
): Promise<Verdict> {
  const step = <T>(title: string, work: () => Promise<T>): Promise<T> => {
    interruption.throwIfHappened();
    return say(title, work);
  };
  const name = `nacl-change-monitor-demo-${randomBytes(3).toString('hex')}`;

  const { template, flagged } = await step('synthesize examples/typescript', synthesizeExample);
  process.stdout.write(`\n${flagged.map(flagOf).join('\n')}\n\n`);
  const stack = new DeployedStack(aws, name);
  // An emulator is stopped with all that is in it.
  const removeLater = (what: string, remove: () => Promise<unknown>) => {
    if (!aws.isEmulator) cleanUps.add(what, remove);
  };
  removeLater(`delete ${name} and what it retains`, () => removeStack(aws, stack));
  await step(`deploy it as ${name}`, () => stack.create(template));
  const { trail, queue } = await partsOf(stack, template);

  const links = await step('audit it with the commands of the benchmark', () => auditLinks(aws, trail));
  process.stdout.write(`\n${links.map(lineOf).join('\n')}\n\n`);

  const network = await step('make a VPC', () => Network.make(aws));
  removeLater('delete the VPC and its network ACL', () => network.remove());
  await step('aws ec2 create-network-acl', () => network.createNetworkAcl());
  // No subnet uses it: nothing is opened.
  await step('aws ec2 create-network-acl-entry', () => network.createNetworkAclEntry());
  const { alarm, notice } = await step('wait for the alarm and the notice', () => firstMessages(aws, queue));
  process.stdout.write(`\n${textOf(alarm)}\n\n${textOfNotice(notice)}\n\n`);

  const audited = await step(`nacl-change-monitor audit --output ${REPORT}`, () =>
    commandLine(aws, 'audit', '--output', REPORT),
  );
  process.stdout.write(`\n${indented(audited)}\n\n`);
  await letTheAlarmComeBack?.();
  const drilled = await step('nacl-change-monitor drill --yes', () => commandLine(aws, 'drill', '--yes'));
  process.stdout.write(`\n${indented(drilled)}\n\n`);
  return verdictOf(links, aws.isEmulator);
}

/** Left to be opened. */
const REPORT = 'demo-report.html';

function indented(text: string): string {
  return text.trim().replace(/^(?=.)/gm, '  ');
}

async function partsOf(stack: DeployedStack, template: CloudFormationTemplate) {
  const resources = await stack.resources();
  const physicalId = (type: string, logicalId = /./) => {
    const resource = resources.find((one) => one.type === type && logicalId.test(one.logicalId));
    if (!resource) {
      throw new Error(`the stack has no ${type} among ${Object.keys(template.Resources).join(', ')}`);
    }
    return resource.physicalId;
  };
  return { trail: physicalId('AWS::CloudTrail::Trail'), queue: physicalId('AWS::SQS::Queue', /^Alarms/) };
}

interface Messages {
  /** As CloudWatch wrote it. */
  readonly alarm: Output;
  /** As SNS wrote it. */
  readonly notice: Output;
}

/** They come through one queue, in any order; the alarm may tell of another state first. */
function firstMessages(aws: AwsCli, queue: string): Promise<Messages> {
  const [minutes, longPoll] = aws.isEmulator ? [0.5, 1] : [25, 20];
  let [alarm, notice]: Output[] = [];
  return until('the two messages in the queue', minutes * 60, 0, async () => {
    for (const message of await receiveFromTopic(aws, queue, longPoll)) {
      const eventName = message.MessageAttributes?.eventName?.Value;
      if (eventName === 'CreateNetworkAclEntry') notice ??= message;
      if (eventName !== undefined) continue;
      const { NewStateValue } = JSON.parse(message.Message);
      if (NewStateValue === 'ALARM') alarm ??= JSON.parse(message.Message);
    }
    return alarm && notice ? { alarm, notice } : undefined;
  });
}

function verdictOf(links: readonly Link[], onEmulator: boolean): Verdict {
  const broken = links.find((link) => link.state !== 'holds');
  if (broken) {
    return { text: `Not sound: link ${broken.number} does not hold, ${broken.why}.`, status: 1 };
  }
  const sound = 'Sound: all eight links hold, and the change was told.';
  const report = `Open ${REPORT} in a browser: the chain, link by link.`;
  const next = 'Next: put a monitor into an app of yours, as examples/typescript/app.ts does.';
  const proof = 'What no emulator can prove, the same in an account of yours does: npm run demo -- --aws';
  return { text: [sound, report, next, ...(onEmulator ? [proof] : [])].join('\n'), status: 0 };
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
    '  The alarm that came out of the queue of the stack, as the control asks for it:',
    `    alarm   ${message.AlarmName}`,
    `    state   ${message.OldStateValue} -> ${message.NewStateValue}`,
    `    reason  ${message.NewStateReason}`,
    `    metric  ${message.Trigger.Namespace} ${message.Trigger.MetricName}`,
    `    where   account ${message.AWSAccountId}, ${message.Region}`,
  ].join('\n');
}

/** The words of the notice without its links, which end at consoles that an emulator has not. */
function textOfNotice({ Subject, Message }: Output): string {
  const paragraphs: string[] = Message.trim().split('\n\n');
  const words = paragraphs.filter((one) => !one.includes('https://')).join('\n\n');
  return ['  The notice beside it:', Subject, '', words].join('\n').replace(/\n(?=.)/g, '\n    ');
}
