import { type Field, isUnreadable, shown } from '../../field/field';
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
      const regional = `logs.${region}.amazonaws.com`;
      return judgeKey(
        encryptionKey,
        {
          what,
          subject: origin,
          region,
          services: [region.startsWith('cn-') ? `${regional}.cn` : regional, 'logs.amazonaws.com'],
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
