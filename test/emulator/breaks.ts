import type { AwsCli } from '../../emulator/aws-cli';
import type { DeployedResource } from '../../emulator/deploy';
import { ALARM_NAME, METRIC_NAME, METRIC_NAMESPACE } from '../../emulator/synthesize';

/** One call, or two, by which somebody breaks one link of a deployed chain. */
export interface Break {
  readonly link: number;
  readonly how: string;
  readonly apply: (aws: AwsCli, parts: Parts) => Promise<unknown>;
}

/** The chain's parts by the names that the API takes. */
export interface Parts {
  readonly trail: string;
  readonly group: string;
  readonly filter: string;
  readonly topic: string;
}

export function partsOf(resources: DeployedResource[]): Parts {
  const physicalId = (type: string) => resources.find((one) => one.type === type)?.physicalId ?? `no ${type}`;
  return {
    trail: physicalId('AWS::CloudTrail::Trail'),
    group: physicalId('AWS::Logs::LogGroup'),
    filter: physicalId('AWS::Logs::MetricFilter'),
    topic: physicalId('AWS::SNS::Topic'),
  };
}

const WITHOUT_REPLACED_ENTRIES =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';

const updateTrail = (aws: AwsCli, trail: string, ...changes: string[]) =>
  aws.run('cloudtrail', 'update-trail', '--name', trail, ...changes);

/** PutMetricAlarm writes the alarm anew: what is left out is gone. */
const putAlarm = (aws: AwsCli, metricName: string, ...actions: string[]) =>
  aws.run(
    ...['cloudwatch', 'put-metric-alarm', '--alarm-name', ALARM_NAME, '--metric-name', metricName],
    ...['--namespace', METRIC_NAMESPACE, '--statistic', 'Sum', '--period', '300'],
    ...['--evaluation-periods', '1', '--threshold', '1', '--comparison-operator'],
    ...['GreaterThanOrEqualToThreshold', ...actions],
  );

async function feedAnotherGroup(aws: AwsCli, { trail }: Parts): Promise<void> {
  await aws.run('logs', 'create-log-group', '--log-group-name', '/elsewhere');
  const query = ['--log-group-name-prefix', '/elsewhere', '--query', 'logGroups[0].arn'];
  const arn = await aws.run('logs', 'describe-log-groups', ...query);
  await updateTrail(aws, trail, '--cloud-watch-logs-log-group-arn', arn);
}

function forgetOneEvent(aws: AwsCli, { group, filter }: Parts): Promise<unknown> {
  const metric = `metricName=${METRIC_NAME},metricNamespace=${METRIC_NAMESPACE},metricValue=1`;
  return aws.run(
    ...['logs', 'put-metric-filter', '--log-group-name', group, '--filter-name', filter],
    ...['--filter-pattern', WITHOUT_REPLACED_ENTRIES, '--metric-transformations', metric],
  );
}

async function unsubscribe(aws: AwsCli, { topic }: Parts): Promise<void> {
  const query = ['--query', 'Subscriptions[0].SubscriptionArn'];
  const arn = await aws.run('sns', 'list-subscriptions-by-topic', '--topic-arn', topic, ...query);
  await aws.run('sns', 'unsubscribe', '--subscription-arn', arn);
}

const WRITES_ONLY = '[{"ReadWriteType":"WriteOnly","IncludeManagementEvents":true}]';

export const BREAKS: Break[] = [
  {
    link: 1,
    how: 'update-trail --no-is-multi-region-trail',
    apply: (aws, { trail }) => updateTrail(aws, trail, '--no-is-multi-region-trail'),
  },
  {
    link: 2,
    how: 'stop-logging',
    apply: (aws, { trail }) => aws.run('cloudtrail', 'stop-logging', '--name', trail),
  },
  {
    link: 3,
    how: 'put-event-selectors, write events alone',
    apply: (aws, { trail }) =>
      aws.run('cloudtrail', 'put-event-selectors', '--trail-name', trail, '--event-selectors', WRITES_ONLY),
  },
  {
    link: 4,
    how: 'update-trail without a log group',
    apply: (aws, { trail }) => updateTrail(aws, trail, '--cloud-watch-logs-log-group-arn', ''),
  },
  { link: 5, how: 'update-trail to a log group without a filter', apply: feedAnotherGroup },
  { link: 5, how: 'put-metric-filter with one event missing', apply: forgetOneEvent },
  {
    link: 6,
    how: 'put-metric-alarm on another metric',
    apply: (aws, { topic }) => putAlarm(aws, 'SomethingElse', '--alarm-actions', topic),
  },
  { link: 7, how: 'put-metric-alarm with no actions', apply: (aws) => putAlarm(aws, METRIC_NAME) },
  { link: 8, how: 'unsubscribe', apply: unsubscribe },
];
