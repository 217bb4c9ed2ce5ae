import { CfnTopic } from 'aws-cdk-lib/aws-sns';
import { type Case, changed, type Expected } from './case';
import { alarmsMayUse, keyPolicy } from './keys';
import { mayPublish, policy } from './sound-account';

const POLICY = 'FAIL at 7 topic-policy';
const KEY = 'FAIL at 7 topic-encryption-key';
const LISTENS = 'FAIL at 8 subscription';
const FILTERED = 'FAIL at 8 subscription-filter-policy';

const topicPolicy = (id: string, what: string, document: object): Case =>
  changed(id, what, POLICY, (account) => {
    account.topicPolicy.policyDocument = document;
  });

const topicKey = (id: string, what: string, ...statements: object[]): Case =>
  changed(id, what, KEY, ({ topicKey: key }) => {
    key.keyPolicy = keyPolicy(...statements);
  });

const filtered = (id: string, what: string, expected: Expected, filterPolicy: object, scope?: string): Case =>
  changed(id, what, expected, ({ subscription }) => {
    subscription.filterPolicy = filterPolicy;
    subscription.filterPolicyScope = scope;
  });

const PUBLISH = {
  Effect: 'Allow',
  Principal: { Service: 'cloudwatch.amazonaws.com' },
  Action: 'sns:Publish',
  Resource: '*',
};

export const TOPIC_FAULTS: readonly Case[] = [
  topicPolicy(
    'topic-policy-tls-only',
    "topic's policy that only denies plain HTTP",
    policy({
      Effect: 'Deny',
      Principal: '*',
      Action: 'sns:Publish',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  ),
  topicPolicy(
    'topic-policy-other-service',
    "topic's policy for EventBridge",
    mayPublish({
      Principal: { Service: 'events.amazonaws.com' },
    }),
  ),
  topicPolicy(
    'topic-policy-other-action',
    "topic's policy that lets alarms subscribe",
    mayPublish({ Action: 'sns:Subscribe' }),
  ),
  topicPolicy(
    'topic-policy-other-account',
    "topic's policy for the alarms of another account",
    mayPublish({
      Condition: { StringEquals: { 'aws:SourceAccount': '444455556666' } },
    }),
  ),
  topicPolicy(
    'topic-policy-other-alarm',
    "topic's policy for another alarm",
    mayPublish({
      Condition: {
        ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:logins' },
      },
    }),
  ),
  topicPolicy(
    'topic-policy-other-topic',
    "topic's policy for another topic",
    mayPublish({
      Resource: 'arn:aws:sns:eu-central-1:111122223333:pager',
    }),
  ),
  topicPolicy(
    'topic-policy-denied',
    "topic's policy that also denies",
    policy(PUBLISH, { ...PUBLISH, Effect: 'Deny' }),
  ),
  changed('topic-key-of-aws', 'topic encrypted with the AWS managed key alias/aws/sns', KEY, ({ topic }) => {
    topic.kmsMasterKeyId = 'alias/aws/sns';
  }),
  topicKey('topic-key-without-alarms', "topic's key without CloudWatch"),
  topicKey(
    'topic-key-no-decrypt',
    "topic's key without kms:Decrypt",
    alarmsMayUse({ Action: 'kms:GenerateDataKey*' }),
  ),
  topicKey(
    'topic-key-no-data-key',
    "topic's key without kms:GenerateDataKey",
    alarmsMayUse({ Action: 'kms:Decrypt' }),
  ),
  topicKey(
    'topic-key-other-account',
    "topic's key for the alarms of another account",
    alarmsMayUse({
      Condition: { StringEquals: { 'aws:SourceAccount': '444455556666' } },
    }),
  ),
  changed('topic-key-disabled', "topic's key disabled", KEY, ({ topicKey: key }) => {
    key.enabled = false;
  }),
  changed('topic-other', 'alarm on another topic, which nobody subscribes', LISTENS, ({ stack, alarm }) => {
    alarm.alarmActions = [new CfnTopic(stack, 'Unheard', { topicName: 'unheard' }).ref];
  }),
  changed('subscription-missing', 'no subscription', LISTENS, (account) =>
    account.without(account.subscription),
  ),
  changed('subscription-other-topic', 'subscription of another topic', LISTENS, ({ stack, subscription }) => {
    subscription.topicArn = new CfnTopic(stack, 'Other', { topicName: 'other' }).ref;
  }),
  filtered('subscription-attributes', 'filter policy on an attribute, which alarm messages lack', FILTERED, {
    severity: ['high'],
  }),
  filtered(
    'subscription-other-alarm',
    'filter policy on another alarm',
    FILTERED,
    { AlarmName: ['logins'] },
    'MessageBody',
  ),
  filtered(
    'subscription-ok-only',
    'filter policy on the state OK',
    FILTERED,
    { NewStateValue: ['OK'] },
    'MessageBody',
  ),
];

export const TOPIC_UNKNOWNS: readonly Case[] = [
  changed('topic-elsewhere', 'topic of another account', 'UNKNOWN at 7 topic-policy', ({ alarm }) => {
    alarm.alarmActions = ['arn:aws:sns:eu-central-1:444455556666:central-pager'];
  }),
  changed('topic-literal', 'topic that the app does not make', 'UNKNOWN at 7 topic-policy', ({ alarm }) => {
    alarm.alarmActions = ['arn:aws:sns:eu-central-1:111122223333:made-by-hand'];
  }),
  changed(
    'topic-key-elsewhere',
    "topic's key that the app does not make",
    'UNKNOWN at 7 topic-encryption-key',
    ({ topic }) => {
      topic.kmsMasterKeyId = 'arn:aws:kms:eu-central-1:444455556666:key/0a1b2c3d-0000-0000-0000-000000000000';
    },
  ),
  filtered(
    'subscription-body-other',
    'filter policy on the text of the message',
    'UNKNOWN at 8 subscription-filter-policy',
    {
      NewStateReason: [{ prefix: 'Threshold Crossed' }],
    },
    'MessageBody',
  ),
];
