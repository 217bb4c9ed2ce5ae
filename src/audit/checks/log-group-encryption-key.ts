import { type Field, isUnreadable, shown } from '../../field/field';
import { partitionOfRegion } from '../../field/partition';
import type { CheckOf } from '../check';
import { judgeKey } from '../encryption-key';

export const logGroupEncryptionKey: CheckOf<'logGroup'> = {
  id: 'log-group-encryption-key',
  title: 'CloudWatch Logs may use the key of the log group',
  link: 4,
  question: 'effect',
  about: 'logGroup',
  judge: (logGroup, { name, account }) => {
    const { arn, region, origin, encryptionKey } = logGroup;
    const group = withoutStreams(arn);
    const context = {
      'kms:encryptioncontext:aws:logs:arn': group,
      'aws:sourcearn': group,
      'aws:sourceaccount': logGroup.account,
    };
    return judgeKey(
      encryptionKey,
      {
        what: name,
        subject: origin,
        place: logGroup,
        services: [`logs.${region}.${partitionOfRegion(region).urlSuffix}`, 'logs.amazonaws.com'],
        actions: ACTIONS.map((action) => ({ action, context })),
      },
      account,
    );
  },
};

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
