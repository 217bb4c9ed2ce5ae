import type { AwsCli } from './aws-cli';
import { DeployedStack } from './deploy';
import { describeOnEmulator } from './describe-on-emulator';
import { auditLinks } from './links';
import { ALARM_NAME, METRIC_NAME, METRIC_NAMESPACE, monitor, synthesize } from './synthesize';

const WITHOUT_REPLACED_ENTRIES =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';

type Break = (aws: AwsCli, resource: (link: number) => string) => Promise<unknown>;

/** Writes the alarm anew, as PutMetricAlarm does: what is left out is gone. */
const putAlarm = (aws: AwsCli, metricName: string, ...actions: string[]) =>
  aws.run(
    ...['cloudwatch', 'put-metric-alarm', '--alarm-name', ALARM_NAME, '--metric-name', metricName],
    ...[
      '--namespace',
      METRIC_NAMESPACE,
      '--statistic',
      'Sum',
      '--period',
      '300',
      '--evaluation-periods',
      '1',
    ],
    ...['--threshold', '1', '--comparison-operator', 'GreaterThanOrEqualToThreshold', ...actions],
  );

const BREAKS: [number: number, how: string, breakIt: Break][] = [
  [
    1,
    'update-trail --no-is-multi-region-trail',
    (aws, resource) =>
      aws.run('cloudtrail', 'update-trail', '--name', resource(1), '--no-is-multi-region-trail'),
  ],
  [2, 'stop-logging', (aws, resource) => aws.run('cloudtrail', 'stop-logging', '--name', resource(2))],
  [
    3,
    'put-event-selectors, write events alone',
    (aws, resource) =>
      aws.run(
        ...['cloudtrail', 'put-event-selectors', '--trail-name', resource(3)],
        ...['--event-selectors', '[{"ReadWriteType":"WriteOnly","IncludeManagementEvents":true}]'],
      ),
  ],
  [
    4,
    'update-trail without a log group',
    (aws, resource) =>
      aws.run('cloudtrail', 'update-trail', '--name', resource(4), '--cloud-watch-logs-log-group-arn', ''),
  ],
  [
    5,
    'update-trail to a log group without a filter',
    async (aws, resource) => {
      await aws.run('logs', 'create-log-group', '--log-group-name', '/elsewhere');
      const query = ['--log-group-name-prefix', '/elsewhere', '--query', 'logGroups[0].arn'];
      const arn = await aws.run('logs', 'describe-log-groups', ...query);
      await aws.run(
        'cloudtrail',
        'update-trail',
        '--name',
        resource(4),
        '--cloud-watch-logs-log-group-arn',
        arn,
      );
    },
  ],
  [
    5,
    'put-metric-filter with one event missing',
    async (aws, resource) => {
      const group = await aws.run('logs', 'describe-log-groups', '--query', 'logGroups[0].logGroupName');
      const transformation = `metricName=${METRIC_NAME},metricNamespace=${METRIC_NAMESPACE},metricValue=1`;
      await aws.run(
        ...['logs', 'put-metric-filter', '--log-group-name', group, '--filter-name', resource(5)],
        ...['--filter-pattern', WITHOUT_REPLACED_ENTRIES, '--metric-transformations', transformation],
      );
    },
  ],
  [
    6,
    'put-metric-alarm on another metric',
    (aws, resource) => putAlarm(aws, 'SomethingElse', '--alarm-actions', resource(8)),
  ],
  [7, 'put-metric-alarm with no actions', (aws) => putAlarm(aws, METRIC_NAME)],
  [
    8,
    'unsubscribe',
    async (aws, resource) => {
      const query = ['--query', 'Subscriptions[0].SubscriptionArn'];
      const arn = await aws.run('sns', 'list-subscriptions-by-topic', '--topic-arn', resource(8), ...query);
      await aws.run('sns', 'unsubscribe', '--subscription-arn', arn);
    },
  ],
];

describeOnEmulator('a chain with one broken link', (emulator) => {
  test.each(BREAKS.map((row, index) => [...row, index] as const))(
    '%i: %s',
    async (number, _how, breakIt, index) => {
      const aws = emulator().aws.inAccount(String(200_000_000_000 + index));
      await new DeployedStack(aws, 'monitoring').create(synthesize((scope) => monitor(scope)));
      const before = await auditLinks(aws);
      expect(before.filter((link) => link.state !== 'holds')).toEqual([]);

      await breakIt(aws, (link) => before[link - 1].resource);
      const after = await auditLinks(aws);
      expect(after.filter((link) => link.state === 'broken').map((link) => link.number)).toEqual([number]);
      expect(after.filter((link) => link.state === 'not reached' && link.number < number)).toEqual([]);
    },
  );
});
