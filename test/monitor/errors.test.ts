import { CfnParameter, Duration, Token } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Alias, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { type CfnLogGroup, LogGroup, LogGroupClass } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { type CfnTopic, Topic } from 'aws-cdk-lib/aws-sns';
import { monitored, WEBHOOK } from './monitored-stack';

type Props = Parameters<typeof monitored>[0];
const HERE = { env: { account: '111122223333', region: 'eu-central-1' } };

const TRAIL_NAME =
  'must be 3 to 128 letters, digits, periods, underscores and dashes, no two of the last three in a row, a letter or digit at both ends, and not shaped like an IP address.';
const LOG_GROUP_NAME =
  'must be 1 to 512 letters, digits and the characters _ - / . #, and not begin with aws/.';
const ORGANIZATION_ID =
  'must be o- and 10 to 32 lower-case letters and digits, as `aws organizations describe-organization` prints it.';
const PERIOD = 'must be whole minutes from 1 minute to 7 days, such as Duration.minutes(5).';
const LOCK = 'must be whole days from 1 to 36500, such as Duration.days(365).';
const NOBODY =
  'nobody would hear the alarm: pass subscriptions, such as [new EmailSubscription("security@example.com")], or a topic that has some.';

test.each<[string, Props, string]>([
  ['no subscriptions and no topic', { subscriptions: undefined }, NOBODY],
  ['an empty list of subscriptions', { subscriptions: [] }, NOBODY],
  [
    'trail options with a log group',
    (stack) => ({ logGroup: new LogGroup(stack, 'L'), trail: { trailName: 'mine' } }),
    'logGroup means that a trail exists, so nothing is left for the trail options: pass logGroup or trail, not both.',
  ],
  [
    'a key with nothing to encrypt',
    (stack) => ({
      logGroup: new LogGroup(stack, 'L'),
      topic: new Topic(stack, 'T'),
      encryptionKey: new Key(stack, 'K'),
    }),
    'with logGroup and topic nothing is left to encrypt: leave encryptionKey out.',
  ],
  [
    'Object Lock on a given bucket',
    (stack) => ({ trail: { bucket: new Bucket(stack, 'B'), objectLockRetention: Duration.days(1) } }),
    'Object Lock is set up with the bucket that is made: leave trail.objectLockRetention out, or leave trail.bucket out.',
  ],
  [
    'an organization trail without an id',
    { trail: { organizationId: '' } },
    `trail.organizationId is "" and ${ORGANIZATION_ID}`,
  ],
  [
    'a short organization id',
    { trail: { organizationId: 'o-1' } },
    `trail.organizationId is "o-1" and ${ORGANIZATION_ID}`,
  ],
  [
    'two dashes in a trail name',
    { trail: { trailName: 'a--b' } },
    `trail.trailName is "a--b" and ${TRAIL_NAME}`,
  ],
  [
    'an address as trail name',
    { trail: { trailName: '192.168.5.4' } },
    `trail.trailName is "192.168.5.4" and ${TRAIL_NAME}`,
  ],
  ['a short trail name', { trail: { trailName: 'ab' } }, `trail.trailName is "ab" and ${TRAIL_NAME}`],
  [
    'a reserved log group name',
    { trail: { logGroupName: 'aws/x' } },
    `trail.logGroupName is "aws/x" and ${LOG_GROUP_NAME}`,
  ],
  [
    'a blank in a log group name',
    { trail: { logGroupName: 'a b' } },
    `trail.logGroupName is "a b" and ${LOG_GROUP_NAME}`,
  ],
  [
    'an empty alarm name',
    { alarm: { alarmName: '' } },
    'alarm.alarmName is "" and must be 1 to 255 characters without control characters.',
  ],
  [
    'a metric name with a colon',
    { metricName: 'a:b' },
    'metricName is "a:b" and must be 1 to 255 characters without : * and $.',
  ],
  [
    'a reserved namespace',
    { metricNamespace: 'AWS/Logs' },
    'metricNamespace is "AWS/Logs" and must be 1 to 255 characters without : * and $, and not begin with AWS/, which is reserved.',
  ],
  [
    'a period below a minute',
    { alarm: { period: Duration.seconds(30) } },
    `alarm.period is 30 seconds and ${PERIOD}`,
  ],
  [
    'a period of a minute and a half',
    { alarm: { period: Duration.seconds(90) } },
    `alarm.period is 1 minute 30 seconds and ${PERIOD}`,
  ],
  ['a period above a week', { alarm: { period: Duration.days(8) } }, `alarm.period is 8 days and ${PERIOD}`],
  [
    'a log group of class DELIVERY',
    (stack) => {
      const logGroup = new LogGroup(stack, 'L');
      (logGroup.node.defaultChild as CfnLogGroup).logGroupClass = 'DELIVERY';
      return { logGroup };
    },
    'a log group of class DELIVERY takes no metric filter: pass one of class STANDARD.',
  ],
  [
    'an ARN as the name of a log group',
    (stack) => ({ logGroup: LogGroup.fromLogGroupName(stack, 'L', 'arn:aws:logs:x:1:log-group:g') }),
    `logGroup's name is "arn:aws:logs:x:1:log-group:g" and ${LOG_GROUP_NAME}`,
  ],
  [
    'a key elsewhere',
    (stack) => ({ encryptionKey: Key.fromKeyArn(stack, 'K', 'arn:aws:kms:us-east-1:111122223333:key/1') }),
    "encryptionKey is in region us-east-1 and the log group or topic would be in eu-central-1: put the monitor into the encryptionKey's region.",
  ],
  [
    'a key that cannot encrypt',
    (stack) => ({
      encryptionKey: new Key(stack, 'K', { keySpec: KeySpec.RSA_2048, keyUsage: KeyUsage.SIGN_VERIFY }),
    }),
    'encryptionKey is of spec RSA_2048 and cannot encrypt logs: pass a symmetric key.',
  ],
  [
    'a topic whose key is set past its construct',
    (stack) => {
      const topic = new Topic(stack, 'T');
      (topic.node.defaultChild as CfnTopic).kmsMasterKeyId = new Key(stack, 'K').keyArn;
      return { topic };
    },
    'the topic is encrypted with a key that this monitor cannot let CloudWatch use: pass the key to the topic as masterKey.',
  ],
  [
    'more actions than an alarm takes',
    (stack) => ({ alarmActions: Array(5).fill(new SnsAction(new Topic(stack, 'T'))) }),
    'an alarm takes five actions and the topic is one of them: pass at most four alarmActions, not 5.',
  ],
  [
    'a period that is a token',
    { alarm: { period: Duration.seconds(Token.asNumber({ Ref: 'Seconds' })) } },
    'alarm.period must be known at synthesis, such as Duration.minutes(5).',
  ],
  [
    'a lock of half a day',
    { trail: { objectLockRetention: Duration.hours(12) } },
    `trail.objectLockRetention is 12 hours and ${LOCK}`,
  ],
  [
    'a log group of class INFREQUENT_ACCESS',
    (stack) => ({ logGroup: new LogGroup(stack, 'L', { logGroupClass: LogGroupClass.INFREQUENT_ACCESS }) }),
    'a log group of class INFREQUENT_ACCESS takes no metric filter: pass one of class STANDARD.',
  ],
  [
    'a log group elsewhere',
    (stack) => ({
      logGroup: LogGroup.fromLogGroupArn(stack, 'L', 'arn:aws:logs:us-east-1:111122223333:log-group:g:*'),
    }),
    "logGroup is in region us-east-1 and the metric filter would be in eu-central-1: put the monitor into the logGroup's region.",
  ],
  [
    'a log group of another account',
    (stack) => ({
      logGroup: LogGroup.fromLogGroupArn(stack, 'L', 'arn:aws:logs:eu-central-1:444455556666:log-group:g:*'),
    }),
    "logGroup is in account 444455556666 and the metric filter would be in 111122223333: put the monitor into the logGroup's account.",
  ],
  [
    'a topic elsewhere',
    (stack) => ({ topic: Topic.fromTopicArn(stack, 'T', 'arn:aws:sns:us-east-1:111122223333:t') }),
    "topic is in region us-east-1 and the alarm would be in eu-central-1: put the monitor into the topic's region.",
  ],
  [
    'a topic with the AWS-managed key',
    (stack) => ({
      topic: new Topic(stack, 'T', { masterKey: Alias.fromAliasName(stack, 'K', 'alias/aws/sns') }),
    }),
    'CloudWatch may not use the AWS-managed key alias/aws/sns and its notifications would be dropped: encrypt the topic with a customer managed key.',
  ],
])('%s is refused with one sentence', (_, props, sentence) => {
  expect(() => monitored(props, HERE)).toThrow(new Error(`Security/NaclChanges: ${sentence}`));
});

test('values that are known at deployment only are let through', () => {
  const { stack } = monitored((scope) => {
    const text = new CfnParameter(scope, 'Text').valueAsString;
    return {
      subscriptions: [WEBHOOK()],
      trail: { trailName: text, logGroupName: text, organizationId: text },
      alarm: { alarmName: text },
      metricName: text,
      metricNamespace: text,
    };
  });
  expect(stack.node.findAll().length).toBeGreaterThan(10);
});

test.each([1, 5, 60, 7 * 24 * 60])('a period of %d minutes is taken', (minutes) => {
  const { monitor } = monitored({ alarm: { period: Duration.minutes(minutes) } });
  expect(monitor.metric.period.toMinutes()).toBe(minutes);
});
