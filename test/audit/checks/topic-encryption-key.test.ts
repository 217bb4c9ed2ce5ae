import { topicEncryptionKey } from '../../../src/audit/checks/topic-encryption-key';
import type { PolicyStatement } from '../../../src/evidence/resource-model';
import { type Difference, finding, judged, statement } from '../sound-account';

const keyPolicy = (...statements: Partial<PolicyStatement>[]): Difference => ({
  key: {
    policy: {
      statements: statements.map((given) =>
        statement({
          principals: { Service: ['cloudwatch.amazonaws.com'] },
          actions: ['kms:*'],
          resources: ['*'],
          ...given,
        }),
      ),
    },
  },
});
const may = (actions: string) =>
  `FAIL: the policy of key "alias/audit", which encrypts topic "security-pager", does not let cloudwatch.amazonaws.com use ${actions}`;
const OF_AWS =
  'FAIL: topic "security-pager" is encrypted with the AWS managed key alias/aws/sns, which no alarm may use';

test.each<[string, Difference, string]>([
  ['a key that alarms may use', {}, 'PASS'],
  ['no key', { topic: { encryptionKey: undefined }, key: null }, 'PASS'],
  ['the AWS managed key', { topic: { encryptionKey: 'alias/aws/sns' } }, OF_AWS],
  [
    'the AWS managed key by its ARN',
    { topic: { encryptionKey: 'arn:aws:kms:eu-central-1:111122223333:alias/aws/sns' } },
    OF_AWS,
  ],
  [
    'a policy like that of the AWS managed key',
    keyPolicy({
      principals: { AWS: ['*'] },
      conditions: {
        StringEquals: {
          'kms:CallerAccount': ['111122223333'],
          'kms:ViaService': ['sns.eu-central-1.amazonaws.com'],
        },
      },
    }),
    may('kms:Decrypt, kms:GenerateDataKey'),
  ],
  [
    'a key outside the evidence',
    { key: null },
    'UNKNOWN: key "arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d", which encrypts topic "security-pager", is not part of the evidence: whether its policy lets cloudwatch.amazonaws.com use it could not be read',
  ],
  [
    'a key that is disabled',
    { key: { isEnabled: false } },
    'FAIL: key "alias/audit", which encrypts topic "security-pager", is disabled',
  ],
  ['decrypt only', keyPolicy({ actions: ['kms:Decrypt'] }), may('kms:GenerateDataKey')],
  ['generate only', keyPolicy({ actions: ['kms:GenerateDataKey*'] }), may('kms:Decrypt')],
  [
    'for this topic',
    keyPolicy({
      conditions: {
        StringEquals: {
          'kms:EncryptionContext:aws:sns:topicArn': ['arn:aws:sns:eu-central-1:111122223333:security-pager'],
        },
      },
    }),
    'PASS',
  ],
  [
    'for another topic',
    keyPolicy({
      conditions: {
        StringEquals: {
          'kms:EncryptionContext:aws:sns:topicArn': ['arn:aws:sns:eu-central-1:111122223333:other'],
        },
      },
    }),
    may('kms:Decrypt, kms:GenerateDataKey'),
  ],
  [
    'a condition that nobody knows',
    keyPolicy({ conditions: { StringEquals: { 'kms:ViaService': ['sns.eu-central-1.amazonaws.com'] } } }),
    'UNKNOWN: whether the policy of key "alias/audit" lets cloudwatch.amazonaws.com use it could not be read: the condition StringEquals kms:ViaService cannot be decided here',
  ],
  [
    'a topic outside the evidence',
    { topic: null },
    'UNKNOWN: whether the alarm may use the key of the topic could not be read: topic "security-pager" is not part of the evidence',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(topicEncryptionKey, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(topicEncryptionKey, { topic: { encryptionKey: 'alias/aws/sns' } })).toEqual({
    outcome: 'FAIL',
    reason:
      'topic "security-pager" is encrypted with the AWS managed key alias/aws/sns, which no alarm may use',
    remedy:
      'set masterKey to a key whose policy lets cloudwatch.amazonaws.com use kms:Decrypt and kms:GenerateDataKey*',
    subject: { path: 'Watch/Topic' },
  });
});
