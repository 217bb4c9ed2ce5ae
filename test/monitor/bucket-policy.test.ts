import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { NaclChangeMonitor } from '../../src';
import { monitored, propertiesOf, WEBHOOK } from './monitored-stack';

const ENV = { account: '111122223333', region: 'eu-central-1' };
const TRAILS = 'arn:${AWS::Partition}:cloudtrail:${AWS::Region}:${AWS::AccountId}:trail/';

const bucketStatements = (stack: Stack, idPrefix: string) =>
  propertiesOf(stack, 'AWS::S3::BucketPolicy', idPrefix).PolicyDocument.Statement;

/** The ARN of the bucket that a policy belongs to, as text. */
const bucketOf = (stack: Stack, idPrefix: string) =>
  propertiesOf(stack, 'AWS::S3::BucketPolicy', idPrefix).Bucket.replace('}', '.Arn}');

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html#example-object-tls-version
const tlsOnly = (bucket: string) =>
  [{ Bool: { 'aws:SecureTransport': 'false' } }, { NumericLessThan: { 's3:TlsVersion': 1.2 } }].map(
    (Condition) => ({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:*',
      Resource: [bucket, `${bucket}/*`],
      Condition,
    }),
  );

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
const cloudTrail = (bucket: string, trail: string, objects: string | string[], operator = 'StringEquals') => {
  const acl = { 's3:x-amz-acl': 'bucket-owner-full-control' };
  const source = { 'aws:SourceArn': trail };
  return [
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 's3:GetBucketAcl',
      Resource: bucket,
      Condition: { [operator]: source },
    },
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: objects,
      Condition:
        operator === 'StringEquals'
          ? { StringEquals: { ...source, ...acl } }
          : { [operator]: source, StringEquals: acl },
    },
  ];
};

test('TLS only; the one trail checks the bucket and writes below its account', () => {
  const { stack } = monitored({ trail: { trailName: 'the-trail' } });
  const bucket = bucketOf(stack, 'NaclChangesBucketPolicy');
  expect(bucketStatements(stack, 'NaclChangesBucketPolicy')).toEqual([
    ...tlsOnly(bucket),
    ...cloudTrail(bucket, `${TRAILS}the-trail`, `${bucket}/AWSLogs/\${AWS::AccountId}/*`),
  ]);
});

test('in a known account and region: spelled out', () => {
  const { stack } = monitored({ trail: { trailName: 'the-trail' } }, { env: ENV });
  const bucket = bucketOf(stack, 'NaclChangesBucketPolicy');
  const trail = 'arn:${AWS::Partition}:cloudtrail:eu-central-1:111122223333:trail/the-trail';
  expect(bucketStatements(stack, 'NaclChangesBucketPolicy')).toEqual([
    ...tlsOnly(bucket),
    ...cloudTrail(bucket, trail, `${bucket}/AWSLogs/111122223333/*`),
  ]);
});

test('of an organization trail: below the organization as well', () => {
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html#org-trail-bucket-policy
  const { stack } = monitored({ trail: { trailName: 'the-trail', organizationId: 'o-a1b2c3d4e5' } });
  const bucket = bucketOf(stack, 'NaclChangesBucketPolicy');
  expect(bucketStatements(stack, 'NaclChangesBucketPolicy')).toEqual([
    ...tlsOnly(bucket),
    ...cloudTrail(bucket, `${TRAILS}the-trail`, [
      `${bucket}/AWSLogs/\${AWS::AccountId}/*`,
      `${bucket}/AWSLogs/o-a1b2c3d4e5/*`,
    ]),
  ]);
});

test('access logs: TLS only; S3 writes them for the one bucket of this account', () => {
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html#grant-log-delivery-permissions-general
  const { stack } = monitored();
  const bucket = bucketOf(stack, 'NaclChangesAccessLogsBucketPolicy');
  expect(bucketStatements(stack, 'NaclChangesAccessLogsBucketPolicy')).toEqual([
    ...tlsOnly(bucket),
    {
      Effect: 'Allow',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: `${bucket}/log-file-bucket/*`,
      Condition: {
        ArnLike: { 'aws:SourceArn': bucketOf(stack, 'NaclChangesBucketPolicy') },
        StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' },
      },
    },
  ]);
});

test('a given bucket of the same stack gets what CloudTrail needs and nothing else', () => {
  const { stack } = monitored((scope) => ({
    trail: { trailName: 'the-trail', bucket: new Bucket(scope, 'LogFiles') },
  }));
  const bucket = bucketOf(stack, 'LogFilesPolicy');
  expect(bucketStatements(stack, 'LogFilesPolicy')).toEqual(
    cloudTrail(bucket, `${TRAILS}the-trail`, `${bucket}/AWSLogs/\${AWS::AccountId}/*`),
  );
});

// A policy of another stack is deployed first: it cannot name a trail whose name only the monitor's stack knows.
test.each([
  ['another stack', (shared: Stack, app: App) => ({ shared, own: new Stack(app, 'Security') })],
  ['the parent of a nested stack', (shared: Stack) => ({ shared, own: new NestedStack(shared, 'Nested') })],
])('a given bucket of %s: any trail of the account, unless the name is given', (_, place) => {
  for (const [trailName, operator, trail] of [
    [undefined, 'ArnLike', '*'],
    ['the-trail', 'StringEquals', 'the-trail'],
  ] as const) {
    const app = new App();
    const { shared, own } = place(new Stack(app, 'Shared'), app);
    new NaclChangeMonitor(own, 'NaclChanges', {
      trail: { trailName, bucket: new Bucket(shared, 'LogFiles') },
      subscriptions: [WEBHOOK()],
    });
    const statements = bucketStatements(shared, 'LogFilesPolicy');
    const bucket = bucketOf(shared, 'LogFilesPolicy');
    expect(statements).toEqual(
      cloudTrail(bucket, `${TRAILS}${trail}`, `${bucket}/AWSLogs/\${AWS::AccountId}/*`, operator),
    );
  }
});
