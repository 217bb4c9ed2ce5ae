import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { monitored, only, WEBHOOK, warnings } from './monitored-stack';
import { readable } from './readable';

const OF_A_TRAIL = ['AWS::CloudTrail::Trail', 'AWS::S3::Bucket', 'AWS::S3::BucketPolicy', 'AWS::IAM::Role'];

describe('logGroup', () => {
  test.each([
    ['of the app', (stack: Stack) => new LogGroup(stack, 'L', { logGroupName: 'trail-events' })],
    ['imported', (stack: Stack) => LogGroup.fromLogGroupName(stack, 'L', 'trail-events')],
  ])('%s: no trail, bucket or role; filter, alarm and an encrypted topic', (_, logGroup) => {
    const { stack, monitor } = monitored((scope) => ({ logGroup: logGroup(scope) }));
    const template = Template.fromStack(stack);
    for (const type of OF_A_TRAIL) template.resourceCountIs(type, 0);
    expect([monitor.trail, monitor.bucket, monitor.accessLogsBucket, monitor.deliveryRole]).toEqual(
      Array(4).fill(undefined),
    );
    expect(readable(only(stack, 'AWS::Logs::MetricFilter').Properties.LogGroupName)).toMatch(
      /^(trail-events|\$\{L\w+\})$/,
    );
    const services = only(stack, 'AWS::KMS::Key').Properties.KeyPolicy.Statement.map(
      (one: any) => one.Principal.Service,
    );
    expect(services).toEqual([undefined, 'cloudwatch.amazonaws.com']);
    expect(only(stack, 'AWS::SNS::Topic').Properties.KmsMasterKeyId).toBeDefined();
  });

  test('and topic: nothing is left to encrypt, so there is no key', () => {
    const { stack, monitor } = monitored((scope) => ({
      logGroup: LogGroup.fromLogGroupName(scope, 'L', 'trail-events'),
      topic: Topic.fromTopicArn(scope, 'T', 'arn:aws:sns:us-east-1:111122223333:pager'),
    }));
    expect(monitor.encryptionKey).toBeUndefined();
    const types = Object.values<{ Type: string }>(Template.fromStack(stack).toJSON().Resources).map(
      (one) => one.Type,
    );
    expect(types.sort()).toEqual(['AWS::CloudWatch::Alarm', 'AWS::Logs::MetricFilter']);
    expect(only(stack, 'AWS::CloudWatch::Alarm').Properties.AlarmActions).toEqual([
      'arn:aws:sns:us-east-1:111122223333:pager',
    ]);
  });
});

describe('topic', () => {
  test('of the app: alarms may publish, and subscriptions are added to it', () => {
    const { stack } = monitored((scope) => ({
      topic: new Topic(scope, 'Pager'),
      subscriptions: [WEBHOOK()],
    }));
    const { id } = only(stack, 'AWS::SNS::Topic');
    expect(id).toMatch(/^Pager/);
    expect(only(stack, 'AWS::SNS::Subscription').Properties.TopicArn).toEqual({ Ref: id });
    expect(only(stack, 'AWS::CloudWatch::Alarm').Properties.AlarmActions).toEqual([{ Ref: id }]);
    expect(only(stack, 'AWS::SNS::TopicPolicy').Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
      }),
    );
  });

  test('alarmActions: done besides', () => {
    const { stack } = monitored((scope) => ({ alarmActions: [new SnsAction(new Topic(scope, 'Second'))] }));
    expect(readable(only(stack, 'AWS::CloudWatch::Alarm').Properties.AlarmActions)).toEqual([
      expect.stringMatching(/^\$\{NaclChangesTopic/),
      expect.stringMatching(/^\$\{Second/),
    ]);
  });
});

test('bucket of the app: the trail writes to it and waits for its policy', () => {
  const { stack, monitor } = monitored((scope) => ({ trail: { bucket: new Bucket(scope, 'LogFiles') } }));
  const { Properties, DependsOn } = only(stack, 'AWS::CloudTrail::Trail');
  expect(Properties.S3BucketName).toEqual({ Ref: only(stack, 'AWS::S3::Bucket').id });
  expect(DependsOn).toContainEqual(only(stack, 'AWS::S3::BucketPolicy').id);
  expect(monitor.accessLogsBucket).toBeUndefined();
});

test('bucket imported: the trail writes to it, and its policy is not touched', () => {
  const { stack } = monitored((scope) => ({
    trail: { bucket: Bucket.fromBucketName(scope, 'B', 'log-files') },
  }));
  expect(only(stack, 'AWS::CloudTrail::Trail').Properties.S3BucketName).toBe('log-files');
  Template.fromStack(stack).resourceCountIs('AWS::S3::BucketPolicy', 0);
  expect(warnings(stack)).toHaveLength(1);
});

test.each([
  [
    'of the app',
    (scope: Stack) => new Key(scope, 'Ours'),
    { 'Fn::GetAtt': [expect.stringMatching(/^Ours/), 'Arn'] },
  ],
  [
    'imported',
    (scope: Stack) => Key.fromKeyArn(scope, 'Ours', 'arn:aws:kms:us-east-1:111122223333:key/1'),
    'arn:aws:kms:us-east-1:111122223333:key/1',
  ],
])('encryptionKey %s: encrypts trail, log files, log group and topic', (_, key, arn) => {
  const { stack, monitor } = monitored((scope) => ({ encryptionKey: key(scope) }));
  expect(monitor.encryptionKey).toBe(stack.node.findChild('Ours'));
  expect(only(stack, 'AWS::CloudTrail::Trail').Properties.KMSKeyId).toEqual(arn);
  expect(only(stack, 'AWS::Logs::LogGroup').Properties.KmsKeyId).toEqual(arn);
  expect(only(stack, 'AWS::SNS::Topic').Properties.KmsMasterKeyId).toEqual(arn);
  const buckets = Object.values(Template.fromStack(stack).findResources('AWS::S3::Bucket'));
  const keys = buckets.map(
    (one) =>
      one.Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault
        .KMSMasterKeyID,
  );
  expect(keys.filter(Boolean)).toEqual([arn]);
});
