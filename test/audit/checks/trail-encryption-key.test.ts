import { trailEncryptionKey } from '../../../src/audit/checks/trail-encryption-key';
import { type Difference, finding, HIDDEN, judged, KEY_ALIAS, statement } from '../sound-account';

test.each<[string, Difference, string]>([
  ['a key that CloudTrail may use', {}, 'PASS'],
  ['no key', { trail: { encryptionKey: undefined }, key: null }, 'PASS'],
  [
    'a key outside the evidence',
    { key: null },
    'UNKNOWN: key "arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d", which encrypts trail "management-events", is not part of the evidence: whether its policy lets cloudtrail.amazonaws.com use it could not be read',
  ],
  [
    'a key that could not be read',
    { trail: { encryptionKey: HIDDEN } },
    'UNKNOWN: the key that encrypts trail "management-events" could not be read: it comes from a parameter',
  ],
  ['the key by its id', { trail: { encryptionKey: '0a1b2c3d' } }, 'PASS'],
  ['the key by its alias', { trail: { encryptionKey: 'alias/audit' } }, 'PASS'],
  [
    'the key by the ARN of its alias',
    { trail: { encryptionKey: 'arn:aws:kms:eu-central-1:111122223333:alias/audit' } },
    'PASS',
  ],
  [
    'an alias of another region',
    {
      trail: { encryptionKey: 'alias/audit' },
      more: { keyAliases: [{ ...KEY_ALIAS, region: 'us-east-1' }] },
    },
    'UNKNOWN: key "alias/audit", which encrypts trail "management-events", is not part of the evidence: whether its policy lets cloudtrail.amazonaws.com use it could not be read',
  ],
  [
    'a key that is disabled',
    { key: { isEnabled: false } },
    'FAIL: key "alias/audit", which encrypts trail "management-events", is disabled',
  ],
  [
    'a key that waits for its deletion',
    { key: { isEnabled: false, deletion: 'pending' } },
    'FAIL: key "alias/audit", which encrypts trail "management-events", waits for its deletion',
  ],
  [
    'a key that was deleted',
    { key: { isEnabled: false, policy: undefined, deletion: 'done' } },
    'FAIL: key "alias/audit", which encrypts trail "management-events", does not exist',
  ],
  [
    'a key that may be disabled',
    { key: { isEnabled: HIDDEN } },
    'UNKNOWN: whether key "alias/audit" is enabled could not be read: it comes from a parameter',
  ],
  [
    'a key policy that lets in the account only',
    { key: { policy: undefined } },
    'FAIL: the policy of key "alias/audit", which encrypts trail "management-events", does not let cloudtrail.amazonaws.com use kms:GenerateDataKey, kms:DescribeKey',
  ],
  [
    'a key policy that could not be read',
    { key: { policy: HIDDEN } },
    'UNKNOWN: whether the policy of key "alias/audit" lets cloudtrail.amazonaws.com use it could not be read: it comes from a parameter',
  ],
  [
    'a key policy for another trail',
    { trail: { name: 'second', arn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/second' } },
    'FAIL: the policy of key "alias/audit", which encrypts trail "second", does not let cloudtrail.amazonaws.com use kms:GenerateDataKey',
  ],
  [
    'a key without kms:DescribeKey',
    {
      key: {
        policy: {
          statements: [
            statement({
              principals: { Service: ['cloudtrail.amazonaws.com'] },
              actions: ['kms:GenerateDataKey*'],
              resources: ['*'],
            }),
          ],
        },
      },
    },
    'FAIL: the policy of key "alias/audit", which encrypts trail "management-events", does not let cloudtrail.amazonaws.com use kms:DescribeKey',
  ],
  [
    'kms:DescribeKey for an encryption context, which such a call does not have',
    {
      key: {
        policy: {
          statements: [
            statement({
              principals: { Service: ['cloudtrail.amazonaws.com'] },
              actions: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
              resources: ['*'],
              conditions: {
                StringLike: {
                  'kms:EncryptionContext:aws:cloudtrail:arn': ['arn:aws:cloudtrail:*:111122223333:trail/*'],
                },
              },
            }),
          ],
        },
      },
    },
    'FAIL: the policy of key "alias/audit", which encrypts trail "management-events", does not let cloudtrail.amazonaws.com use kms:DescribeKey',
  ],
  [
    'the key by the ARN of an alias of another account, which is not part of the evidence',
    { trail: { encryptionKey: 'arn:aws:kms:eu-central-1:444455556666:alias/audit' } },
    'UNKNOWN: key "arn:aws:kms:eu-central-1:444455556666:alias/audit", which encrypts trail "management-events", is not part of the evidence: whether its policy lets cloudtrail.amazonaws.com use it could not be read',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(trailEncryptionKey, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(trailEncryptionKey, { key: { policy: undefined } })).toEqual({
    outcome: 'FAIL',
    reason: expect.stringContaining('does not let cloudtrail.amazonaws.com use kms:GenerateDataKey'),
    remedy:
      "let cloudtrail.amazonaws.com use kms:GenerateDataKey, kms:DescribeKey in the key's policy: key.addToResourcePolicy(...)",
    subject: { path: 'Logging/Key' },
  });
});
