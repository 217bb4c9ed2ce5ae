import { type App, type CfnElement, Stack } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { CfnLogGroup, CfnMetricFilter } from 'aws-cdk-lib/aws-logs';
import { CfnSubscription, CfnTopic, CfnTopicPolicy } from 'aws-cdk-lib/aws-sns';
import { alarmsMayUse, cloudTrailMayUse, key, logsMayUse } from './keys';

// Literals only, spelled out: a wrong constant of src must not pass. No two things share a name.

export const ACCOUNT = '111122223333';
export const REGION = 'eu-central-1';
export const ENV = { account: ACCOUNT, region: REGION };

export const PATTERN =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';

export const GROUP_NAME = '/audit/events';
export const GROUP_ARN = 'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/events:*';
export const TOPIC_ARN = 'arn:aws:sns:eu-central-1:111122223333:security-pager';

/** One transformation of the metric filter, which a case changes in one place. */
export const TRANSFORMATION = {
  metricNamespace: 'Audit',
  metricName: 'AclEdits',
  metricValue: '1',
  defaultValue: 0,
};

/** The alarm, without its action. */
export const ALARM = {
  alarmName: 'acl-edited',
  namespace: 'Audit',
  metricName: 'AclEdits',
  statistic: 'Sum',
  period: 300,
  evaluationPeriods: 1,
  threshold: 1,
  comparisonOperator: 'GreaterThanOrEqualToThreshold',
  treatMissingData: 'notBreaching',
};

/** A chain that rings, of resources of level 1; a case changes or leaves out one of them. */
export class SoundAccount {
  public readonly stack: Stack;
  public readonly trailKey;
  public readonly groupKey;
  public readonly topicKey;
  public readonly logGroup: CfnLogGroup;
  public readonly role: CfnRole;
  public readonly trail: CfnTrail;
  public readonly filter: CfnMetricFilter;
  public readonly alarm: CfnAlarm;
  public readonly topic: CfnTopic;
  public readonly topicPolicy: CfnTopicPolicy;
  public readonly subscription: CfnSubscription;

  constructor(app: App) {
    const stack = new Stack(app, 'Security', { env: ENV });
    this.stack = stack;
    this.trailKey = key(stack, 'TrailKey', [cloudTrailMayUse()]);
    this.groupKey = key(stack, 'GroupKey', [logsMayUse()]);
    this.topicKey = key(stack, 'TopicKey', [alarmsMayUse()]);
    this.logGroup = new CfnLogGroup(stack, 'Group', {
      logGroupName: GROUP_NAME,
      kmsKeyId: this.groupKey.attrArn,
    });
    this.role = new CfnRole(stack, 'Writer', {
      roleName: 'trail-writer',
      assumeRolePolicyDocument: mayAssume('cloudtrail.amazonaws.com'),
      policies: [{ policyName: 'write', policyDocument: mayWrite() }],
    });
    this.trail = new CfnTrail(stack, 'Trail', {
      trailName: 'management-events',
      s3BucketName: 'log-archive',
      isLogging: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      cloudWatchLogsLogGroupArn: this.logGroup.attrArn,
      cloudWatchLogsRoleArn: this.role.attrArn,
      kmsKeyId: this.trailKey.attrArn,
    });
    this.filter = new CfnMetricFilter(stack, 'AclFilter', {
      logGroupName: this.logGroup.ref,
      filterPattern: PATTERN,
      metricTransformations: [TRANSFORMATION],
    });
    this.topic = new CfnTopic(stack, 'Pager', {
      topicName: 'security-pager',
      kmsMasterKeyId: this.topicKey.ref,
    });
    this.topicPolicy = new CfnTopicPolicy(stack, 'PagerPolicy', {
      topics: [this.topic.ref],
      policyDocument: mayPublish(),
    });
    this.subscription = new CfnSubscription(stack, 'Hook', {
      topicArn: this.topic.ref,
      protocol: 'https',
      endpoint: 'https://hooks.example.com/acl',
    });
    this.alarm = new CfnAlarm(stack, 'Alarm', { ...ALARM, alarmActions: [this.topic.ref] });
  }

  /** Leaves resources out of the app, whoever refers to them. */
  public without(...resources: CfnElement[]): void {
    for (const resource of resources) this.stack.node.tryRemoveChild(resource.node.id);
  }

  /** Changes the transformation of the metric filter. */
  public transform(change: Partial<CfnMetricFilter.MetricTransformationProperty>): void {
    this.filter.metricTransformations = [{ ...TRANSFORMATION, ...change }];
  }
}

export function policy(...statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

export function mayAssume(service: string): object {
  return policy({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' });
}

export function mayWrite(
  actions: readonly string[] = ['logs:CreateLogStream', 'logs:PutLogEvents'],
  resource: string = GROUP_ARN,
): object {
  return policy({ Effect: 'Allow', Action: actions, Resource: resource });
}

/** The policy of the topic with one thing changed. */
export function mayPublish(change: object = {}): object {
  return policy({
    Effect: 'Allow',
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Action: 'sns:Publish',
    Resource: TOPIC_ARN,
    Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
    ...change,
  });
}
