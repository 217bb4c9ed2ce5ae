import { topicEncryptionKey } from '../../../src/audit/checks/topic-encryption-key';
import type { Key, PolicyDocument, PolicyStatement } from '../../../src/evidence/resource-model';
import { type Difference, finding, HIDDEN, judged, KEY, KEY_ALIAS, statement } from '../sound-account';

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
const ADMINISTRATORS_ONLY: PolicyDocument = {
  statements: [
    statement({
      principals: { AWS: ['arn:aws:iam::111122223333:root'] },
      actions: ['kms:*'],
      resources: ['*'],
    }),
  ],
};
/** Two keys under one alias, each under a condition. */
const twoKeys = (first: Key['policy'], second: Key['policy']): Difference => ({
  topic: { encryptionKey: 'alias/pager' },
  more: {
    keys: [
      { ...KEY, policy: first },
      { ...KEY, keyId: '9f9f', arn: 'arn:aws:kms:eu-central-1:111122223333:key/9f9f', policy: second },
    ],
    keyAliases: [
      { ...KEY_ALIAS, name: 'alias/pager', condition: 'IsProduction' },
      { ...KEY_ALIAS, name: 'alias/pager', targetKey: '9f9f', condition: 'IsTest' },
    ],
  },
});
const UMLAUT: Difference = {
  alarm: { name: 'acl-geändert', arn: 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:acl-geändert' },
};
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
  [
    'a key under a condition',
    { key: { condition: 'IsProduction' } },
    'UNKNOWN: the key that encrypts topic "security-pager" could not be read: it depends on the condition "IsProduction"',
  ],
  [
    'two keys of one alias under conditions, of which one lets alarms in',
    twoKeys(KEY.policy, ADMINISTRATORS_ONLY),
    'UNKNOWN: the key that encrypts topic "security-pager" could not be read: it depends on the condition "IsProduction"',
  ],
  [
    'the same two in another order',
    twoKeys(ADMINISTRATORS_ONLY, KEY.policy),
    'UNKNOWN: the key that encrypts topic "security-pager" could not be read: it depends on the condition "IsProduction"',
  ],
  ['two keys of one alias under conditions that both let alarms in', twoKeys(KEY.policy, KEY.policy), 'PASS'],
  [
    'two keys of one alias under conditions that both leave alarms out',
    twoKeys(ADMINISTRATORS_ONLY, ADMINISTRATORS_ONLY),
    may('kms:Decrypt, kms:GenerateDataKey').replace('alias/audit', 'alias/pager'),
  ],
  [
    'an alias under a condition',
    {
      topic: { encryptionKey: 'alias/audit' },
      more: { keyAliases: [{ ...KEY_ALIAS, condition: 'IsProduction' }] },
    },
    'UNKNOWN: the key that encrypts topic "security-pager" could not be read: it depends on the condition "IsProduction"',
  ],
  [
    'a key by its ARN, beside an alias of another key whose name could not be read',
    {
      more: {
        keys: [
          KEY,
          {
            ...KEY,
            keyId: '9f9f',
            arn: 'arn:aws:kms:eu-central-1:111122223333:key/9f9f',
            policy: ADMINISTRATORS_ONLY,
          },
        ],
        keyAliases: [{ ...KEY_ALIAS, name: HIDDEN, targetKey: '9f9f' }],
      },
    },
    'PASS',
  ],
  [
    'a key for alarms by their ARN, and a name outside ASCII',
    {
      ...keyPolicy({
        conditions: { ArnLike: { 'aws:SourceArn': ['arn:aws:cloudwatch:*:111122223333:alarm:*'] } },
      }),
      ...UMLAUT,
    },
    may('kms:Decrypt, kms:GenerateDataKey'),
  ],
  [
    'a key for alarms by their account, and a name outside ASCII',
    { ...keyPolicy({ conditions: { StringEquals: { 'aws:SourceAccount': ['111122223333'] } } }), ...UMLAUT },
    'PASS',
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

test('a deny is not mended by one more statement that allows', () => {
  expect(finding(topicEncryptionKey, keyPolicy({}, { effect: 'Deny' }))).toMatchObject({
    remedy: 'leave cloudwatch.amazonaws.com out of the statement of that policy that denies it',
  });
});
