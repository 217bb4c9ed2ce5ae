import type { AwsCli, Output } from './aws-cli';
import { Chain, type Link } from './chain';

// Spelled out, so that a mistake in the library's own constant cannot hide here.
const PATTERN =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';
const SUBSCRIPTION_ARN = /^arn:[\w-]+:sns:[\w-]+:\d{12}:[\w.-]+:[\w-]+$/;
const SNS_TOPIC_ARN = /^arn:[\w-]+:sns:/;

/** Reads the eight links with the benchmark's commands: of one trail, or of that whose chain holds best. */
export async function auditLinks(aws: AwsCli, trailName?: string): Promise<Link[]> {
  const { trailList } = await aws.run('cloudtrail', 'describe-trails');
  const trails: Output[] = trailList.filter((trail: Output) => [undefined, trail.Name].includes(trailName));
  const chains = await Promise.all(trails.map((trail) => chainOf(aws, trail)));
  const holding = (links: Link[]) => links.filter((link) => link.state === 'holds').length;
  return chains.sort((one, other) => holding(other) - holding(one))[0] ?? withoutTrail();
}

function withoutTrail(): Link[] {
  const chain = new Chain();
  chain.judge(1, '', false, 'there is no trail');
  return chain.links;
}

async function chainOf(aws: AwsCli, trail: Output): Promise<Link[]> {
  const chain = new Chain();
  const groupArn: string = trail.CloudWatchLogsLogGroupArn ?? '';
  const group = groupArn.split('log-group:')[1]?.replace(/:\*$/, '');
  const [status, selectors, filters] = await Promise.all([
    aws.run('cloudtrail', 'get-trail-status', '--name', trail.Name),
    aws.run('cloudtrail', 'get-event-selectors', '--trail-name', trail.Name),
    group ? aws.run('logs', 'describe-metric-filters', '--log-group-name', group) : undefined,
  ]);
  chain.judge(
    1,
    trail.Name,
    trail.IsMultiRegionTrail === true,
    `IsMultiRegionTrail is ${trail.IsMultiRegionTrail}`,
  );
  chain.judge(2, trail.Name, status.IsLogging === true, `IsLogging is ${status.IsLogging}`);
  chain.judge(3, trail.Name, recordsAllManagementEvents(selectors), JSON.stringify(withoutArn(selectors)));
  chain.judge(
    4,
    group ?? trail.Name,
    group !== undefined,
    `CloudWatchLogsLogGroupArn is ${groupArn || 'not set'}`,
  );
  if (!filters) {
    return chain.links;
  }

  const exact = filters.metricFilters.find((one: Output) => one.filterPattern === PATTERN);
  const filter = exact ?? filters.metricFilters[0];
  chain.judge(5, filter?.filterName ?? group, exact !== undefined, `its pattern is ${filter?.filterPattern}`);
  if (!filter) {
    return chain.links;
  }

  const { metricName, metricNamespace } = filter.metricTransformations[0];
  const query = `MetricAlarms[?MetricName==\`${metricName}\`]`;
  const alarms: Output[] = await aws.run('cloudwatch', 'describe-alarms', '--query', query);
  const watching = alarms.find(
    (one) => one.Namespace === metricNamespace && samePlace(one.AlarmArn, groupArn),
  );
  const seen = alarms.map((one) => `${one.AlarmName} watches ${one.Namespace} ${one.MetricName}`).join(', ');
  const metric = `${metricNamespace} ${metricName}`;
  chain.judge(6, watching?.AlarmName ?? metric, watching !== undefined, seen || `no alarm watches ${metric}`);
  if (!watching) {
    return chain.links;
  }

  const topic = watching.AlarmActions.find((action: string) => SNS_TOPIC_ARN.test(action));
  chain.judge(
    7,
    topic ?? watching.AlarmName,
    topic !== undefined,
    `AlarmActions are ${JSON.stringify(watching.AlarmActions)}`,
  );
  if (!topic) {
    return chain.links;
  }

  const { Subscriptions } = await aws.run('sns', 'list-subscriptions-by-topic', '--topic-arn', topic);
  const arns: string[] = Subscriptions.map((one: Output) => one.SubscriptionArn);
  const listening = arns.find((arn) => SUBSCRIPTION_ARN.test(arn));
  chain.judge(8, listening ?? topic, listening !== undefined, arns.join(', ') || 'no subscription');
  return chain.links;
}

/** Where an alarm and a log group are: partition, region and account of an ARN, without the service. */
function samePlace(alarmArn: string, groupArn: string): boolean {
  const place = (arn: string) => [1, 3, 4].map((part) => arn.split(':')[part]).join();
  return place(alarmArn) === place(groupArn);
}

function recordsAllManagementEvents({ EventSelectors, AdvancedEventSelectors }: Output): boolean {
  const basic = (EventSelectors ?? []).some(
    (one: Output) => one.IncludeManagementEvents === true && one.ReadWriteType === 'All',
  );
  const advanced = (AdvancedEventSelectors ?? []).some(({ FieldSelectors: [field, ...others] }: Output) => {
    return others.length === 0 && field.Field === 'eventCategory' && String(field.Equals) === 'Management';
  });
  return basic || advanced;
}

function withoutArn({ TrailARN: _trailArn, ...selectors }: Output): Output {
  return selectors;
}
