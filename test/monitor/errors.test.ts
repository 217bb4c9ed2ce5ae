import { Duration, RemovalPolicy, Token } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { monitored } from './monitored-stack';

type Props = Parameters<typeof monitored>[0];
const HERE = { env: { account: '111122223333', region: 'eu-central-1' } };

const TRAIL_NAME =
  'must be 3 to 128 letters, digits, periods, underscores and dashes, no two of the last three in a row, a letter or digit at both ends, and not shaped like an IP address.';
const LOG_GROUP_NAME =
  'must be 1 to 512 letters, digits and the characters _ - / . #, and not begin with aws/.';
const ORGANIZATION_ID =
  'must be o- and 10 to 32 lower-case letters and digits, as `aws organizations describe-organization` prints it.';
const ALARM_NAME = 'must be 1 to 255 characters without control characters.';
const METRIC_NAME = 'must be 1 to 255 printable ASCII characters without : * and $.';
const NAMESPACE =
  'must be 1 to 255 letters, digits and the characters . - _ / #, and not begin with AWS/, which is reserved.';
const PERIOD = 'must be whole minutes from 1 minute to 7 days, such as five minutes.';
const LOCK = 'must be whole days from 1 to 36500, such as 365 days.';
const NOBODY =
  'nobody would hear the alarm: pass subscriptions, such as one of an email address, or a topic that has some.';

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
    'an organization id in capitals',
    { trail: { organizationId: 'o-A1B2C3D4E5' } },
    `trail.organizationId is "o-A1B2C3D4E5" and ${ORGANIZATION_ID}`,
  ],
  [
    'a long organization id',
    { trail: { organizationId: `o-${'a'.repeat(33)}` } },
    `trail.organizationId is "o-${'a'.repeat(33)}" and ${ORGANIZATION_ID}`,
  ],
  [
    'a long trail name',
    { trail: { trailName: 'a'.repeat(129) } },
    `trail.trailName is "${'a'.repeat(40)}..." (129 characters) and ${TRAIL_NAME}`,
  ],
  [
    'a dash at the end of a trail name',
    { trail: { trailName: 'trail-' } },
    `trail.trailName is "trail-" and ${TRAIL_NAME}`,
  ],
  [
    'a long log group name',
    { trail: { logGroupName: 'a'.repeat(513) } },
    `trail.logGroupName is "${'a'.repeat(40)}..." (513 characters) and ${LOG_GROUP_NAME}`,
  ],
  [
    'a long alarm name',
    { alarm: { alarmName: 'a'.repeat(256) } },
    `alarm.alarmName is "${'a'.repeat(40)}..." (256 characters) and ${ALARM_NAME}`,
  ],
  [
    'a tab in an alarm name',
    { alarm: { alarmName: 'a\tb' } },
    `alarm.alarmName is "a\\tb" and ${ALARM_NAME}`,
  ],
  ['a star in a metric name', { metricName: 'a*b' }, `metricName is "a*b" and ${METRIC_NAME}`],
  ['a dollar in a metric name', { metricName: 'a$b' }, `metricName is "a$b" and ${METRIC_NAME}`],
  [
    'a long metric name',
    { metricName: 'a'.repeat(256) },
    `metricName is "${'a'.repeat(40)}..." (256 characters) and ${METRIC_NAME}`,
  ],
  ['an umlaut in a metric name', { metricName: 'Änderung' }, `metricName is "Änderung" and ${METRIC_NAME}`],
  ['a tab in a metric name', { metricName: 'a\tb' }, `metricName is "a\\tb" and ${METRIC_NAME}`],
  ['a blank in a namespace', { metricNamespace: 'a b' }, `metricNamespace is "a b" and ${NAMESPACE}`],
  ['a colon in a namespace', { metricNamespace: 'a:b' }, `metricNamespace is "a:b" and ${NAMESPACE}`],
  [
    'a long namespace',
    { metricNamespace: 'a'.repeat(256) },
    `metricNamespace is "${'a'.repeat(40)}..." (256 characters) and ${NAMESPACE}`,
  ],
  [
    'snapshots',
    { removalPolicy: RemovalPolicy.SNAPSHOT },
    'removalPolicy is SNAPSHOT, and CloudFormation takes no snapshots of buckets, log groups and keys: pass RETAIN or DESTROY.',
  ],
  ['an empty namespace', { metricNamespace: '' }, `metricNamespace is "" and ${NAMESPACE}`],
  [
    'a lock of a day and a half',
    { trail: { objectLockRetention: Duration.hours(36) } },
    `trail.objectLockRetention is 1 day 12 hours and ${LOCK}`,
  ],
  [
    'a lock of more than a century',
    { trail: { objectLockRetention: Duration.days(36_501) } },
    `trail.objectLockRetention is 36501 days and ${LOCK}`,
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
  ['a metric name with a colon', { metricName: 'a:b' }, `metricName is "a:b" and ${METRIC_NAME}`],
  ['a reserved namespace', { metricNamespace: 'AWS/Logs' }, `metricNamespace is "AWS/Logs" and ${NAMESPACE}`],
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
    'more actions than an alarm takes',
    (stack) => ({ alarmActions: Array(5).fill(new SnsAction(new Topic(stack, 'T'))) }),
    'an alarm takes five actions and the topic is one of them: pass at most four alarmActions, not 5.',
  ],
  [
    'a period that is a token',
    { alarm: { period: Duration.seconds(Token.asNumber({ Ref: 'Seconds' })) } },
    'alarm.period must be known at synthesis, such as five minutes.',
  ],
  [
    'a lock of half a day',
    { trail: { objectLockRetention: Duration.hours(12) } },
    `trail.objectLockRetention is 12 hours and ${LOCK}`,
  ],
])('%s is refused with one sentence', (_, props, sentence) => {
  expect(() => monitored(props, HERE)).toThrow(new Error(`Security/NaclChanges: ${sentence}`));
});
