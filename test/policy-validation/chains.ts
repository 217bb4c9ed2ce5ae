import { Stack } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { CfnLogGroup, CfnMetricFilter } from 'aws-cdk-lib/aws-logs';
import { CfnSubscription, CfnTopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export const PATTERN =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';

/** Where a stack is deployed. */
export interface Env {
  readonly account?: string;
  readonly region?: string;
}

/** A sound chain of level 1, in which no two things have the same name. */
export function soundChain(scope: Construct) {
  const logGroup = new CfnLogGroup(scope, 'Events');
  const role = new CfnRole(scope, 'Writer', {
    assumeRolePolicyDocument: {
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    },
    policies: [
      {
        policyName: 'write-events',
        policyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              Resource: logGroup.attrArn,
            },
          ],
        },
      },
    ],
  });
  const trail = new CfnTrail(scope, 'Recorder', {
    s3BucketName: 'somebody-elses-bucket',
    isLogging: true,
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    cloudWatchLogsLogGroupArn: logGroup.attrArn,
    cloudWatchLogsRoleArn: role.attrArn,
  });
  const filter = new CfnMetricFilter(scope, 'Counter', {
    logGroupName: logGroup.ref,
    filterPattern: PATTERN,
    metricTransformations: [
      { metricNamespace: 'Company/Network', metricName: 'PacketFilterEdits', metricValue: '1' },
    ],
  });
  const topic = new CfnTopic(scope, 'Pager');
  const subscription = new CfnSubscription(scope, 'Phone', {
    topicArn: topic.ref,
    protocol: 'https',
    endpoint: 'https://hooks.example.com/nacl',
  });
  const alarm = new CfnAlarm(scope, 'Bell', {
    namespace: 'Company/Network',
    metricName: 'PacketFilterEdits',
    statistic: 'Sum',
    period: 300,
    evaluationPeriods: 1,
    threshold: 1,
    comparisonOperator: 'GreaterThanOrEqualToThreshold',
    treatMissingData: 'notBreaching',
    alarmActions: [topic.ref],
  });
  return { logGroup, role, trail, filter, topic, subscription, alarm };
}

/** A stack in which there is nothing of a chain. */
export function bareStack(scope: Construct, id: string, env?: Env): Stack {
  const stack = new Stack(scope, id, { env });
  new CfnTopic(stack, 'Orders');
  return stack;
}

/** A stack that has a sound chain of its own. */
export function monitoredStack(scope: Construct, id: string, env?: Env) {
  const stack = new Stack(scope, id, { env });
  return { stack, ...soundChain(stack) };
}
