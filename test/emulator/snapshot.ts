import type { AwsCli, Output } from '../../emulator/aws-cli';

/** What stands in an account, by ARN or path, as the AWS CLI describes it. */
export type Snapshot = Readonly<Record<string, Output>>;

/** What changes by itself. */
const VOLATILE =
  /Timestamp|storedBytes|LatestDelivery|StartLogging|StopLogging|Time(Logging)|creationTime|State|metricFilterCount|HasCustomEventSelectors|TimeLogging/;

export async function snapshot(aws: AwsCli): Promise<Snapshot> {
  const all: Record<string, Output> = {};
  const { trailList } = await aws.run('cloudtrail', 'describe-trails');
  for (const trail of trailList) {
    const [status, selectors] = await Promise.all([
      aws.run('cloudtrail', 'get-trail-status', '--name', trail.Name),
      aws.run('cloudtrail', 'get-event-selectors', '--trail-name', trail.Name),
    ]);
    all[trail.TrailARN] = { ...trail, ...status, ...selectors };
  }
  for (const group of (await aws.run('logs', 'describe-log-groups')).logGroups) all[group.arn] = group;
  for (const filter of (await aws.run('logs', 'describe-metric-filters')).metricFilters) {
    all[`${filter.logGroupName}/${filter.filterName}`] = filter;
  }
  for (const alarm of (await aws.run('cloudwatch', 'describe-alarms')).MetricAlarms)
    all[alarm.AlarmArn] = alarm;
  for (const { TopicArn } of (await aws.run('sns', 'list-topics')).Topics) {
    const { Attributes } = await aws.run('sns', 'get-topic-attributes', '--topic-arn', TopicArn);
    const { Subscriptions } = await aws.run('sns', 'list-subscriptions-by-topic', '--topic-arn', TopicArn);
    const { Policy, DisplayName, KmsMasterKeyId } = Attributes;
    all[TopicArn] = { Policy: JSON.parse(Policy), DisplayName, KmsMasterKeyId };
    for (const each of Subscriptions) all[`${TopicArn} ${each.Endpoint}`] = each;
  }
  for (const { KeyId, KeyArn } of (await aws.run('kms', 'list-keys')).Keys) {
    const { KeyMetadata } = await aws.run('kms', 'describe-key', '--key-id', KeyId);
    const asked = ['get-key-policy', '--key-id', KeyId, '--policy-name', 'default'];
    all[KeyArn] = {
      Enabled: KeyMetadata.Enabled,
      policy: JSON.parse((await aws.run('kms', ...asked)).Policy),
    };
  }
  for (const { RoleName, Arn } of (await aws.run('iam', 'list-roles')).Roles) {
    const { PolicyNames } = await aws.run('iam', 'list-role-policies', '--role-name', RoleName);
    const { Role } = await aws.run('iam', 'get-role', '--role-name', RoleName);
    all[Arn] = { PolicyNames, trust: Role.AssumeRolePolicyDocument };
  }
  return JSON.parse(JSON.stringify(all, (key, value) => (VOLATILE.test(key) ? undefined : value)));
}

/** What stood before and is another afterwards, or gone. */
export function changedIn(before: Snapshot, after: Snapshot): string[] {
  return Object.keys(before)
    .filter((id) => JSON.stringify(before[id]) !== JSON.stringify(after[id]))
    .sort();
}
