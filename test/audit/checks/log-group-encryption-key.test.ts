import { audit } from '../../../src/audit/audit';
import { logGroupEncryptionKey } from '../../../src/audit/checks/log-group-encryption-key';
import { accountsOf } from '../../../src/evidence/account-data';
import { accountData, type Difference, finding, judged, statement } from '../sound-account';

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

/** The sound account in another partition, with the service as it is called there. */
function inPartition(region: string, partition: string, service: string): string {
  const text = JSON.stringify(accountData())
    .replaceAll('logs.eu-central-1.amazonaws.com', service)
    .replaceAll('eu-central-1', region)
    .replaceAll('arn:aws:', `arn:${partition}:`);
  const [{ results }] = audit(accountsOf([JSON.parse(text)]));
  return `${results.find(({ check }) => check.id === 'log-group-encryption-key')?.finding.outcome}`;
}

test.each<[region: string, partition: string, service: string, expected: string]>([
  ['cn-north-1', 'aws-cn', 'logs.cn-north-1.amazonaws.com.cn', 'PASS'],
  ['cn-north-1', 'aws-cn', 'logs.cn-north-1.amazonaws.com', 'FAIL'],
  ['us-gov-west-1', 'aws-us-gov', 'logs.us-gov-west-1.amazonaws.com', 'PASS'],
  ['us-iso-east-1', 'aws-iso', 'logs.us-iso-east-1.c2s.ic.gov', 'PASS'],
  ['us-isob-east-1', 'aws-iso-b', 'logs.us-isob-east-1.sc2s.sgov.gov', 'PASS'],
  ['eusc-de-east-1', 'aws-eusc', 'logs.eusc-de-east-1.amazonaws.com', 'PASS'],
])('in %s of %s: %s is %s', (region, partition, service, expected) => {
  expect(inPartition(region, partition, service)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(logGroupEncryptionKey, { key: { isEnabled: false } })).toEqual({
    outcome: 'FAIL',
    reason: 'key "alias/audit", which encrypts log group "/audit/events", is disabled',
    remedy: "set the key's enabled: true",
    subject: { path: 'Logging/Key' },
  });
});
