import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

const WHAT_TO_DO =
  'What to do: https://github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor/blob/main/docs/runbook.md#notices-are-missing';

/** Tells the alarm's topic that notices were not told, from each place where they can get lost. */
export function alarmOfLostNotices(
  scope: Construct,
  logGroup: ILogGroup,
  deadLetters: IQueue,
  topic: ITopic,
) {
  const alarm = (id: string, metric: Metric, what: string) =>
    new Alarm(scope, id, {
      alarmDescription: `${what} ${WHAT_TO_DO}`,
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(topic));

  alarm(
    'DeadLettersAlarm',
    deadLetters.metricApproximateNumberOfMessagesVisible({
      statistic: 'Maximum',
      period: Duration.minutes(5),
    }),
    'Notices of network ACL changes could not be published: they are in the dead-letter queue.',
  );
  // By the log group alone: CloudWatch Logs also publishes them with the type of the destination, whose text for a function
  // no document gives, and an alarm on a metric that does not exist would be silent for ever.
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html
  const delivery = (metricName: string) =>
    new Metric({
      namespace: 'AWS/Logs',
      metricName,
      dimensionsMap: { LogGroupName: logGroup.logGroupName },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  alarm(
    'DeliveryErrorsAlarm',
    delivery('DeliveryErrors'),
    'CloudWatch Logs could not deliver: notices of network ACL changes may be lost.',
  );
  alarm(
    'DeliveryThrottlingAlarm',
    delivery('DeliveryThrottling'),
    'CloudWatch Logs was throttled: notices of network ACL changes may be late or lost.',
  );
}
