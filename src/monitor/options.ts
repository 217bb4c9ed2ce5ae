import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic, ITopicSubscription } from 'aws-cdk-lib/aws-sns';
import type { NaclChangeNoticeOptions } from './notice-options';

/**
 * Options of the CloudTrail trail that a `NaclChangeMonitor` makes.
 *
 * They are about a trail that is made. For an existing trail, pass the log group that it feeds as `logGroup` instead.
 */
export interface NaclChangeTrailOptions {
  /**
   * The name of the trail: 3 to 128 letters, digits, periods, underscores and dashes, with a letter or digit at both
   * ends.
   *
   * It must be free in every region of the account, because the trail covers all of them.
   *
   * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html
   * @default - a name from the construct's path and the stack's id, so that it is new each time the stack is created
   */
  readonly trailName?: string;

  /**
   * The S3 bucket that receives the log files, in the region of the key that encrypts them.
   *
   * The policy of a bucket of this app is extended as CloudTrail needs it. The policy of an imported bucket
   * has to allow CloudTrail already, or the trail cannot be created. Not together with `objectLockRetention`.
   *
   * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
   * @default - a bucket is made: private, TLS only, versioned, encrypted, with a bucket for its access logs
   */
  readonly bucket?: IBucket;

  /**
   * The name of the log group that the trail feeds: 1 to 512 letters, digits and the characters `_-/.#`, not beginning
   * with `aws/`.
   *
   * With a name of your own, a stack that was deleted cannot be created again while the log group that it retained
   * still exists. A first deployment that fails leaves none behind.
   *
   * @default - a name from the construct's path and the stack's id, so that it is new each time the stack is created
   */
  readonly logGroupName?: string;

  /**
   * How long the log group keeps the events, in days.
   *
   * @default RetentionDays.ONE_YEAR
   */
  readonly logRetention?: RetentionDays;

  /**
   * The id of the AWS organization, `o-` and 10 to 32 lower-case letters and digits: makes an organization trail, which
   * records all member accounts.
   *
   * Deploy it in the management account, with trusted access for CloudTrail.
   *
   * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html
   * @default - a trail of this account alone
   */
  readonly organizationId?: string;

  /**
   * How long log files cannot be deleted, in whole days from 1 to 36,500: S3 Object Lock in governance mode on the
   * bucket that is made.
   *
   * Not together with `bucket`, which has or lacks Object Lock already.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
   * @default - no Object Lock
   */
  readonly objectLockRetention?: Duration;
}

/**
 * Options of the CloudWatch alarm of a `NaclChangeMonitor`.
 */
export interface NaclChangeAlarmOptions {
  /**
   * The name of the alarm: 1 to 255 characters, unique in the region.
   *
   * @default - CloudFormation generates a name
   */
  readonly alarmName?: string;

  /**
   * The time over which changes are added up: whole minutes, from one minute to seven days.
   *
   * An alarm notifies when its state changes: of the first change in a period, and not of those that follow.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
   * @default Duration.minutes(5)
   */
  readonly period?: Duration;
}

/**
 * Properties of `NaclChangeMonitor`.
 *
 * Pass `subscriptions`, or a `topic` that has some; everything else has a safe default.
 */
export interface NaclChangeMonitorProps {
  /**
   * Who is notified: subscriptions of `aws-cdk-lib/aws-sns-subscriptions`, to an email address, a queue, a function, an
   * HTTPS endpoint or a phone number.
   *
   * The owner of an email address must confirm the subscription by hand after each deployment that adds it, in each
   * account. For a channel of Slack or Teams pass the topic that it watches as `topic`.
   *
   * @default - none: then `topic` is required
   */
  readonly subscriptions?: ITopicSubscription[];

  /**
   * An existing SNS topic that the alarm notifies, in the region of the monitor.
   *
   * For a topic of this app to which nothing in the app subscribes, synthesis warns; a channel of Slack or Teams counts.
   *
   * The policies of a topic of this app and of its key are extended so that the alarm may publish. Those of an imported
   * topic have to allow `cloudwatch.amazonaws.com` already. The AWS managed key `alias/aws/sns` is refused, because no
   * alarm may use it.
   *
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
   * @default - a topic is made, encrypted and TLS only
   */
  readonly topic?: ITopic;

  /**
   * What else the alarm does, besides notifying the topic: at most four actions.
   *
   * @default - nothing
   */
  readonly alarmActions?: IAlarmAction[];

  /**
   * The log group that an existing multi-region trail feeds, of class STANDARD, in the region and account of the
   * monitor.
   *
   * No trail, bucket or role is made then, because the events of a second trail are billed.
   *
   * @see https://aws.amazon.com/cloudtrail/pricing/
   * @default - a trail is made, and a log group that it feeds
   */
  readonly logGroup?: ILogGroup;

  /**
   * Options of the trail that is made. Not together with `logGroup`.
   *
   * @default - a multi-region trail of this account with a bucket of its own
   */
  readonly trail?: NaclChangeTrailOptions;

  /**
   * The symmetric KMS key that encrypts what is made, which is log files, log group and topic, in the region of the
   * monitor.
   *
   * The policy of a key of this app is extended as CloudTrail, CloudWatch Logs and CloudWatch need it. The policy of an
   * imported key has to allow them already, so that a key which AWS manages is refused. Not together with both
   * `logGroup` and `topic`, which leave nothing to encrypt without `notices`.
   *
   * @default - a key is made, with yearly rotation, where anything is made that needs one
   */
  readonly encryptionKey?: IKey;

  /**
   * Options of the alarm.
   *
   * @default - goes off on the first change in five minutes; CloudFormation names it
   */
  readonly alarm?: NaclChangeAlarmOptions;

  /**
   * Tells of every change who made it, what it does, where and from where, beside the alarm.
   *
   * A subscription filter on the log group feeds a Lambda function whose code is in the template. A log group takes two
   * subscription filters.
   *
   * @default - no notices: the alarm alone
   */
  readonly notices?: NaclChangeNoticeOptions;

  /**
   * The CloudWatch namespace of the metric: 1 to 255 letters, digits and the characters `.-_/#`, not beginning with
   * `AWS/`.
   *
   * @default 'NaclChangeMonitor'
   */
  readonly metricNamespace?: string;

  /**
   * The name of the metric: 1 to 255 printable ASCII characters without `:`, `*` and `$`.
   *
   * @default - a name from the stack's name and the construct's path
   */
  readonly metricName?: string;

  /**
   * What happens to the evidence, which is buckets, log groups and key, when the stack is deleted.
   *
   * It is retained by default. Of a first deployment that fails the buckets alone are retained, because CloudTrail writes
   * into them at once; `RETAIN_ON_UPDATE_OR_DELETE` means the same here. With `DESTROY` CloudFormation deletes the buckets
   * only when they are empty, and they never are before the trail is stopped. `SNAPSHOT` is refused.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;
}
