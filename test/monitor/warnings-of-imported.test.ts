import { type Stack, Validations } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { monitored, WEBHOOK, warnings } from './monitored-stack';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1';
const TOPIC = 'arn:aws:sns:us-east-1:111122223333:pager';
const topicWithKey = (scope: Stack) =>
  Topic.fromTopicAttributes(scope, 'Topic', { topicArn: TOPIC, keyArn: KEY });

test('imported resources: says what their policies have to allow', () => {
  const { stack } = monitored((scope) => ({
    encryptionKey: Key.fromKeyArn(scope, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/1'),
    topic: Topic.fromTopicArn(scope, 'Topic', 'arn:aws:sns:us-east-1:111122223333:topic'),
    trail: { bucket: Bucket.fromBucketName(scope, 'Bucket', 'log-files') },
  }));
  expect(warnings(stack)).toEqual([
    'The policy of the imported key Security/Key cannot be extended from here: see that it allows cloudtrail.amazonaws.com kms:GenerateDataKey*; cloudtrail.amazonaws.com kms:Decrypt, kms:DescribeKey; CloudWatch Logs kms:Decrypt*, kms:Describe*, kms:Encrypt*, kms:GenerateDataKey*, kms:ReEncrypt*. [ack: cdk-nacl-change-monitor:imported-key-policy]',
    'The policy of the imported bucket Security/Bucket cannot be extended from here: see that it allows cloudtrail.amazonaws.com s3:GetBucketAcl; cloudtrail.amazonaws.com s3:PutObject. [ack: cdk-nacl-change-monitor:imported-bucket-policy]',
    'The policy of the imported topic Security/Topic cannot be extended from here: see that it allows cloudwatch.amazonaws.com sns:Publish. [ack: cdk-nacl-change-monitor:imported-topic-policy]',
  ]);
});

test('key: what the topic that is made needs of it is said as well', () => {
  const { stack } = monitored((scope) => ({ encryptionKey: Key.fromKeyArn(scope, 'Key', KEY) }));
  expect(warnings(stack)).toContain(
    'The policy of the imported key Security/Key cannot be extended from here: see that it allows cloudwatch.amazonaws.com kms:Decrypt, kms:GenerateDataKey*. [ack: cdk-nacl-change-monitor:imported-key-policy]',
  );
});

test('topic with a key: that key has to let alarms in', () => {
  const { stack } = monitored((scope) => ({ topic: topicWithKey(scope) }));
  expect(warnings(stack)).toEqual([
    'The policy of the imported topic Security/Topic cannot be extended from here: see that it allows cloudwatch.amazonaws.com sns:Publish. [ack: cdk-nacl-change-monitor:imported-topic-policy]',
    'The policy of the imported key Security/Topic/Key cannot be extended from here: see that it allows cloudwatch.amazonaws.com kms:Decrypt, kms:GenerateDataKey*. [ack: cdk-nacl-change-monitor:imported-key-policy]',
  ]);
});

test('log group: not warned, because nothing is asked of it but a metric filter', () => {
  const { stack } = monitored((scope) => ({
    logGroup: LogGroup.fromLogGroupName(scope, 'L', 'trail-events'),
  }));
  expect(warnings(stack)).toEqual([]);
});

test('resources of the app: not warned', () => {
  const { stack } = monitored((scope) => ({
    encryptionKey: new Key(scope, 'Key'),
    topic: new Topic(scope, 'Topic'),
    subscriptions: [WEBHOOK()],
    trail: { bucket: new Bucket(scope, 'Bucket') },
  }));
  expect(warnings(stack)).toEqual([]);
});

test.each([
  ['key', (scope: Stack) => ({ encryptionKey: Key.fromKeyArn(scope, 'Key', KEY) })],
  ['bucket', (scope: Stack) => ({ trail: { bucket: Bucket.fromBucketName(scope, 'Bucket', 'log-files') } })],
  ['topic', (scope: Stack) => ({ topic: Topic.fromTopicArn(scope, 'Topic', TOPIC) })],
])('%s: the warning can be acknowledged', (kind, props) => {
  const { stack, monitor } = monitored(props);
  expect(warnings(stack)).not.toEqual([]);
  Validations.of(monitor).acknowledge({
    id: `cdk-nacl-change-monitor:imported-${kind}-policy`,
    reason: 'its policy is kept elsewhere and was read',
  });
  expect(warnings(stack)).toEqual([]);
});
