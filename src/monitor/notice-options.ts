import type { ITopic, ITopicSubscription } from 'aws-cdk-lib/aws-sns';

/**
 * Options of the notices of a `NaclChangeMonitor`, which say of every change who changed which network ACL, how, where
 * and from where.
 *
 * The control's alarm stays as it is. Pass `subscriptions`, or a `topic` that has some, or ask for a chat.
 *
 * @see https://github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor/blob/main/docs/notices.md#turning-it-on
 *
 * @example
 * const readers: NaclChangeNoticeOptions = {
 *   subscriptions: [new subscriptions.EmailSubscription('network@example.com')],
 *   ignorePrincipals: ['arn:aws:iam::*:role/pipelines/*'],
 * };
 */
export interface NaclChangeNoticeOptions {
  /**
   * Who reads the notices: subscriptions of `aws-cdk-lib/aws-sns-subscriptions`.
   *
   * A filter policy on the message attributes, such as `risk`, lets one subscription page and another one read.
   *
   * @default - none: then `topic` or a chat is required
   */
  readonly subscriptions?: ITopicSubscription[];

  /**
   * An existing SNS topic that gets the notices as text, and is not FIFO.
   *
   * It may be the topic of the alarm. The policy and the key of an imported topic of another account have to allow the
   * function's role.
   *
   * @default - a topic is made, encrypted and TLS only
   */
  readonly topic?: ITopic;

  /**
   * Whether the notices go to a topic for a channel of Slack or Teams too.
   *
   * The topic is `noticeChatTopic` of the monitor, for the channel configuration of Amazon Q Developer in chat
   * applications. Chat and text need topics of their own, because a channel drops text and a mail shows JSON.
   *
   * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
   * @default - true where `chatTopic` is passed, else false
   */
  readonly chat?: boolean;

  /**
   * An existing SNS topic that a channel of Slack or Teams watches, and which is not FIFO.
   *
   * It must be another one than `topic`. It may be the topic of the alarm.
   *
   * @default - a topic is made where `chat` is true, encrypted and TLS only
   */
  readonly chatTopic?: ITopic;

  /**
   * Roles whose changes nobody needs to read about, such as those of pipelines: patterns of role ARNs, in which `*`
   * stands for any text.
   *
   * The control's alarm still goes off for them. An ignored change stays in the log group, and is counted as
   * `IgnoredNetworkAclChanges` in the namespace of the monitor's metric. A pattern that means every role is refused.
   *
   * @default - none: a notice for every change
   */
  readonly ignorePrincipals?: string[];

  /**
   * Whether the function may look up subnet, VPC and whether an ACL is the default one, in its own account.
   *
   * It gives the function `ec2:DescribeNetworkAcls` and `ec2:DescribeSubnets`. A look-up that fails holds no notice back.
   *
   * @default false
   */
  readonly lookUp?: boolean;

  /**
   * Whether a CloudWatch dashboard is made that lists the changes of its time range and counts them.
   *
   * @default false
   */
  readonly dashboard?: boolean;

  /**
   * Whether a query is saved in CloudWatch Logs Insights that lists the changes, such as the history of a deleted rule.
   *
   * @default false
   */
  readonly savedQuery?: boolean;
}
