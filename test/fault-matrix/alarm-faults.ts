import { Stack } from 'aws-cdk-lib';
import {
  CfnAlarm,
  CfnAlarmMuteRule,
  type CfnAlarmProps,
  CfnCompositeAlarm,
} from 'aws-cdk-lib/aws-cloudwatch';
import { CfnTopic } from 'aws-cdk-lib/aws-sns';
import { type Case, changed, type Expected } from './case';
import { ALARM, ENV, type SoundAccount } from './sound-account';

const METRIC = 'FAIL at 6 alarm-metric';
const UNKNOWN_METRIC = 'UNKNOWN at 6 alarm-metric';
const STATISTIC = 'FAIL at 6 alarm-statistic';
const THRESHOLD = 'FAIL at 6 alarm-threshold';
const PERIODS = 'FAIL at 6 alarm-periods';
const TOPIC = 'FAIL at 7 alarm-topic';

const LAMBDA_ARN = 'arn:aws:lambda:eu-central-1:111122223333:function:pager';

/** The alarm with other properties. */
function alarm(id: string, what: string, expected: Expected, change: Partial<CfnAlarmProps>): Case {
  return changed(id, what, expected, (account) => Object.assign(account.alarm, change));
}

/** The alarm notifies nothing, a composite alarm above it notifies the topic. */
function composite(id: string, what: string, expected: Expected, rule: string, change: object = {}): Case {
  return changed(id, what, expected, (account) => above(account, rule, change));
}

function above({ stack, alarm: below, topic }: SoundAccount, alarmRule: string, change: object): void {
  below.alarmActions = undefined;
  new CfnAlarm(stack, 'Maintenance', { ...ALARM, alarmName: 'maintenance', metricName: 'Maintenance' });
  new CfnCompositeAlarm(stack, 'Above', {
    alarmName: 'network-edited',
    alarmRule,
    alarmActions: [topic.ref],
    ...change,
  });
}

/** A topic with a listener, in another region. */
function listened({ node }: Stack): { stack: Stack; topic: CfnTopic } {
  const stack = new Stack(node.root, 'Far', { env: { ...ENV, region: 'us-east-1' } });
  const topic = new CfnTopic(stack, 'Pager', {
    topicName: 'far-pager',
    subscription: [{ protocol: 'https', endpoint: 'https://hooks.example.com/acl' }],
  });
  return { stack, topic };
}

const stat = (change: Partial<CfnAlarm.MetricStatProperty>): CfnAlarm.MetricStatProperty => ({
  metric: { namespace: 'Audit', metricName: 'AclEdits' },
  period: 300,
  stat: 'Sum',
  ...change,
});

const NO_METRIC = { namespace: undefined, metricName: undefined, statistic: undefined, period: undefined };

/** The alarm on metrics that are given as a list of queries. */
function queries(
  id: string,
  what: string,
  expected: Expected,
  ...metrics: CfnAlarm.MetricDataQueryProperty[]
) {
  return alarm(id, what, expected, { ...NO_METRIC, metrics });
}

export const ALARM_FAULTS: readonly Case[] = [
  changed('alarm-missing', 'no alarm', METRIC, (account) => account.without(account.alarm)),
  alarm('alarm-other-metric', 'alarm on another metric of the namespace', METRIC, { metricName: 'Logins' }),
  alarm('alarm-named-as-filter', 'alarm on a metric called like the filter', METRIC, {
    metricName: 'AclFilter',
  }),
  alarm('alarm-metric-case', "alarm on the metric's name in the wrong case", METRIC, {
    metricName: 'aclEdits',
  }),
  alarm('alarm-other-namespace', 'alarm on a metric of that name in another namespace', METRIC, {
    namespace: 'Network',
  }),
  changed('alarm-other-region', 'alarm in another region', METRIC, (account) => {
    account.without(account.alarm);
    const elsewhere = new Stack(account.stack.node.root, 'Elsewhere', {
      env: { ...ENV, region: 'us-east-1' },
    });
    new CfnAlarm(elsewhere, 'Alarm', ALARM);
  }),
  queries('alarm-other-account', "alarm on another account's metric", METRIC, {
    id: 'm1',
    accountId: '444455556666',
    metricStat: stat({}),
  }),
  alarm('alarm-dimension', 'alarm on the metric with a dimension', 'FAIL at 6 alarm-dimensions', {
    dimensions: [{ name: 'account', value: '111122223333' }],
  }),
  alarm('alarm-unit', 'alarm on a unit that the filter does not write', 'FAIL at 6 alarm-unit', {
    unit: 'Count',
  }),
  alarm('alarm-average', 'Average over the default value 0', STATISTIC, { statistic: 'Average' }),
  alarm('alarm-minimum', 'Minimum over the default value 0', STATISTIC, { statistic: 'Minimum' }),
  alarm('alarm-sample-count', 'SampleCount, which counts the default value too', STATISTIC, {
    statistic: 'SampleCount',
  }),
  alarm('alarm-percentile', 'p90 over the default value 0', STATISTIC, {
    statistic: undefined,
    extendedStatistic: 'p90',
  }),
  queries('alarm-query-average', 'Average over the default value 0, given as a query', STATISTIC, {
    id: 'm1',
    metricStat: stat({ stat: 'Average' }),
  }),
  alarm('alarm-two-changes', 'threshold of two changes', THRESHOLD, { threshold: 2 }),
  alarm('alarm-above-one', 'more than one change', THRESHOLD, { comparisonOperator: 'GreaterThanThreshold' }),
  alarm('alarm-few', 'alarm on few changes', THRESHOLD, { comparisonOperator: 'LessThanThreshold' }),
  alarm('alarm-always', 'threshold that no change crosses as well', THRESHOLD, { threshold: 0 }),
  alarm('alarm-three-periods', 'three periods with a change each', PERIODS, { evaluationPeriods: 3 }),
  alarm('alarm-two-of-three', 'two of three periods with a change', PERIODS, {
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
  }),
  alarm('alarm-breaching', 'missing data is breaching', 'FAIL at 6 alarm-missing-data', {
    treatMissingData: 'breaching',
  }),
  changed(
    'alarm-ignore',
    'missing data is ignored, without a default value',
    'FAIL at 6 alarm-missing-data',
    (account) => {
      account.transform({ defaultValue: undefined });
      account.alarm.treatMissingData = 'ignore';
    },
  ),
  alarm('alarm-actions-disabled', 'actions disabled', 'FAIL at 7 alarm-actions-enabled', {
    actionsEnabled: false,
  }),
  alarm('alarm-no-action', 'alarm without an action', TOPIC, { alarmActions: undefined }),
  changed('alarm-ok-action', 'topic as action of the state OK only', TOPIC, ({ alarm: its, topic }) => {
    its.alarmActions = undefined;
    its.okActions = [topic.ref];
  }),
  changed(
    'alarm-insufficient-data-action',
    'topic as action of the state INSUFFICIENT_DATA only',
    TOPIC,
    ({ alarm: its, topic }) => {
      its.alarmActions = undefined;
      its.insufficientDataActions = [topic.ref];
    },
  ),
  alarm('alarm-lambda', 'alarm that notifies a Lambda function only', TOPIC, { alarmActions: [LAMBDA_ARN] }),
  composite(
    'composite-and',
    'composite alarm that needs a second alarm',
    TOPIC,
    'ALARM(acl-edited) AND ALARM(maintenance)',
  ),
  composite('composite-not', 'composite alarm of the opposite', TOPIC, 'NOT ALARM(acl-edited)'),
  composite('composite-ok', 'composite alarm on the state OK', TOPIC, 'OK(acl-edited)'),
  composite(
    'composite-always',
    'composite alarm that is always in ALARM',
    TOPIC,
    'ALARM(acl-edited) OR OK(acl-edited)',
  ),
  composite(
    'composite-other',
    'composite alarm on another alarm whose name starts alike',
    TOPIC,
    'ALARM(acl-edited-twice)',
  ),
  composite(
    'composite-or-not',
    'composite alarm that is in ALARM while another alarm is not',
    TOPIC,
    'ALARM(acl-edited) OR NOT ALARM(maintenance)',
  ),
  changed(
    'composite-other-region',
    'composite alarm on the alarm of that name in its own region, which is another one',
    TOPIC,
    ({ stack, alarm: its }) => {
      its.alarmActions = undefined;
      const { stack: elsewhere, topic } = listened(stack);
      new CfnCompositeAlarm(elsewhere, 'Above', {
        alarmName: 'network-edited',
        alarmRule: 'ALARM(acl-edited)',
        alarmActions: [topic.ref],
      });
    },
  ),
  changed('alarm-topic-region', 'topic of another region', TOPIC, ({ stack, alarm: its }) => {
    listened(stack);
    its.alarmActions = ['arn:aws:sns:us-east-1:111122223333:far-pager'];
  }),
  composite(
    'composite-disabled',
    'composite alarm with its actions disabled',
    'FAIL at 7 alarm-actions-enabled',
    'ALARM(acl-edited)',
    {
      actionsEnabled: false,
    },
  ),
];

export const ALARM_UNKNOWNS: readonly Case[] = [
  queries(
    'alarm-expression',
    'alarm on an expression over the metric',
    UNKNOWN_METRIC,
    { id: 'm1', metricStat: stat({}), returnData: false },
    { id: 'e1', expression: 'm1 * 2' },
  ),
  alarm('alarm-anomaly', 'alarm on an anomaly of the metric', UNKNOWN_METRIC, {
    ...NO_METRIC,
    threshold: undefined,
    comparisonOperator: 'GreaterThanUpperThreshold',
    thresholdMetricId: 'e1',
    metrics: [
      { id: 'm1', metricStat: stat({}) },
      { id: 'e1', expression: 'ANOMALY_DETECTION_BAND(m1, 2)' },
    ],
  }),
  changed(
    'alarm-muted',
    'alarm that a mute rule silences at times',
    'UNKNOWN at 7 alarm-actions-enabled',
    ({ stack, alarm: its }) => {
      new CfnAlarmMuteRule(stack, 'Night', {
        rule: { schedule: { expression: 'cron(0 22 * * *)', duration: 'PT8H' } },
        muteTargets: { alarmNames: [its.ref] },
      });
    },
  ),
  composite(
    'composite-suppressed',
    'composite alarm that another one silences',
    'UNKNOWN at 7 alarm-actions-enabled',
    'ALARM(acl-edited)',
    {
      actionsSuppressor: 'maintenance',
      actionsSuppressorExtensionPeriod: 60,
      actionsSuppressorWaitPeriod: 60,
    },
  ),
];
