import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { CONTROL, FILTER_PATTERN } from '../control/network-acl-changes';
import type { NaclChangeAlarmOptions } from './options';

const RUNBOOK =
  'https://github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor/blob/main/docs/runbook.md';

/**
 * Counts the changes: one for each event that matches, and zero for a minute in which events arrived and none did, so that
 * the metric has data while the trail delivers.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html
 */
export function makeMetricFilter(
  scope: Construct,
  logGroup: ILogGroup,
  metricNamespace: string,
  metricName: string,
): MetricFilter {
  return new MetricFilter(scope, 'MetricFilter', {
    logGroup,
    // Not FilterPattern.any(): it quotes the values, and Security Hub compares the text.
    filterPattern: FilterPattern.literal(FILTER_PATTERN),
    metricNamespace,
    metricName,
    metricValue: '1',
    defaultValue: 0,
  });
}

/** The metric that the alarm watches: the sum of changes in a period. */
export function changesMetric(filter: MetricFilter, options: NaclChangeAlarmOptions): Metric {
  return filter.metric({ statistic: 'Sum', period: options.period ?? Duration.minutes(5) });
}

/** Rings on the first change of a period. */
export function makeAlarm(
  scope: Construct,
  metric: Metric,
  options: NaclChangeAlarmOptions,
  topic: ITopic,
  actions: IAlarmAction[],
): Alarm {
  const alarm = new Alarm(scope, 'Alarm', {
    alarmName: options.alarmName,
    alarmDescription: `A network ACL was changed, or somebody tried to. ${CONTROL.benchmark}, AWS Security Hub CSPM ${CONTROL.securityHub}. What to do: ${RUNBOOK}`,
    metric,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(topic), ...actions);
  return alarm;
}
