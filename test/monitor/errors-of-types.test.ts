import { App, Duration, Stack } from 'aws-cdk-lib';
import { CfnTopic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { NaclChangeMonitor } from '../../src';
import { WEBHOOK } from './monitored-stack';

// What a compiler refuses, and JavaScript and Python let through.
const HERE = { account: '111122223333', region: 'eu-central-1' };

const refused = (props: any) => {
  const stack = new Stack(new App(), 'Security', { env: HERE });
  new NaclChangeMonitor(stack, 'NaclChanges', typeof props === 'function' ? props(stack) : props);
};
const sentence = (text: string) => new Error(`Security/NaclChanges: ${text}`);
const NOTHING = 'pass at least subscriptions, or a topic.';
const TOPIC = 'a topic construct, which may be imported by its ARN.';
const SUBSCRIPTION = 'a subscription object, such as an EmailSubscription.';

test.each<[string, unknown, string]>([
  ['no properties', undefined, `the properties are undefined: ${NOTHING}`],
  ['null', null, `the properties are null: ${NOTHING}`],
  ['text', 'security@example.com', `the properties are "security@example.com": ${NOTHING}`],
  ['a list', [WEBHOOK()], `the properties are a list: ${NOTHING}`],
])('%s for properties is refused with one sentence', (_, props, said) => {
  expect(() => refused(props)).toThrow(sentence(said));
});

test.each<[string, any, string]>([
  [
    'the ARN of a topic',
    { topic: 'arn:aws:sns:eu-central-1:111122223333:t' },
    `topic is "arn:aws:sns:eu-central-1:111122223333:t" and must be ${TOPIC}`,
  ],
  ['null for a topic', { topic: null }, `topic is null and must be ${TOPIC}`],
  [
    'a queue for a topic',
    (stack: Stack) => ({ topic: new Queue(stack, 'Q') }),
    `topic is the construct Security/Q and must be ${TOPIC}`,
  ],
  [
    'a resource of CloudFormation for a topic',
    (stack: Stack) => ({ topic: new CfnTopic(stack, 'T') }),
    `topic is the construct Security/T and must be ${TOPIC}`,
  ],
  [
    'the name of a bucket',
    { trail: { bucket: 'log-files' } },
    'trail.bucket is "log-files" and must be a bucket construct, which may be imported by its name.',
  ],
  [
    'the name of a log group',
    { logGroup: 'trail-events' },
    'logGroup is "trail-events" and must be a log group construct, which may be imported by its name.',
  ],
  [
    'the id of a key',
    { encryptionKey: '0a1b2c3d' },
    'encryptionKey is "0a1b2c3d" and must be a key construct, which may be imported by its ARN.',
  ],
  [
    'an address for the list of subscriptions',
    { subscriptions: 'security@example.com' },
    'subscriptions is "security@example.com" and must be a list.',
  ],
  [
    'a subscription outside of a list',
    { subscriptions: WEBHOOK() },
    'subscriptions is an object and must be a list.',
  ],
  [
    'an address for a subscription',
    { subscriptions: [WEBHOOK(), 'security@example.com'] },
    `subscriptions[1] is "security@example.com" and must be ${SUBSCRIPTION}`,
  ],
  [
    'the properties of a subscription',
    { subscriptions: [{ email: 'security@example.com' }] },
    `subscriptions[0] is an object and must be ${SUBSCRIPTION}`,
  ],
  [
    'the ARN of an action',
    { alarmActions: ['arn:aws:sns:eu-central-1:111122223333:t'] },
    'alarmActions[0] is "arn:aws:sns:eu-central-1:111122223333:t" and must be an alarm action object, such as an SnsAction.',
  ],
  [
    'a name for the trail options',
    { trail: 'mine' },
    'trail is "mine" and must be the options of the trail.',
  ],
  [
    'a name for the alarm options',
    { alarm: 'mine' },
    'alarm is "mine" and must be the options of the alarm.',
  ],
  ['minutes for a period', { alarm: { period: 5 } }, 'alarm.period is the number 5 and must be a Duration.'],
  [
    'days for a lock',
    { trail: { objectLockRetention: 365 } },
    'trail.objectLockRetention is the number 365 and must be a Duration.',
  ],
  ['a number for a name', { metricName: 5 }, 'metricName is the number 5 and must be text.'],
  [
    'the number of an organization',
    { trail: { organizationId: 1234567890 } },
    'trail.organizationId is the number 1234567890 and must be text.',
  ],
  [
    'a removal policy that there is not',
    { removalPolicy: 'Delete' },
    'removalPolicy is "Delete" and must be RETAIN or DESTROY of RemovalPolicy.',
  ],
])('%s is refused with one sentence', (_, props, said) => {
  const given = typeof props === 'function' ? props : () => props;
  expect(() => refused((stack: Stack) => ({ subscriptions: [WEBHOOK()], ...given(stack) }))).toThrow(
    sentence(said),
  );
});

test('a duration of another copy of the CDK is taken, because it is told by what it can do', () => {
  const copy = Object.assign(Object.create(null), {
    isUnresolved: () => false,
    toSeconds: () => Duration.minutes(5).toSeconds(),
    toHumanString: () => '5 minutes',
  });
  expect(() => refused({ subscriptions: [WEBHOOK()], alarm: { period: copy } })).not.toThrow();
});
