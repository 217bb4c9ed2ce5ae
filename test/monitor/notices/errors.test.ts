import { App, CfnCondition, Stack } from 'aws-cdk-lib';
import {
  CfnSubscriptionFilter,
  FilterPattern,
  type ILogGroup,
  LogGroup,
  SubscriptionFilter,
} from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { NaclChangeMonitor, type NaclChangeNoticeOptions } from '../../../src';
import { slackOf } from '../chat-channels';
import { monitored, WEBHOOK, warnings } from '../monitored-stack';

const ONE_TOPIC =
  'notices.topic and notices.chatTopic are one topic, which cannot serve both, because a chat drops text and a mail shows JSON: pass two.';
const PRINCIPALS = (shown: string) =>
  `notices.ignorePrincipals has ${shown} and takes ARNs of roles, with * for any text and a part of a name, such as arn:aws:iam::*:role/pipelines/*.`;
const READERS = 'arn:aws:sns:us-east-1:111122223333:readers';

test.each<[string, (stack: Stack) => any, string]>([
  [
    'nobody to read',
    () => ({}),
    'nobody would read the notices: pass notices.subscriptions, a notices.topic that has some, or notices.chat.',
  ],
  [
    'a topic for a chat that is not wanted',
    (stack) => ({ chat: false, chatTopic: new Topic(stack, 'T') }),
    'notices.chat is false and notices.chatTopic is for a chat: leave one of them out.',
  ],
  [
    'one topic for both',
    (stack) => {
      const topic = new Topic(stack, 'T');
      return { topic, chatTopic: topic };
    },
    ONE_TOPIC,
  ],
  [
    'one topic, imported by its reference',
    (stack) => {
      const topic = new Topic(stack, 'T');
      return { topic, chatTopic: Topic.fromTopicArn(stack, 'Same', topic.topicArn) };
    },
    ONE_TOPIC,
  ],
  [
    'one topic, imported twice',
    (stack) => ({
      topic: Topic.fromTopicArn(stack, 'One', READERS),
      chatTopic: Topic.fromTopicArn(stack, 'Two', READERS),
    }),
    ONE_TOPIC,
  ],
  [
    'a FIFO topic',
    (stack) => ({ topic: new Topic(stack, 'T', { fifo: true }) }),
    'notices.topic is a FIFO topic, which has neither mail nor chat: pass a standard one.',
  ],
  [
    'an imported FIFO topic',
    (stack) => ({ chatTopic: Topic.fromTopicArn(stack, 'T', `${READERS}.fifo`) }),
    'notices.chatTopic is a FIFO topic, which has neither mail nor chat: pass a standard one.',
  ],
  ['everybody ignored', () => ({ ignorePrincipals: ['*'] }), PRINCIPALS('"*"')],
  [
    'every role ignored',
    () => ({ ignorePrincipals: ['arn:aws:iam::111122223333:role/*'] }),
    PRINCIPALS('"arn:aws:iam::111122223333:role/*"'),
  ],
  [
    'a session ignored',
    () => ({ ignorePrincipals: ['arn:aws:sts::111122223333:assumed-role/deploy/me'] }),
    PRINCIPALS('"arn:aws:sts::111122223333:assumed-role/deploy/me"'),
  ],
  ['no ARN', () => ({ ignorePrincipals: [''] }), PRINCIPALS('""')],
  [
    'more patterns than an environment holds',
    () => ({ ignorePrincipals: Array.from({ length: 100 }, (_, i) => `arn:aws:iam::*:role/pipelines/${i}`) }),
    'notices.ignorePrincipals has 3491 characters and fits 3000: shorten the patterns with *.',
  ],
  [
    'a true for the options',
    () => true,
    'notices is the boolean true and must be the options of the notices.',
  ],
  ['text for a flag', () => ({ lookUp: 'yes' }), 'notices.lookUp is "yes" and must be true or false.'],
  [
    'an address for a subscription',
    () => ({ subscriptions: ['me@example.com'] }),
    'notices.subscriptions[0] is "me@example.com" and must be a subscription object, such as an EmailSubscription.',
  ],
  [
    'text for a list',
    () => ({ ignorePrincipals: 'arn:aws:iam::*:role/a' }),
    'notices.ignorePrincipals is "arn:aws:iam::*:role/a" and must be a list.',
  ],
  [
    'text for a topic',
    () => ({ chatTopic: READERS }),
    `notices.chatTopic is "${READERS}" and must be a topic construct, which may be imported by its ARN.`,
  ],
])('%s', (_, notices, sentence) => {
  const wrong = () =>
    monitored((stack) => {
      const given = notices(stack);
      const needsReader = typeof given === 'object' && JSON.stringify(Object.keys(given)) !== '[]';
      return {
        notices: (needsReader ? { subscriptions: [WEBHOOK()], ...given } : given) as NaclChangeNoticeOptions,
      };
    });
  expect(wrong).toThrow(new Error(`Security/NaclChanges: ${sentence}`));
});

describe('a log group takes two subscription filters', () => {
  const synthesize = (group: (stack: Stack) => ILogGroup, others: number) => {
    const app = new App();
    const stack = new Stack(app, 'Security');
    const logGroup = group(stack);
    for (let i = 0; i < others; i++) {
      new SubscriptionFilter(stack, `Siem${i}`, {
        logGroup,
        filterPattern: FilterPattern.allEvents(),
        destination: { bind: () => ({ arn: 'arn:aws:kinesis:us-east-1:111122223333:stream/siem' }) },
      });
    }
    new NaclChangeMonitor(stack, 'NaclChanges', {
      logGroup,
      subscriptions: [WEBHOOK()],
      notices: { subscriptions: [WEBHOOK()] },
    });
    return () => app.synth();
  };

  test.each<[string, (stack: Stack) => ILogGroup]>([
    ['of the app', (stack) => new LogGroup(stack, 'L')],
    ['imported', (stack) => LogGroup.fromLogGroupName(stack, 'L', 'trail-events')],
  ])('%s: a third is an error, a second is none', (_, group) => {
    expect(synthesize(group, 1)).not.toThrow();
    expect(synthesize(group, 2)).toThrow(
      'A log group takes 2 subscription filters, and that of the notices would be one more than Security/Siem0/Resource, Security/Siem1/Resource: leave one of them out, or the notices.',
    );
  });
});

test('a third filter that may be in another account, or may not be made, is no error', () => {
  const app = new App();
  const filter = (stack: Stack, id: string) =>
    new CfnSubscriptionFilter(stack, id, {
      logGroupName: 'trail-events',
      filterPattern: '',
      destinationArn: 'arn:aws:kinesis:us-east-1:111122223333:stream/siem',
    });
  const stack = new Stack(app, 'Security');
  new NaclChangeMonitor(stack, 'NaclChanges', {
    logGroup: LogGroup.fromLogGroupName(stack, 'L', 'trail-events'),
    subscriptions: [WEBHOOK()],
    notices: { subscriptions: [WEBHOOK()] },
  });
  filter(stack, 'Siem');
  filter(stack, 'Archive').cfnOptions.condition = new CfnCondition(stack, 'WantsArchive');
  const elsewhere = new Stack(app, 'Elsewhere');
  filter(elsewhere, 'Siem');
  filter(elsewhere, 'Archive');
  expect(() => app.synth()).not.toThrow();
});

describe('warnings', () => {
  const NO_READER = (topic: string) =>
    `Nothing in this app subscribes to the topic ${topic}, so nobody may read the notices: subscribe somebody, name the topic in the configuration of a chat channel, or acknowledge this where somebody is subscribed from outside of the app. [ack: cdk-nacl-change-monitor:no-notice-reader]`;

  test('a topic that nobody reads', () => {
    const { stack } = monitored((scope) => ({ notices: { topic: new Topic(scope, 'Readers') } }));
    expect(warnings(stack)).toEqual([NO_READER('Security/Readers')]);
  });

  test('a chat that no channel watches, until one does', () => {
    const { stack } = monitored({ notices: { chat: true } });
    expect(warnings(stack)).toEqual([NO_READER('Security/NaclChanges/Notices/Chat/Topic')]);
    const watched = monitored({ notices: { chat: true } });
    if (watched.monitor.noticeChatTopic) slackOf(watched.monitor.noticeChatTopic, watched.stack);
    expect(warnings(watched.stack)).toEqual([]);
  });

  test('text that only a chat would get', () => {
    const { stack } = monitored((scope) => {
      const topic = new Topic(scope, 'Channel');
      slackOf(topic, scope);
      return { notices: { topic } };
    });
    expect(warnings(stack)).toEqual([
      'Only chat channels watch the topic Security/Channel, and they drop notices in text: pass it as notices.chatTopic and leave notices.topic out. [ack: cdk-nacl-change-monitor:text-to-chat]',
    ]);
  });

  test('readers who are subscribed: none', () => {
    expect(warnings(monitored({ notices: { subscriptions: [WEBHOOK()] } }).stack)).toEqual([]);
  });
});
