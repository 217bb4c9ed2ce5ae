import { Duration } from 'aws-cdk-lib';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { type DeployedResource, DeployedStack } from '../../emulator/deploy';
import { auditLinks } from '../../emulator/links';
import { monitor, synthesize } from '../../emulator/synthesize';
import { describeOnEmulator } from './describe-on-emulator';

const ALL_HOLD = Array.from({ length: 8 }, () => 'holds');

describeOnEmulator('a stack with a monitor and nothing else', (emulator) => {
  const aws = () => emulator().aws;
  let stack: DeployedStack;
  let resources: DeployedResource[];
  const made = (type: string) => resources.filter((one) => one.type === type);
  const physicalId = (type: string, logicalId = /./) =>
    made(type).find((one) => logicalId.test(one.logicalId))?.physicalId ?? `no ${type}`;

  test('CreateStack makes a chain of which all eight links hold', async () => {
    stack = new DeployedStack(aws(), 'monitoring');
    await stack.create(synthesize((scope) => monitor(scope)));
    resources = await stack.resources();
    expect((await auditLinks(aws())).map((link) => link.state)).toEqual(ALL_HOLD);
  });

  test('the services have what the template says', async () => {
    const bucket = physicalId('AWS::S3::Bucket', /MonitorBucket/);
    const keyArn = expect.stringMatching(/^arn:aws:kms:us-east-1:123456789012:key\//);
    const topic = physicalId('AWS::SNS::Topic');
    const [trail, group, encryption, logging, policy, attributes, rotation] = await Promise.all([
      aws().run('cloudtrail', 'describe-trails', '--query', 'trailList[0]'),
      aws().run('logs', 'describe-log-groups', '--query', 'logGroups[0]'),
      aws().run('s3api', 'get-bucket-encryption', '--bucket', bucket),
      aws().run('s3api', 'get-bucket-logging', '--bucket', bucket),
      aws().run('s3api', 'get-bucket-policy', '--bucket', bucket, '--query', 'Policy'),
      aws().run('sns', 'get-topic-attributes', '--topic-arn', topic, '--query', 'Attributes'),
      aws().run('kms', 'get-key-rotation-status', '--key-id', physicalId('AWS::KMS::Key')),
    ]);
    expect(trail).toMatchObject({
      S3BucketName: bucket,
      LogFileValidationEnabled: true,
      IncludeGlobalServiceEvents: true,
      KmsKeyId: keyArn,
    });
    expect(group).toMatchObject({ retentionInDays: 365, kmsKeyId: keyArn });
    expect(JSON.stringify(encryption)).toContain('aws:kms');
    expect(logging.LoggingEnabled.TargetBucket).toBe(physicalId('AWS::S3::Bucket', /AccessLogs/));
    expect(policy).toContain(trail.TrailARN);
    expect(attributes).toMatchObject({ KmsMasterKeyId: expect.stringMatching(/key|^[\w-]{36}$/) });
    expect(attributes.Policy).toContain('cloudwatch.amazonaws.com');
    expect(rotation.KeyRotationEnabled).toBe(true);
  });

  test('UpdateStack takes another period and one more subscription', async () => {
    const subscriptions = ['security', 'network'].map((name) => new EmailSubscription(`${name}@example.com`));
    await stack.update(
      synthesize((scope) => monitor(scope, { subscriptions, alarm: { period: Duration.minutes(1) } })),
    );
    const topic = ['--topic-arn', physicalId('AWS::SNS::Topic')];
    const [periods, endpoints, links] = await Promise.all([
      aws().run('cloudwatch', 'describe-alarms', '--query', 'MetricAlarms[].Period'),
      aws().run('sns', 'list-subscriptions-by-topic', ...topic, '--query', 'Subscriptions[].Endpoint'),
      auditLinks(aws()),
    ]);
    expect(periods).toEqual([60]);
    expect(endpoints.sort()).toEqual(['network@example.com', 'security@example.com']);
    expect(links.map((link) => link.state)).toEqual(ALL_HOLD);
  });

  test('DeleteStack keeps the evidence', async () => {
    await stack.delete();
    const [trails, topics, alarms, buckets, groups, keyState] = await Promise.all([
      aws().run('cloudtrail', 'describe-trails', '--query', 'trailList'),
      aws().run('sns', 'list-topics', '--query', 'Topics'),
      aws().run('cloudwatch', 'describe-alarms', '--query', 'MetricAlarms'),
      aws().run('s3api', 'list-buckets', '--query', 'Buckets[].Name'),
      aws().run('logs', 'describe-log-groups', '--query', 'logGroups[].logGroupName'),
      aws().run(
        'kms',
        'describe-key',
        '--key-id',
        physicalId('AWS::KMS::Key'),
        '--query',
        'KeyMetadata.KeyState',
      ),
    ]);
    expect([trails, topics, alarms]).toEqual([[], [], []]);
    const madeBuckets = made('AWS::S3::Bucket').map((one) => one.physicalId);
    expect(buckets.sort()).toEqual(madeBuckets.sort());
    expect(groups).toEqual([physicalId('AWS::Logs::LogGroup')]);
    expect(keyState).toBe('Enabled');
  });

  test('a stack of the same name can be created beside what was kept', async () => {
    await stack.create(synthesize((scope) => monitor(scope)));
    const links = await auditLinks(aws());
    expect(links.map((link) => link.state)).toEqual(ALL_HOLD);
  });
});
