import type { AwsCli } from '../../emulator/aws-cli';

/** All that a drill may leave: queues, subscriptions of queues, log streams of drills, network ACLs that are no VPC's own. */
export async function leftovers(aws: AwsCli, logGroup: string): Promise<Record<string, unknown>> {
  const [queues, subscriptions, streams, acls] = await Promise.all([
    aws.run('sqs', 'list-queues'),
    aws.run('sns', 'list-subscriptions', '--query', "Subscriptions[?Protocol=='sqs']"),
    aws.run(
      ...['logs', 'describe-log-streams', '--log-group-name', logGroup],
      ...['--query', "logStreams[?contains(logStreamName, 'drill')]"],
    ),
    aws.run('ec2', 'describe-network-acls', '--query', 'NetworkAcls[?!IsDefault]'),
  ]);
  return { queues: queues?.QueueUrls ?? [], subscriptions, streams, acls };
}

export const NOTHING = { queues: [], subscriptions: [], streams: [], acls: [] };
