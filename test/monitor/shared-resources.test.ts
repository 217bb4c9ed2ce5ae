import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { NaclChangeMonitor } from '../../src';
import { monitored, only, WEBHOOK } from './monitored-stack';

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
    expect(JSON.stringify(only(stack, 'AWS::CloudTrail::Trail').Properties.S3BucketName)).toContain(
      'Shared:',
    );
    expect(JSON.stringify(only(stack, 'AWS::SNS::Topic').Properties.KmsMasterKeyId)).toContain('Shared:');
    template.resourceCountIs('AWS::S3::Bucket', 0);
    template.resourceCountIs('AWS::KMS::Key', 0);
    expect(monitor.accessLogsBucket).toBeUndefined();
  });

  test('are deployed first: what lets CloudTrail in asks for nothing of the monitor’s stack', () => {
    expect(shared.dependencies).toEqual([]);
    expect(JSON.stringify(Template.fromStack(shared).toJSON())).not.toContain('ImportValue');
    expect(stack.dependencies).toEqual([shared]);
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

test('a topic with a key, both of another stack: no cycle', () => {
  const app = new App();
  const shared = new Stack(app, 'Shared');
  const stack = new Stack(app, 'Security');
  new NaclChangeMonitor(stack, 'NaclChanges', {
    topic: new Topic(shared, 'Pager', { masterKey: new Key(shared, 'Key') }),
  });
  app.synth();
  expect(shared.dependencies).toEqual([]);
  expect(JSON.stringify(only(shared, 'AWS::KMS::Key').Properties)).toContain('cloudwatch.amazonaws.com');
});
