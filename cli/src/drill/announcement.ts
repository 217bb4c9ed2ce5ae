import { wrap } from '../wrap';
import type { DrilledChain } from './drilled-chain';

/** What sets the chain off. */
export type Trigger =
  | { readonly from: 'log-group' }
  | { readonly from: 'trail'; readonly vpc: string; readonly region: string };

/** What a drill is about to do, what it costs and who hears of it. */
export function announcement(
  { logGroup, topicArn, subscribers, alarm }: DrilledChain,
  trigger: Trigger,
  /** Which is drilled: where its log group is another's, that says nothing of it. */
  account: string,
  id: string,
  timeoutSeconds: number,
  columns?: number,
): string {
  const does =
    trigger.from === 'log-group'
      ? `writes one event that is marked as a drill into log group "${logGroup.name}", in a log stream of its own, "${id}"`
      : `creates an empty network ACL in ${trigger.vpc} (${trigger.region}) and deletes it at once, so that CloudTrail records it`;
  const confirmed = subscribers.filter(({ isConfirmed }) => isConfirmed);
  const pending = subscribers.length - confirmed.length;
  const who = confirmed.map(({ protocol, endpoint }) => `${protocol} ${endpoint}`);
  const paragraphs = [
    `This drill of account ${account} ${does}, and watches until alarm "${alarm.name}" has rung or ${timeoutSeconds} s have passed.`,
    `For that time it subscribes a queue of its own, "${id}", to topic ${topicArn}. In the end it removes all that it made.`,
    who.length > 0
      ? `Will be notified: ${who.join(', ')}.${pending > 0 ? ` ${pending} more of the topic will not, for want of confirmation.` : ''} Tell them before.`
      : 'Nobody else will be notified: the topic has no confirmed subscription.',
    'It costs less than a cent, in calls to CloudWatch, SNS and SQS: https://aws.amazon.com/cloudwatch/pricing/',
  ];
  return `${paragraphs.map((text) => wrap(text, columns)).join('\n')}\n`;
}
