/** Accounts of which much may be joined with much: templates with parameters for names. */

type Resources = Record<string, object>;

const PATTERN =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';

const BASE: Resources = {
  Events: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: 'events' } },
  Writer: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: statement({
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      Policies: [
        {
          PolicyName: 'write',
          PolicyDocument: statement({ Action: 'logs:*', Resource: { 'Fn::GetAtt': ['Events', 'Arn'] } }),
        },
      ],
    },
  },
  // Nobody listens, so that every way is followed to its end.
  Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'topic' } },
};

export interface Growth {
  readonly title: string;
  readonly sizes: readonly number[];
  /** Of how many pairs the answers can differ. */
  pairs(size: number): number;
  templates(size: number): readonly object[];
}

export const GROWTH: readonly Growth[] = [
  {
    title: 'n filters, 2n alarms on metrics that parameters name',
    sizes: [25, 50, 100],
    pairs: (n) => 2 * n * n,
    templates: (n) => [template({ ...trails(1), ...filters(n), ...alarms(2 * n, parameter) }, 2 * n)],
  },
  {
    title: 'n trails of one log group, n filters, n alarms on metrics that parameters name',
    sizes: [25, 50, 100],
    pairs: (n) => n * n,
    templates: (n) => [template({ ...trails(n), ...filters(n), ...alarms(n, parameter) }, n)],
  },
  {
    title: 'n alarms on one metric, n composite alarms whose rules parameters decide',
    sizes: [25, 50, 100],
    pairs: (n) => n * n,
    templates: (n) => [
      template({ ...trails(1), ...filters(1), ...alarms(n, () => 'Metric0', []), ...composites(n) }, n),
    ],
  },
  {
    title: 'n accounts that fail',
    sizes: [50, 100, 200],
    pairs: (n) => n,
    templates: (n) =>
      Array.from({ length: n }, () =>
        template({ ...trails(1), ...filters(1), ...alarms(1, () => 'Metric0') }, 0),
      ),
  },
];

function template(resources: Resources, parameters: number): object {
  const names = Array.from({ length: parameters }, (_, i) => [`Name${i}`, { Type: 'String' }]);
  return { Parameters: Object.fromEntries(names), Resources: { ...BASE, ...resources } };
}

const parameter = (i: number): object => ({ Ref: `Name${i}` });

function many(count: number, name: string, resource: (i: number) => object): Resources {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`${name}${i}`, resource(i)]));
}

function trails(count: number): Resources {
  return many(count, 'Trail', (i) => ({
    Type: 'AWS::CloudTrail::Trail',
    Properties: {
      TrailName: `trail-${i}`,
      S3BucketName: 'log-files',
      IsLogging: true,
      IsMultiRegionTrail: true,
      CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': ['Events', 'Arn'] },
      CloudWatchLogsRoleArn: { 'Fn::GetAtt': ['Writer', 'Arn'] },
    },
  }));
}

function filters(count: number): Resources {
  return many(count, 'Filter', (i) => ({
    Type: 'AWS::Logs::MetricFilter',
    Properties: {
      LogGroupName: { Ref: 'Events' },
      FilterPattern: PATTERN,
      MetricTransformations: [{ MetricNamespace: 'Audit', MetricName: `Metric${i}`, MetricValue: '1' }],
    },
  }));
}

function alarms(
  count: number,
  metricName: (i: number) => unknown,
  actions: readonly object[] = [{ Ref: 'Topic' }],
): Resources {
  return many(count, 'Alarm', (i) => ({
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      AlarmName: `alarm-${i}`,
      Namespace: 'Audit',
      MetricName: metricName(i),
      Statistic: 'Sum',
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      AlarmActions: actions,
    },
  }));
}

function composites(count: number): Resources {
  return many(count, 'Composite', (i) => ({
    Type: 'AWS::CloudWatch::CompositeAlarm',
    Properties: { AlarmName: `composite-${i}`, AlarmRule: parameter(i), AlarmActions: [{ Ref: 'Topic' }] },
  }));
}

function statement(given: object): object {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...given }] };
}
