import { App, Stack, Validations } from 'aws-cdk-lib';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { NaclChangeMonitor } from '../../src';
import { slackOf } from './chat-channels';
import { EMAIL, monitored, WEBHOOK, warnings } from './monitored-stack';

const EMAIL_ONLY =
  'Only email is subscribed: each address must confirm by hand before it is told anything, and one click ends it for good; add a queue, a function, a chat channel or an HTTPS endpoint. [ack: cdk-nacl-change-monitor:email-only]';
const SECOND_TRAIL = (account: string) =>
  `Stack0/NaclChanges already makes a trail for ${account}; it covers all regions, and the events of a second one are billed: leave this monitor out, or pass the first one's logGroup. [ack: cdk-nacl-change-monitor:second-trail]`;

describe('email', () => {
  test.each([
    ['one address', [EMAIL()]],
    ['two addresses, one as JSON', [EMAIL(), new EmailSubscription('soc@example.com', { json: true })]],
  ])('%s and nothing else: warned', (_, subscriptions) => {
    expect(warnings(monitored({ subscriptions }).stack)).toEqual([EMAIL_ONLY]);
  });

  test('beside an endpoint: not warned', () => {
    expect(warnings(monitored({ subscriptions: [EMAIL(), WEBHOOK()] }).stack)).toEqual([]);
  });

  test('beside a queue: not warned', () => {
    const { stack } = monitored((scope) => ({
      subscriptions: [EMAIL(), new SqsSubscription(new Queue(scope, 'Inbox'))],
    }));
    expect(warnings(stack)).toEqual([]);
  });

  test('on a topic that was passed: not warned, because it may have others', () => {
    const { stack } = monitored((scope) => ({ topic: new Topic(scope, 'Pager'), subscriptions: [EMAIL()] }));
    expect(warnings(stack)).toEqual([]);
  });

  test.each([
    [
      'beside a queue that is subscribed after the monitor was made',
      (topic: ITopic, scope: Stack) => topic.addSubscription(new SqsSubscription(new Queue(scope, 'Later'))),
    ],
    ['beside a Slack channel', slackOf],
  ])('%s: not warned', (_, subscribe) => {
    const { stack, monitor } = monitored({ subscriptions: [EMAIL()] });
    subscribe(monitor.topic, stack);
    expect(warnings(stack)).toEqual([]);
  });

  test('the warning can be acknowledged', () => {
    const { stack, monitor } = monitored({ subscriptions: [EMAIL()] });
    Validations.of(monitor).acknowledge({ id: 'cdk-nacl-change-monitor:email-only', reason: 'small team' });
    expect(warnings(stack)).toEqual([]);
  });
});

describe('a second trail', () => {
  const two = (first: string | undefined, second: string | undefined) => {
    const app = new App();
    return [first, second].map((account, index) => {
      const env = account ? { account, region: 'us-east-1' } : undefined;
      const stack = new Stack(app, `Stack${index}`, { env });
      new NaclChangeMonitor(stack, 'NaclChanges', { subscriptions: [WEBHOOK()] });
      return stack;
    });
  };

  test.each([
    ['the same account', '111122223333', '111122223333'],
    ['what may be the same account, as neither stack names one', undefined, undefined],
  ])('of %s: warned, on the second', (account, one, other) => {
    const [first, second] = two(one, other);
    expect(warnings(first)).toEqual([]);
    expect(warnings(second)).toEqual([SECOND_TRAIL(account)]);
  });

  test('in the same stack: warned, on the second', () => {
    const { stack } = monitored();
    const second = new NaclChangeMonitor(stack, 'Again', { subscriptions: [WEBHOOK()] });
    expect(warnings(stack)).toHaveLength(1);
    Validations.of(second).acknowledge({
      id: 'cdk-nacl-change-monitor:second-trail',
      reason: 'audited apart',
    });
    expect(warnings(stack)).toEqual([]);
  });

  test('in another region of the account: warned, because the first one covers all regions', () => {
    const app = new App();
    const [first, second] = ['us-east-1', 'eu-central-1'].map((region) => {
      const stack = new Stack(app, region, { env: { account: '111122223333', region } });
      new NaclChangeMonitor(stack, 'NaclChanges', { subscriptions: [WEBHOOK()] });
      return stack;
    });
    expect([warnings(first).length, warnings(second).length]).toEqual([0, 1]);
  });

  test('in another app: not warned', () => {
    expect([monitored(), monitored()].flatMap(({ stack }) => warnings(stack))).toEqual([]);
  });

  test('of another account: not warned', () => {
    expect(two('111122223333', '444455556666').flatMap(warnings)).toEqual([]);
  });

  test("not made, because the first one's log group is passed: not warned", () => {
    const { stack, monitor } = monitored();
    new NaclChangeMonitor(stack, 'Pages', { logGroup: monitor.logGroup, subscriptions: [WEBHOOK()] });
    expect(warnings(stack)).toEqual([]);
  });
});
