import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { NaclChangeMonitor } from '../../src';
import { monitored, only } from './monitored-stack';
import { readable } from './readable';

const PATTERN =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';

const { stack } = monitored();

test('trail: all regions, all management events, on, validated, encrypted, and fed to the log group', () => {
  const { Properties } = only(stack, 'AWS::CloudTrail::Trail');
  expect(Properties).toEqual({
    TrailName: expect.anything(),
    S3BucketName: { Ref: expect.stringMatching(/^NaclChangesBucket/) },
    IsLogging: true,
    IsMultiRegionTrail: true,
    IncludeGlobalServiceEvents: true,
    EnableLogFileValidation: true,
    EventSelectors: [{ IncludeManagementEvents: true, ReadWriteType: 'All' }],
    KMSKeyId: { 'Fn::GetAtt': [only(stack, 'AWS::KMS::Key').id, 'Arn'] },
    CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': [only(stack, 'AWS::Logs::LogGroup').id, 'Arn'] },
    CloudWatchLogsRoleArn: { 'Fn::GetAtt': [only(stack, 'AWS::IAM::Role').id, 'Arn'] },
  });
  expect(readable(Properties.TrailName)).toMatch(/^Security-NaclChanges-\w+-UUID$/);
});

test('trail waits for the policies that it needs', () => {
  const { DependsOn } = only(stack, 'AWS::CloudTrail::Trail');
  expect(DependsOn).toContainEqual(expect.stringMatching(/^NaclChangesBucketPolicy/));
  expect(DependsOn).toContainEqual(only(stack, 'AWS::IAM::ManagedPolicy').id);
});

test('log group: encrypted, one year, of the class that takes metric filters', () => {
  const { Properties } = only(stack, 'AWS::Logs::LogGroup');
  expect(Properties).toEqual({
    LogGroupName: expect.anything(),
    RetentionInDays: 365,
    KmsKeyId: { 'Fn::GetAtt': [only(stack, 'AWS::KMS::Key').id, 'Arn'] },
  });
  expect(readable(Properties.LogGroupName)).toMatch(/^\/nacl-change-monitor\/Security-NaclChanges-\w+-UUID$/);
});

test('key: one, rotated', () => {
  expect(only(stack, 'AWS::KMS::Key').Properties).toEqual({
    Description: expect.any(String),
    EnableKeyRotation: true,
    KeyPolicy: expect.anything(),
  });
});

test('without names: a namespace of the construct, a metric name of the path, an alarm name of CloudFormation', () => {
  const plain = monitored({
    metricNamespace: undefined,
    metricName: undefined,
    alarm: { alarmName: undefined },
  });
  const { AlarmName, Namespace, MetricName } = only(plain.stack, 'AWS::CloudWatch::Alarm').Properties;
  expect([AlarmName, Namespace]).toEqual([undefined, 'NaclChangeMonitor']);
  expect(MetricName).toMatch(/^Security-NaclChanges-[0-9A-F]{8}$/);
});

test('metric filter: the exact pattern on that group, one a change, else zero', () => {
  expect(only(stack, 'AWS::Logs::MetricFilter').Properties).toEqual({
    FilterPattern: PATTERN,
    LogGroupName: { Ref: only(stack, 'AWS::Logs::LogGroup').id },
    MetricTransformations: [
      {
        MetricNamespace: 'Company/Network',
        MetricName: 'PacketFilterEdits',
        MetricValue: '1',
        DefaultValue: 0,
      },
    ],
  });
});

test('alarm: rings on one change in five minutes of that metric, through the topic', () => {
  const { Properties } = only(stack, 'AWS::CloudWatch::Alarm');
  expect(Properties).toEqual({
    AlarmName: 'somebody-touched-a-subnet',
    AlarmDescription: expect.stringMatching(
      /CIS AWS Foundations 4\.11 .* CloudWatch\.11\..* https:\/\/\S+\/docs\/runbook\.md$/,
    ),
    Namespace: 'Company/Network',
    MetricName: 'PacketFilterEdits',
    Statistic: 'Sum',
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
    AlarmActions: [{ Ref: only(stack, 'AWS::SNS::Topic').id }],
  });
});

test('topic: encrypted with the key, and subscribed', () => {
  expect(only(stack, 'AWS::SNS::Topic').Properties).toEqual({
    KmsMasterKeyId: { 'Fn::GetAtt': [only(stack, 'AWS::KMS::Key').id, 'Arn'] },
  });
  expect(only(stack, 'AWS::SNS::Subscription').Properties).toEqual({
    Protocol: 'https',
    Endpoint: 'https://hooks.example.com/nacl',
    TopicArn: { Ref: only(stack, 'AWS::SNS::Topic').id },
  });
});

// A first deployment that fails takes key and log group back, so that the next try finds their names free.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
test.each([
  [undefined, 'RetainExceptOnCreate Retain', 'Retain Retain'],
  [RemovalPolicy.RETAIN, 'RetainExceptOnCreate Retain', 'Retain Retain'],
  [RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, 'RetainExceptOnCreate Retain', 'Retain Retain'],
  [RemovalPolicy.DESTROY, 'Delete Delete', 'Delete Delete'],
])(
  'removalPolicy %s: on deletion and replacement key and log group have %s, buckets %s, everything else nothing',
  (removalPolicy, expected, ofBuckets) => {
    const { Resources } = Template.fromStack(monitored({ removalPolicy }).stack).toJSON();
    const fates = Object.values<any>(Resources)
      .filter((one) => one.DeletionPolicy || one.UpdateReplacePolicy)
      .map((one) => `${one.Type} ${one.DeletionPolicy} ${one.UpdateReplacePolicy}`);
    expect(fates.sort()).toEqual([
      `AWS::KMS::Key ${expected}`,
      `AWS::Logs::LogGroup ${expected}`,
      `AWS::S3::Bucket ${ofBuckets}`,
      `AWS::S3::Bucket ${ofBuckets}`,
      `AWS::S3::BucketPolicy ${ofBuckets}`,
      `AWS::S3::BucketPolicy ${ofBuckets}`,
    ]);
  },
);

test('nothing in the template that a StackSet could not deploy: no assets, no custom resources', () => {
  const { Resources } = Template.fromStack(stack).toJSON();
  const types = Object.values<{ Type: string }>(Resources).map(({ Type }) => Type);
  expect([...new Set(types)].sort()).toEqual([
    'AWS::CloudTrail::Trail',
    'AWS::CloudWatch::Alarm',
    'AWS::IAM::ManagedPolicy',
    'AWS::IAM::Role',
    'AWS::KMS::Key',
    'AWS::Logs::LogGroup',
    'AWS::Logs::MetricFilter',
    'AWS::S3::Bucket',
    'AWS::S3::BucketPolicy',
    'AWS::SNS::Subscription',
    'AWS::SNS::Topic',
    'AWS::SNS::TopicPolicy',
  ]);
});

test('what is published as constants is what the benchmark says', () => {
  expect(NaclChangeMonitor.FILTER_PATTERN).toBe(PATTERN);
  expect(NaclChangeMonitor.EVENT_NAMES).toEqual([
    'CreateNetworkAcl',
    'CreateNetworkAclEntry',
    'DeleteNetworkAcl',
    'DeleteNetworkAclEntry',
    'ReplaceNetworkAclEntry',
    'ReplaceNetworkAclAssociation',
  ]);
});
