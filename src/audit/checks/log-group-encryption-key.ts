import { type Field, isUnreadable, shown } from '../../evidence/field';
import { type Check, unknown } from '../check';
import { judgeKey } from '../judging/key';
import { theLogGroup } from '../judging/words';

export const logGroupEncryptionKey: Check = {
  id: 'log-group-encryption-key',
  title: 'CloudWatch Logs may use the key of the log group',
  link: 4,
  question: 'effect',
  judge: (chain, snapshot) => {
    const { logGroup } = chain;
    if (!logGroup) {
      return unknown(
        `whether ${theLogGroup(chain)} has a key could not be read: it is not part of the evidence`,
        'audit the deployed account',
      );
    }
    const { arn, region, origin } = logGroup;
    const regional = `logs.${region}.amazonaws.com`;
    return judgeKey(
      logGroup.encryptionKey,
      {
        what: theLogGroup(chain),
        subject: origin,
        region,
        services: [region.startsWith('cn-') ? `${regional}.cn` : regional, 'logs.amazonaws.com'],
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
          'kms:GenerateDataKey',
          'kms:DescribeKey',
        ],
        context: {
          'kms:encryptioncontext:aws:logs:arn': withoutStreams(arn),
          'aws:sourcearn': withoutStreams(arn),
          'aws:sourceaccount': snapshot.account,
        },
      },
      snapshot,
    );
  },
};

function withoutStreams(arn: Field<string>): Field<string> {
  const text = shown(arn).replace(/:\*$/, '');
  return isUnreadable(arn) ? { ...arn, standIn: text } : text;
}
