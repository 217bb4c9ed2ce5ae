import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { NaclChangeMonitor, type NaclChangeTrailOptions } from '../../src';
import { readable } from './readable';

function resources(type: string, trail: Partial<NaclChangeTrailOptions> = {}) {
  const stack = new Stack(new App(), 'S');
  new NaclChangeMonitor(stack, 'N', {
    subscriptions: [new EmailSubscription('security@example.com')],
    trail: { trailName: 'the-trail', logGroupName: 'the-group', ...trail },
  });
  return Object.entries(readable(Template.fromStack(stack).findResources(type))) as [string, any][];
}

function startingWith(found: [string, any][], prefix: string) {
  const matching = found.filter(([id]) => id.startsWith(prefix));
  expect(matching).toHaveLength(1);
  return matching[0][1];
}

const TRAIL = 'arn:${AWS::Partition}:cloudtrail:${AWS::Region}:${AWS::AccountId}:trail/the-trail';
const ALARMS = 'arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*';

test('key: the account administers; CloudTrail, Logs and CloudWatch use it, each for its own resource', () => {
  const [[, key]] = resources('AWS::KMS::Key');
  expect(key.Properties.EnableKeyRotation).toBe(true);
  expect(key.Properties.KeyPolicy.Statement).toEqual([
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' },
      Action: 'kms:*',
      Resource: '*',
    },
    {
      // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 'kms:GenerateDataKey*',
      Resource: '*',
      Condition: {
        StringEquals: { 'aws:SourceArn': TRAIL },
        StringLike: {
          'kms:EncryptionContext:aws:cloudtrail:arn':
            'arn:${AWS::Partition}:cloudtrail:*:${AWS::AccountId}:trail/*',
        },
      },
    },
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceArn': TRAIL } },
    },
    {
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
      Effect: 'Allow',
      Principal: { Service: 'logs.${AWS::Region}.${AWS::URLSuffix}' },
      Action: ['kms:Decrypt*', 'kms:Describe*', 'kms:Encrypt*', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      Resource: '*',
      Condition: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn':
            'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:the-group',
        },
      },
    },
    {
      // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: '*',
      Condition: {
        StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' },
        ArnLike: { 'aws:SourceArn': ALARMS },
      },
    },
  ]);
});

test('topic: nobody without TLS, and the alarms of this account', () => {
  const [[, policy]] = resources('AWS::SNS::TopicPolicy');
  const [topic] = policy.Properties.Topics;
  expect(policy.Properties.PolicyDocument.Statement).toEqual([
    {
      // https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit
      Sid: 'AllowPublishThroughSSLOnly',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sns:Publish',
      Resource: topic,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    {
      // https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html#sns-publish-to-topic-from-cloudwatch-alarm
      Sid: '1', // CDK numbers the statements of a topic policy
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: topic,
      Condition: {
        StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' },
        ArnLike: { 'aws:SourceArn': ALARMS },
      },
    },
  ]);
});

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
function cloudTrailStatements(policy: any) {
  return policy.Properties.PolicyDocument.Statement.filter(
    (one: any) => one.Principal.Service === 'cloudtrail.amazonaws.com',
  );
}

test.each([
  ['its account', undefined, ['${AWS::AccountId}']],
  ['its account and its organization', 'o-a1b2c3d4e5', ['${AWS::AccountId}', 'o-a1b2c3d4e5']],
])('bucket: the one trail checks it and writes below %s', (_, organizationId, owners) => {
  const policies = resources('AWS::S3::BucketPolicy', { organizationId });
  const policy = startingWith(policies, 'NBucketPolicy');
  const bucket = policy.Properties.Bucket.replace('}', '.Arn}');
  const objects = owners.map((owner) => `${bucket}/AWSLogs/${owner}/*`);
  expect(cloudTrailStatements(policy)).toEqual([
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 's3:GetBucketAcl',
      Resource: bucket,
      Condition: { StringEquals: { 'aws:SourceArn': TRAIL } },
    },
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: objects.length === 1 ? objects[0] : objects,
      Condition: {
        StringEquals: { 'aws:SourceArn': TRAIL, 's3:x-amz-acl': 'bucket-owner-full-control' },
      },
    },
  ]);
  const denied = policy.Properties.PolicyDocument.Statement.filter((one: any) => one.Effect === 'Deny');
  expect(denied.map((one: any) => one.Condition)).toEqual([
    { Bool: { 'aws:SecureTransport': 'false' } },
    { NumericLessThan: { 's3:TlsVersion': 1.2 } },
  ]);
});

test('access logs: S3 writes them for the one bucket of this account', () => {
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html#grant-log-delivery-permissions-general
  const policies = resources('AWS::S3::BucketPolicy');
  const policy = startingWith(policies, 'NAccessLogsBucketPolicy');
  const source = startingWith(policies, 'NBucketPolicy');
  const allowed = policy.Properties.PolicyDocument.Statement.filter((one: any) => one.Effect === 'Allow');
  expect(allowed).toEqual([
    {
      Effect: 'Allow',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: `${policy.Properties.Bucket.replace('}', '.Arn}')}/log-file-bucket/*`,
      Condition: {
        ArnLike: { 'aws:SourceArn': source.Properties.Bucket.replace('}', '.Arn}') },
        StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' },
      },
    },
  ]);
});

test('delivery role: CloudTrail may create streams and put events in the one group, and nothing else', () => {
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
  const [[, role]] = resources('AWS::IAM::Role');
  expect(role.Properties.AssumeRolePolicyDocument.Statement).toEqual([
    { Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ]);
  expect(role.Properties.Policies).toBeUndefined();
  expect(role.Properties.ManagedPolicyArns).toBeUndefined();
  const [[group]] = resources('AWS::Logs::LogGroup');
  const [[, policy]] = resources('AWS::IAM::ManagedPolicy');
  expect(policy.Properties.PolicyDocument.Statement).toEqual([
    { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: `\${${group}.Arn}` },
  ]);
});

test('a topic of the app with a key of its own: alarms may use that key', () => {
  const stack = new Stack(new App(), 'S');
  const topic = new Topic(stack, 'T', { masterKey: new Key(stack, 'K') });
  new NaclChangeMonitor(stack, 'N', { topic });
  const keys = readable(Template.fromStack(stack).findResources('AWS::KMS::Key'));
  const theirs = startingWith(Object.entries(keys), 'K');
  expect(theirs.Properties.KeyPolicy.Statement).toContainEqual({
    Effect: 'Allow',
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
    Condition: {
      StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' },
      ArnLike: { 'aws:SourceArn': ALARMS },
    },
  });
});
