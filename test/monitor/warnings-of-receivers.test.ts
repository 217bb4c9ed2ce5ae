import { App, Stack, Validations } from 'aws-cdk-lib';
import { Code, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription, SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { CfnQueuePolicy, Queue } from 'aws-cdk-lib/aws-sqs';
import { NaclChangeMonitor, type NaclChangeMonitorProps } from '../../src';
import { monitored, warnings } from './monitored-stack';

const QUEUE = 'arn:aws:sqs:eu-central-1:111122223333:inbox';
const FUNCTION = 'arn:aws:lambda:eu-central-1:444455556666:function:page';
const HERE = { env: { account: '111122223333', region: 'eu-central-1' } };

const QUEUE_WARNING =
  'The policy of the imported queue Security/Inbox cannot be extended from here: see that it allows sns.amazonaws.com sqs:SendMessage. [ack: cdk-nacl-change-monitor:imported-queue-policy]';
const FUNCTION_WARNING =
  'The policy of the imported function Security/Page cannot be extended from here: see that it allows sns.amazonaws.com lambda:InvokeFunction. [ack: cdk-nacl-change-monitor:imported-function-policy]';

type Props = (stack: Stack) => Partial<NaclChangeMonitorProps>;

const importedQueue: Props = (stack) => ({
  subscriptions: [new SqsSubscription(Queue.fromQueueArn(stack, 'Inbox', QUEUE))],
});

test.each<[string, Props, string]>([
  ['queue', importedQueue, QUEUE_WARNING],
  [
    'function of another account',
    (stack) => ({
      subscriptions: [
        new LambdaSubscription(Lambda.fromFunctionAttributes(stack, 'Page', { functionArn: FUNCTION })),
      ],
    }),
    FUNCTION_WARNING,
  ],
])('an imported %s: says what its policy has to allow', (_, props, warning) => {
  expect(warnings(monitored(props, HERE).stack)).toEqual([warning]);
});

test('an imported queue on a topic that was passed: warned as well', () => {
  const { stack } = monitored((scope) => ({
    ...importedQueue(scope),
    topic: Topic.fromTopicArn(scope, 'T', 'arn:aws:sns:eu-central-1:111122223333:pager'),
  }));
  expect(warnings(stack)).toContain(QUEUE_WARNING);
});

test('a subscription to a queue that is nothing but an ARN: warned of the ARN', () => {
  const { stack, monitor } = monitored();
  new CfnSubscription(stack, 'Plain', { topicArn: monitor.topic.topicArn, protocol: 'sqs', endpoint: QUEUE });
  expect(warnings(stack)).toEqual([
    `The policy of the imported queue "${QUEUE}" cannot be extended from here: see that it allows sns.amazonaws.com sqs:SendMessage. [ack: cdk-nacl-change-monitor:imported-queue-policy]`,
  ]);
});

test.each<[string, Props]>([
  ['a queue of the app', (stack) => ({ subscriptions: [new SqsSubscription(new Queue(stack, 'Inbox'))] })],
  [
    'a function of the app',
    (stack) => ({
      subscriptions: [
        new LambdaSubscription(
          new Lambda(stack, 'Page', {
            runtime: Runtime.NODEJS_22_X,
            handler: 'index.handler',
            code: Code.fromInline('exports.handler = async () => {}'),
          }),
        ),
      ],
    }),
  ],
  [
    'an imported queue with a policy of the app',
    (stack) => {
      new CfnQueuePolicy(stack, 'Policy', {
        queues: ['https://sqs.eu-central-1.amazonaws.com/111122223333/inbox'],
        policyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'sns.amazonaws.com' },
              Action: 'sqs:SendMessage',
              Resource: QUEUE,
            },
          ],
        },
      });
      return importedQueue(stack);
    },
  ],
  [
    'an imported function of the same account, to which the subscription adds a permission',
    (stack) => ({
      subscriptions: [
        new LambdaSubscription(
          Lambda.fromFunctionArn(stack, 'Page', FUNCTION.replace('444455556666', '111122223333')),
        ),
      ],
    }),
  ],
])('%s: not warned', (_, props) => {
  expect(warnings(monitored(props, HERE).stack)).toEqual([]);
});

test('a queue of another stack: not warned', () => {
  const app = new App();
  const stack = new Stack(app, 'Security');
  new NaclChangeMonitor(stack, 'NaclChanges', {
    subscriptions: [new SqsSubscription(new Queue(new Stack(app, 'Queues'), 'Inbox'))],
  });
  expect(warnings(stack)).toEqual([]);
});

test('the warning can be acknowledged', () => {
  const { stack, monitor } = monitored(importedQueue);
  Validations.of(monitor).acknowledge({
    id: 'cdk-nacl-change-monitor:imported-queue-policy',
    reason: 'its policy is kept elsewhere and was read',
  });
  expect(warnings(stack)).toEqual([]);
});
