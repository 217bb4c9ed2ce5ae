import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { makeDashboard, saveQuery } from './changes-query';
import { alarmOfLostNotices } from './notice-alarms';
import { makeDeadLetterQueue, makeFunction } from './notice-function';
import type { NaclChangeNoticeOptions } from './notice-options';
import { warnOfUnreadNotices } from './notice-readers';
import type { Removal } from './removal';
import { feedFunction, refuseThirdFilter } from './subscription-filter';
import { makeTopic, subscribe } from './topic';

/** What notices have in common with the monitor that they belong to. */
export interface Monitored {
  readonly logGroup: ILogGroup;
  readonly metric: Metric;
  readonly metricNamespace: string;
  /** Told when notices are lost. */
  readonly alarmTopic: ITopic;
  readonly key: () => IKey;
  readonly removal: Removal;
}

export interface NoticeParts {
  readonly topic: ITopic;
  readonly chatTopic?: ITopic;
  readonly deadLetterQueue: IQueue;
}

/** From the log group to whoever reads: subscription filter, function, topics, and alarms on what gets lost between. */
export function makeNotices(
  monitor: Construct,
  options: NaclChangeNoticeOptions,
  monitored: Monitored,
): NoticeParts {
  const scope = new Construct(monitor, 'Notices');
  const key = monitored.key();
  const topic = options.topic ?? makeTopic(scope, key);
  subscribe(topic, options.subscriptions ?? []);
  const wantsChat = options.chat ?? options.chatTopic !== undefined;
  const chatTopic =
    options.chatTopic ?? (wantsChat ? makeTopic(new Construct(scope, 'Chat'), key) : undefined);

  const deadLetterQueue = makeDeadLetterQueue(scope);
  const made = makeFunction(scope, {
    key,
    deadLetterQueue,
    topics: [topic, ...(chatTopic ? [chatTopic] : [])],
    environment: {
      TOPIC_ARN: topic.topicArn,
      CHAT_TOPIC_ARN: chatTopic?.topicArn,
      METRIC_NAMESPACE: monitored.metricNamespace,
    },
    ignorePrincipals: options.ignorePrincipals ?? [],
    lookUp: options.lookUp ?? false,
    removalPolicy: monitored.removal.ofOthers,
  });
  const filter = feedFunction(scope, monitored.logGroup, made);
  refuseThirdFilter(filter, monitored.logGroup);
  alarmOfLostNotices(scope, monitored.logGroup, deadLetterQueue, monitored.alarmTopic);
  warnOfUnreadNotices(filter, topic, chatTopic);
  if (options.savedQuery) saveQuery(scope, monitored.logGroup);
  if (options.dashboard) makeDashboard(scope, monitored.logGroup, monitored.metric);
  return { topic, chatTopic, deadLetterQueue };
}
