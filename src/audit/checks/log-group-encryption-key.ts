import { type Field, isUnreadable, shown } from '../../evidence/field';
import type { Check } from '../check';
import { judgeKey } from '../judging/key';
import { withLogGroup } from '../judging/with-log-group';
import { theLogGroup } from '../judging/words';

export const logGroupEncryptionKey: Check = {
  id: 'log-group-encryption-key',
  title: 'CloudWatch Logs may use the key of the log group',
  link: 4,
  question: 'effect',
  judge: (chain, snapshot) => {
    const what = theLogGroup(chain);
    return withLogGroup(chain, `whether ${what} has a key`, ({ arn, region, origin, encryptionKey }) => {
      return judgeKey(
        encryptionKey,
        {
          what,
          subject: origin,
          region,
          services: [
            `logs.${region}.${domainOf(region)}`,
            'logs.amazonaws.com',
            // As AWS::URLSuffix is read, which is not worked out for the isolated partitions.
            `logs.${region}.amazonaws.com`,
          ],
          actions: ACTIONS,
          context: {
            'kms:encryptioncontext:aws:logs:arn': withoutStreams(arn),
            'aws:sourcearn': withoutStreams(arn),
            'aws:sourceaccount': snapshot.account,
          },
        },
        snapshot,
      );
    });
  },
};

/** The partitions in which the name of CloudWatch Logs ends otherwise, by what their regions begin with. */
const DOMAINS: readonly (readonly [string, string])[] = [
  ['cn-', 'amazonaws.com.cn'],
  ['us-iso-', 'c2s.ic.gov'],
  ['us-isob-', 'sc2s.sgov.gov'],
  ['us-isof-', 'csp.hci.ic.gov'],
  ['eu-isoe-', 'cloud.adc-e.uk'],
];

function domainOf(region: string): string {
  return DOMAINS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'amazonaws.com';
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
const ACTIONS = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:DescribeKey',
];

function withoutStreams(arn: Field<string>): Field<string> {
  const text = shown(arn).replace(/:\*$/, '');
  return isUnreadable(arn) ? { ...arn, standIn: text } : text;
}
