import type { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import type { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { EVENT_NAMES, FILTER_PATTERN } from './control/network-acl-changes';
import type { NaclChangeMonitorProps } from './monitor/options';

/**
 * Raises an alarm when a network ACL is changed: the whole chain that CIS AWS Foundations 4.11 (5.11 from v6.0) and
 * AWS Security Hub CSPM CloudWatch.11 ask for, or what is missing of it.
 *
 * The chain is a multi-region trail, log group, metric filter with the exact pattern, alarm, SNS topic and
 * subscriptions. One monitor per account is enough, because its trail covers all regions. Parts that exist already are
 * passed in.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-11
 *
 * @example
 * new NaclChangeMonitor(this, 'NaclChanges', {
 *   subscriptions: [new subscriptions.EmailSubscription('security@example.com')],
 * });
 */
export class NaclChangeMonitor extends Construct {
  /**
   * The pattern of the metric filter, to the character the one that the CIS benchmark asks for.
   *
   * Security Hub prints the same without blanks.
   *
   * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-11
   */
  public static readonly FILTER_PATTERN: string = FILTER_PATTERN;

  /** The names of the six CloudTrail events that change a network ACL. */
  public static readonly EVENT_NAMES: string[] = [...EVENT_NAMES];

  /** The multi-region trail, undefined where `logGroup` was passed. */
  public readonly trail?: CfnTrail;

  /** The bucket that receives the trail's log files, undefined where `logGroup` was passed. */
  public readonly bucket?: IBucket;

  /** The bucket that receives the access logs of `bucket`, undefined where no bucket was made. */
  public readonly accessLogsBucket?: IBucket;

  /** The role with which CloudTrail writes to the log group, undefined where `logGroup` was passed. */
  public readonly deliveryRole?: IRole;

  /** The log group that the trail feeds. */
  public readonly logGroup: ILogGroup;

  /** The metric filter that counts the changes. */
  public readonly metricFilter: MetricFilter;

  /** The metric that the alarm watches: the number of changes in a period. */
  public readonly metric: Metric;

  /** The alarm, which goes off on the first change in a period. */
  public readonly alarm: Alarm;

  /** The topic that the alarm notifies. */
  public readonly topic: ITopic;

  /** The topic that gets the notices as text, undefined without `notices`. */
  public readonly noticeTopic?: ITopic;

  /** The topic for a channel of Slack or Teams, undefined where the notices have no chat. */
  public readonly noticeChatTopic?: ITopic;

  /** The queue for events of which no notice could be published, undefined without `notices`. */
  public readonly noticeDeadLetterQueue?: IQueue;

  /**
   * The key that encrypts what was made, undefined where both `logGroup` and `topic` were passed, and no notices asked
   * for.
   */
  public readonly encryptionKey?: IKey;

  /**
   * @param scope The construct that the monitor becomes a part of.
   * @param id The id of the monitor within `scope`.
   * @param props Who is notified, and what differs from the defaults. An error says which property is wrong, and what
   * to pass instead.
   */
  constructor(scope: Construct, id: string, props: NaclChangeMonitorProps) {
    super(scope, id);
    // Required here and not imported above, because it loads eight services of aws-cdk-lib: 10 ms that an app without a
    // monitor keeps. `npm run bench -- --only require` measures it.
    const parts: typeof import('./monitor') = require('./monitor');
    parts.validateProps(this, props);
    const removal = parts.removalOf(props.removalPolicy);
    const alarmOptions = props.alarm ?? {};

    let key = props.encryptionKey;
    const ownKey = () => {
      key ??= parts.makeKey(this, removal.ofOthers);
      return key;
    };

    if (props.logGroup) {
      this.logGroup = props.logGroup;
    } else {
      const made = parts.makeTrail(this, props.trail ?? {}, ownKey(), removal);
      this.trail = made.trail;
      this.bucket = made.bucket;
      this.accessLogsBucket = made.accessLogsBucket;
      this.deliveryRole = made.deliveryRole;
      this.logGroup = made.logGroup;
      parts.warnOfSecondTrail(this);
    }

    const metricNamespace = props.metricNamespace ?? 'NaclChangeMonitor';
    this.metricFilter = parts.makeMetricFilter(
      this,
      this.logGroup,
      metricNamespace,
      props.metricName ?? parts.uniqueName(this, 240),
    );
    this.metric = parts.changesMetric(this.metricFilter, alarmOptions);

    this.topic = props.topic ?? parts.makeTopic(this, ownKey());
    parts.letAlarmsPublish(this, this.topic);
    parts.subscribe(this.topic, props.subscriptions ?? []);
    this.alarm = parts.makeAlarm(this, this.metric, alarmOptions, this.topic, props.alarmActions ?? []);
    parts.warnOfSilence(this.alarm, this.topic, { made: props.topic === undefined });

    if (props.notices) {
      // Required here for the same reason as above.
      const { makeNotices }: typeof import('./monitor/notices') = require('./monitor/notices');
      const notices = makeNotices(this, props.notices, {
        logGroup: this.logGroup,
        metric: this.metric,
        metricNamespace,
        alarmTopic: this.topic,
        key: ownKey,
        removal,
      });
      this.noticeTopic = notices.topic;
      this.noticeChatTopic = notices.chatTopic;
      this.noticeDeadLetterQueue = notices.deadLetterQueue;
    }
    this.encryptionKey = key;
  }
}
