import { App, CfnResource, Stack, Stage, Validations } from 'aws-cdk-lib';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { NaclChangeMonitor } from '../../src';
import { slackOf, teamsOf } from './chat-channels';
import { EMAIL, monitored, WEBHOOK, warnings } from './monitored-stack';

const NOBODY = (topic: string) =>
  `Nothing in this app subscribes to the topic ${topic}, so nobody may hear the alarm: pass subscriptions, or acknowledge this where somebody is subscribed from outside of the app. [ack: cdk-nacl-change-monitor:no-subscriber]`;

/** A monitor of a topic of the app, and what is done with that topic afterwards. */
function afterwards(subscribe: (topic: ITopic, scope: Stack) => void): Stack {
  const { stack, monitor } = monitored((scope) => ({ topic: new Topic(scope, 'Pager') }));
  subscribe(monitor.topic, stack);
  return stack;
}

test('a topic of the app to which nobody subscribes: warned', () => {
  expect(warnings(afterwards(() => {}))).toEqual([NOBODY('Security/Pager')]);
});

test('another topic has the subscriber: warned', () => {
  const stack = afterwards((_, scope) => {
    const other = new Topic(scope, 'Other');
    other.addSubscription(WEBHOOK());
    slackOf(other, scope);
  });
  expect(warnings(stack)).toEqual([NOBODY('Security/Pager')]);
});

test.each<[string, (topic: ITopic, scope: Stack) => void]>([
  ['a subscription that is added later', (topic) => topic.addSubscription(WEBHOOK())],
  ['an email address', (topic) => topic.addSubscription(EMAIL())],
  ['a Slack channel alone', slackOf],
  ['a Teams channel alone', teamsOf],
  [
    'a subscription that the topic declares itself',
    (topic) => {
      const resource = topic.node.defaultChild as CfnResource;
      resource.addPropertyOverride('Subscription', [{ Protocol: 'https', Endpoint: 'https://example.com' }]);
    },
  ],
  [
    'a subscription of no class of the CDK',
    (topic, scope) =>
      new CfnResource(scope, 'Plain', {
        type: 'AWS::SNS::Subscription',
        properties: { TopicArn: topic.topicArn, Protocol: 'sms', Endpoint: '+491700000000' },
      }),
  ],
  [
    'a subscription by the ARN of the topic',
    (topic, scope) => Topic.fromTopicArn(scope, 'Same', topic.topicArn).addSubscription(WEBHOOK()),
  ],
])('%s: not warned', (_, subscribe) => {
  expect(warnings(afterwards(subscribe))).toEqual([]);
});

test('a queue of another stack: not warned, and neither is the topic of another stack', () => {
  const app = new App();
  const [topics, queues, stack] = ['Topics', 'Queues', 'Security'].map((id) => new Stack(app, id));
  const topic = new Topic(topics, 'Pager');
  new NaclChangeMonitor(stack, 'NaclChanges', { topic });
  topic.addSubscription(new SqsSubscription(new Queue(queues, 'Inbox')));
  expect(warnings(stack)).toEqual([]);
});

test('a topic of the app that was imported by its ARN: warned all the same', () => {
  const { stack } = monitored((scope) => ({
    topic: Topic.fromTopicArn(scope, 'Same', new Topic(scope, 'Pager').topicArn),
  }));
  expect(warnings(stack)).toContain(NOBODY('Security/Same'));
});

test('a topic from outside of the app: not warned, because nobody here sees who listens', () => {
  const { stack } = monitored((scope) => ({
    topic: Topic.fromTopicArn(scope, 'T', 'arn:aws:sns:us-east-1:111122223333:pager'),
  }));
  expect(warnings(stack).join()).not.toContain('no-subscriber');
});

test('in a Stage: warned', () => {
  const stage = new Stage(new App(), 'Prod');
  const stack = new Stack(stage, 'Security');
  new NaclChangeMonitor(stack, 'NaclChanges', { topic: new Topic(stack, 'Pager') });
  expect(warnings(stack)).toEqual([NOBODY('Prod/Security/Pager')]);
});

test('the warning can be acknowledged', () => {
  const { stack, monitor } = monitored((scope) => ({ topic: new Topic(scope, 'Pager') }));
  Validations.of(monitor).acknowledge({
    id: 'cdk-nacl-change-monitor:no-subscriber',
    reason: 'the pager service subscribes itself',
  });
  expect(warnings(stack)).toEqual([]);
});
