import type { Stack } from 'aws-cdk-lib';
import { Alias, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { type CfnLogGroup, LogGroup, LogGroupClass } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { type CfnTopic, Topic } from 'aws-cdk-lib/aws-sns';
import { monitored } from './monitored-stack';

type Props = Parameters<typeof monitored>[0];
const HERE = { env: { account: '111122223333', region: 'eu-central-1' } };

const LOG_GROUP_NAME =
  'must be 1 to 512 letters, digits and the characters _ - / . #, and not begin with aws/.';

const MANAGED_BY_AWS =
  'CloudWatch may not use the AWS managed key alias/aws/sns and its notifications would be dropped: encrypt the topic with a customer managed key.';

const bucketIn = (region: string, stack: Stack) =>
  Bucket.fromBucketAttributes(stack, 'B', { bucketName: 'log-files', region });

test.each<[string, Props, string]>([
  [
    'a log group of class DELIVERY',
    (stack) => {
      const logGroup = new LogGroup(stack, 'L');
      (logGroup.node.defaultChild as CfnLogGroup).logGroupClass = 'DELIVERY';
      return { logGroup };
    },
    'a log group of class DELIVERY takes no metric filter: pass one of class STANDARD.',
  ],
  [
    'an ARN as the name of a log group',
    (stack) => ({ logGroup: LogGroup.fromLogGroupName(stack, 'L', 'arn:aws:logs:x:1:log-group:g') }),
    `the name of logGroup is "arn:aws:logs:x:1:log-group:g" and ${LOG_GROUP_NAME}`,
  ],
  [
    'a key elsewhere',
    (stack) => ({ encryptionKey: Key.fromKeyArn(stack, 'K', 'arn:aws:kms:us-east-1:111122223333:key/1') }),
    'encryptionKey is in region us-east-1 and the log group or topic would be in eu-central-1: put the monitor into the region of encryptionKey.',
  ],
  [
    'a key that cannot encrypt',
    (stack) => ({
      encryptionKey: new Key(stack, 'K', { keySpec: KeySpec.RSA_2048, keyUsage: KeyUsage.SIGN_VERIFY }),
    }),
    'encryptionKey is of spec RSA_2048 and cannot encrypt logs: pass a symmetric key.',
  ],
  [
    'a topic whose key is set past its construct',
    (stack) => {
      const topic = new Topic(stack, 'T');
      (topic.node.defaultChild as CfnTopic).kmsMasterKeyId = new Key(stack, 'K').keyArn;
      return { topic };
    },
    'the topic is encrypted with a key that this monitor cannot let CloudWatch use: pass the key to the topic as masterKey.',
  ],
  [
    'a log group of class INFREQUENT_ACCESS',
    (stack) => ({ logGroup: new LogGroup(stack, 'L', { logGroupClass: LogGroupClass.INFREQUENT_ACCESS }) }),
    'a log group of class INFREQUENT_ACCESS takes no metric filter: pass one of class STANDARD.',
  ],
  [
    'a log group elsewhere',
    (stack) => ({
      logGroup: LogGroup.fromLogGroupArn(stack, 'L', 'arn:aws:logs:us-east-1:111122223333:log-group:g:*'),
    }),
    'logGroup is in region us-east-1 and the metric filter would be in eu-central-1: put the monitor into the region of logGroup.',
  ],
  [
    'a log group of another account',
    (stack) => ({
      logGroup: LogGroup.fromLogGroupArn(stack, 'L', 'arn:aws:logs:eu-central-1:444455556666:log-group:g:*'),
    }),
    'logGroup is in account 444455556666 and the metric filter would be in 111122223333: put the monitor into the account of logGroup.',
  ],
  [
    'a topic elsewhere',
    (stack) => ({ topic: Topic.fromTopicArn(stack, 'T', 'arn:aws:sns:us-east-1:111122223333:t') }),
    'topic is in region us-east-1 and the alarm would be in eu-central-1: put the monitor into the region of topic.',
  ],
  [
    'a topic with the AWS managed key',
    (stack) => ({
      topic: new Topic(stack, 'T', { masterKey: Alias.fromAliasName(stack, 'K', 'alias/aws/sns') }),
    }),
    MANAGED_BY_AWS,
  ],
  [
    'an imported topic with the AWS managed key',
    (stack) => ({
      topic: Topic.fromTopicAttributes(stack, 'T', {
        topicArn: 'arn:aws:sns:eu-central-1:111122223333:t',
        keyArn: 'arn:aws:kms:eu-central-1:111122223333:alias/aws/sns',
      }),
    }),
    MANAGED_BY_AWS,
  ],
  [
    'the AWS managed key of SNS as key of everything',
    (stack) => ({ encryptionKey: Alias.fromAliasName(stack, 'K', 'alias/aws/sns') }),
    'encryptionKey is managed by AWS, and its policy can let in neither CloudTrail nor CloudWatch: pass a customer managed key.',
  ],
  [
    'a bucket of another region than the key that is made',
    (stack) => ({ trail: { bucket: bucketIn('us-east-1', stack) } }),
    'trail.bucket is in region us-east-1 and the key that encrypts its log files in eu-central-1: pass a bucket of eu-central-1.',
  ],
  [
    'a bucket of another region than the key that is passed',
    (stack) => ({ trail: { bucket: bucketIn('us-east-1', stack) }, encryptionKey: new Key(stack, 'K') }),
    'trail.bucket is in region us-east-1 and the key that encrypts its log files in eu-central-1: pass a bucket of eu-central-1.',
  ],
])('%s is refused with one sentence', (_, props, sentence) => {
  expect(() => monitored(props, HERE)).toThrow(new Error(`Security/NaclChanges: ${sentence}`));
});
