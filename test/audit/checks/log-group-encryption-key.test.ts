import { logGroupEncryptionKey } from '../../../src/audit/checks/log-group-encryption-key';
import { type Difference, finding, judged, statement } from '../sound-account';

const FROM_LOGS = statement({
  principals: { Service: ['logs.amazonaws.com'] },
  actions: ['kms:*'],
  resources: ['*'],
});

test.each<[string, Difference, string]>([
  ['a key that CloudWatch Logs may use', {}, 'PASS'],
  ['no key', { logGroup: { encryptionKey: undefined }, key: null }, 'PASS'],
  [
    'a log group outside the evidence',
    { logGroup: null },
    'UNKNOWN: whether CloudWatch Logs may use the key of the log group could not be read: log group "/audit/events" is not part of the evidence',
  ],
  [
    'a log group of another account',
    {
      trail: { logGroupArn: 'arn:aws:logs:eu-central-1:444455556666:log-group:/audit/elsewhere:*' },
      filters: [],
    },
    'UNKNOWN: whether CloudWatch Logs may use the key of the log group could not be read: log group arn:aws:logs:eu-central-1:444455556666:log-group:/audit/elsewhere:* is not part of the evidence',
  ],
  [
    'a key outside the evidence',
    { key: null },
    'UNKNOWN: key "arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d", which encrypts log group "/audit/events", is not part of the evidence: whether its policy lets logs.eu-central-1.amazonaws.com use it could not be read',
  ],
  [
    'a key that is disabled',
    { key: { isEnabled: false } },
    'FAIL: key "alias/audit", which encrypts log group "/audit/events", is disabled',
  ],
  ['the service without its region', { key: { policy: { statements: [FROM_LOGS] } } }, 'PASS'],
  [
    'the service of another region',
    {
      key: {
        policy: { statements: [{ ...FROM_LOGS, principals: { Service: ['logs.us-east-1.amazonaws.com'] } }] },
      },
    },
    'FAIL: the policy of key "alias/audit", which encrypts log group "/audit/events", does not let logs.eu-central-1.amazonaws.com use kms:Encrypt, kms:Decrypt, kms:ReEncryptFrom, kms:ReEncryptTo, kms:GenerateDataKey, kms:DescribeKey',
  ],
  [
    'the service with the DNS suffix of another partition',
    {
      logGroup: { dnsSuffix: 'amazonaws.com.cn' },
      key: {
        policy: {
          statements: [{ ...FROM_LOGS, principals: { Service: ['logs.eu-central-1.amazonaws.com.cn'] } }],
        },
      },
    },
    'PASS',
  ],
  [
    'some of the actions',
    { key: { policy: { statements: [{ ...FROM_LOGS, actions: ['kms:*crypt*', 'kms:Describe*'] }] } } },
    'FAIL: the policy of key "alias/audit", which encrypts log group "/audit/events", does not let logs.eu-central-1.amazonaws.com use kms:GenerateDataKey',
  ],
  [
    'a key policy for another log group',
    { logGroup: { arn: 'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/other:*' } },
    'FAIL: the policy of key "alias/audit", which encrypts log group "/audit/events", does not let logs.eu-central-1.amazonaws.com use kms:Encrypt, kms:Decrypt, kms:ReEncryptFrom, kms:ReEncryptTo, kms:GenerateDataKey, kms:DescribeKey',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(logGroupEncryptionKey, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(logGroupEncryptionKey, { key: { isEnabled: false } })).toEqual({
    outcome: 'FAIL',
    reason: 'key "alias/audit", which encrypts log group "/audit/events", is disabled',
    remedy: "set the key's enabled: true",
    subject: { path: 'Logging/Key' },
  });
});
