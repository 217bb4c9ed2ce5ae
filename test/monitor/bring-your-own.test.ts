import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { NaclChangeMonitor, type NaclChangeMonitorProps } from '../../src';
import { monitored, only, WEBHOOK } from './monitored-stack';
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

describe('bucket and key of another stack', () => {
  const app = new App();
  const shared = new Stack(app, 'Shared');
  const stack = new Stack(app, 'Security');
  const monitor = new NaclChangeMonitor(stack, 'NaclChanges', {
    trail: { bucket: new Bucket(shared, 'LogFiles') },
    encryptionKey: new Key(shared, 'Key'),
    subscriptions: [WEBHOOK()],
  });

  test('are used, and no bucket or key is made', () => {
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::S3::Bucket', 0);
    template.resourceCountIs('AWS::KMS::Key', 0);
    expect(monitor.accessLogsBucket).toBeUndefined();
  });

  test('their policies name trails of the account, because the trail does not exist yet when they are deployed', () => {
    const trails = 'arn:${AWS::Partition}:cloudtrail:${AWS::Region}:${AWS::AccountId}:trail/*';
    const statements = (type: string, document: string) =>
      readable(only(shared, type).Properties[document].Statement).filter(
        (one: any) => one.Principal.Service === 'cloudtrail.amazonaws.com',
      );
    expect(
      statements('AWS::S3::BucketPolicy', 'PolicyDocument').map((one: any) => one.Condition.ArnLike),
    ).toEqual([{ 'aws:SourceArn': trails }, { 'aws:SourceArn': trails }]);
    expect(statements('AWS::KMS::Key', 'KeyPolicy').map((one: any) => one.Condition.ArnLike)).toEqual([
      { 'aws:SourceArn': trails },
      { 'aws:SourceArn': trails },
    ]);
  });
});

test('two monitors that share a key and a bucket: no statement has the Sid of another', () => {
  const { stack } = monitored((scope) => {
    const shared = { encryptionKey: new Key(scope, 'K'), trail: { bucket: new Bucket(scope, 'B') } };
    new NaclChangeMonitor(scope, 'Other', { ...shared, subscriptions: [WEBHOOK()] });
    return shared;
  });
  const sids = only(stack, 'AWS::KMS::Key').Properties.KeyPolicy.Statement.map((one: any) => one.Sid);
  expect(new Set(sids)).toEqual(new Set([undefined]));
});

test('organizationId: an organization trail', () => {
  const { stack } = monitored({ trail: { organizationId: 'o-a1b2c3d4e5' } });
  expect(only(stack, 'AWS::CloudTrail::Trail').Properties.IsOrganizationTrail).toBe(true);
});

test('objectLockRetention: governance mode on the bucket that is made', () => {
  const { stack } = monitored({ trail: { objectLockRetention: Duration.days(365) } });
  const buckets = Object.entries(Template.fromStack(stack).findResources('AWS::S3::Bucket'));
  const [, bucket] = buckets.find(([id]) => id.startsWith('NaclChangesBucket')) ?? [];
  expect(bucket?.Properties.ObjectLockEnabled).toBe(true);
  expect(bucket?.Properties.ObjectLockConfiguration).toEqual({
    ObjectLockEnabled: 'Enabled',
    Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 365 } },
  });
});

test.each<[string, Partial<NaclChangeMonitorProps>, string, object]>([
  [
    'trailName',
    { trail: { trailName: 'all-regions' } },
    'AWS::CloudTrail::Trail',
    { TrailName: 'all-regions' },
  ],
  ['logGroupName', { trail: { logGroupName: '/trail' } }, 'AWS::Logs::LogGroup', { LogGroupName: '/trail' }],
  [
    'logRetention',
    { trail: { logRetention: RetentionDays.TWO_YEARS } },
    'AWS::Logs::LogGroup',
    { RetentionInDays: 731 },
  ],
  ['alarmName', { alarm: { alarmName: 'ring' } }, 'AWS::CloudWatch::Alarm', { AlarmName: 'ring' }],
  ['period', { alarm: { period: Duration.minutes(1) } }, 'AWS::CloudWatch::Alarm', { Period: 60 }],
  ['metricName', { metricName: 'Edits' }, 'AWS::CloudWatch::Alarm', { MetricName: 'Edits' }],
  ['metricNamespace', { metricNamespace: 'Ours' }, 'AWS::CloudWatch::Alarm', { Namespace: 'Ours' }],
])('%s is taken', (_, props, type, expected) => {
  expect(only(monitored(props).stack, type).Properties).toMatchObject(expected);
});
