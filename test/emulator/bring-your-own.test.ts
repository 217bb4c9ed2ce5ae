import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { AwsCli, Output } from '../../emulator/aws-cli';
import { DeployedStack } from '../../emulator/deploy';
import { Existing } from '../../emulator/fixtures';
import { auditLinks } from '../../emulator/links';
import { monitor, synthesize } from '../../emulator/synthesize';
import type { NaclChangeMonitorProps } from '../../src';
import { describeOnEmulator } from './describe-on-emulator';

interface Variant {
  readonly title: string;
  /** Makes what is there before the stack. */
  readonly prepare?: (existing: Existing) => Promise<string>;
  readonly parts: (stack: Stack, prepared: string) => Partial<NaclChangeMonitorProps>;
  /** Resource types of which the stack must not make one of its own. */
  readonly notMade?: string[];
  /** What the services have after CreateStack beyond the eight links. */
  readonly check?: (aws: AwsCli, trail: Output) => Promise<void>;
}

/** A trail with a log group that the app itself has already, as its own stack would hold them. */
function logGroupOfOwnTrail(stack: Stack) {
  const logGroup = new LogGroup(stack, 'Records', { removalPolicy: RemovalPolicy.DESTROY });
  new CfnTrail(stack, 'OwnTrail', {
    isLogging: true,
    isMultiRegionTrail: true,
    s3BucketName: new Bucket(stack, 'OwnFiles', { removalPolicy: RemovalPolicy.DESTROY }).bucketName,
    cloudWatchLogsLogGroupArn: logGroup.logGroupArn,
    cloudWatchLogsRoleArn: new Role(stack, 'Delivery', {
      assumedBy: new ServicePrincipal('cloudtrail.amazonaws.com'),
    }).roleArn,
  });
  return { logGroup };
}

const VARIANTS: Variant[] = [
  { title: 'a log group of the app', parts: logGroupOfOwnTrail },
  {
    title: 'an existing log group',
    prepare: (existing) => existing.logGroupOfTrail('organization-wide'),
    parts: (stack, name) => ({ logGroup: LogGroup.fromLogGroupName(stack, 'Group', name) }),
    notMade: ['AWS::CloudTrail::Trail', 'AWS::S3::Bucket', 'AWS::Logs::LogGroup'],
  },
  { title: 'a bucket of the app', parts: (stack) => ({ trail: { bucket: new Bucket(stack, 'Files') } }) },
  {
    title: 'an existing bucket',
    prepare: (existing) => existing.bucket('central-log-files'),
    parts: (stack, name) => ({ trail: { bucket: Bucket.fromBucketName(stack, 'Files', name) } }),
    notMade: ['AWS::S3::Bucket'],
  },
  { title: 'a key of the app', parts: (stack) => ({ encryptionKey: new Key(stack, 'OwnKey') }) },
  {
    title: 'an existing key',
    prepare: (existing) => existing.keyArn(),
    parts: (stack, arn) => ({ encryptionKey: Key.fromKeyArn(stack, 'OwnKey', arn) }),
    notMade: ['AWS::KMS::Key'],
  },
  { title: 'a topic of the app', parts: (stack) => ({ topic: new Topic(stack, 'Alerts') }) },
  {
    title: 'an existing topic',
    prepare: (existing) => existing.topicArn('alerts'),
    parts: (stack, arn) => ({ topic: Topic.fromTopicArn(stack, 'Alerts', arn) }),
    notMade: ['AWS::SNS::Topic'],
  },
  {
    title: 'an organization trail',
    parts: () => ({ trail: { organizationId: 'o-abcdefghij' } }),
    check: async (aws, trail) => {
      expect(trail.IsOrganizationTrail).toBe(true);
      const policy = ['get-bucket-policy', '--bucket', trail.S3BucketName, '--query', 'Policy'];
      expect(await aws.run('s3api', ...policy)).toContain('/AWSLogs/o-abcdefghij/*');
    },
  },
  {
    title: 'Object Lock',
    parts: () => ({ trail: { objectLockRetention: Duration.days(30) } }),
    check: async (aws, trail) => {
      const lock = await aws.run('s3api', 'get-object-lock-configuration', '--bucket', trail.S3BucketName);
      expect(lock.ObjectLockConfiguration.Rule.DefaultRetention).toEqual({ Mode: 'GOVERNANCE', Days: 30 });
    },
  },
];

describeOnEmulator('a monitor with parts that were there before', (emulator) => {
  test.each(VARIANTS.map((variant, index) => [variant.title, variant, index] as const))(
    '%s: create, update, delete',
    async (_title, { prepare, parts, notMade = [], check }, index) => {
      const aws = emulator().aws.inAccount(String(300_000_000_000 + index));
      const prepared = (await prepare?.(new Existing(aws))) ?? '';
      const withParts = (props = {}) =>
        synthesize((scope) => monitor(scope, { ...parts(scope, prepared), ...props }));
      const stack = new DeployedStack(aws, 'monitoring');

      await stack.create(withParts());
      const links = await auditLinks(aws);
      expect(links.filter((link) => link.state !== 'holds')).toEqual([]);
      const types = (await stack.resources()).map((resource) => resource.type);
      expect(types.filter((type) => notMade.includes(type))).toEqual([]);
      if (check) {
        await check(aws, await aws.run('cloudtrail', 'describe-trails', '--query', 'trailList[0]'));
      }

      const changed = {
        subscriptions: ['security', 'network'].map((name) => new EmailSubscription(`${name}@example.com`)),
        alarm: { period: Duration.minutes(15) },
      };
      await stack.update(withParts(changed));
      expect(await aws.run('cloudwatch', 'describe-alarms', '--query', 'MetricAlarms[].Period')).toEqual([
        900,
      ]);
      const listening = ['list-subscriptions-by-topic', '--topic-arn', links[6].resource];
      expect((await aws.run('sns', ...listening)).Subscriptions).toHaveLength(2);

      await stack.delete();
      expect(await aws.run('cloudwatch', 'describe-alarms', '--query', 'MetricAlarms')).toEqual([]);
    },
  );
});
