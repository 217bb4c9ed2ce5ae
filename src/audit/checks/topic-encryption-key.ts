import { isUnreadable } from '../../field/field';
import { alarmCalls } from '../alarm-calls';
import { type CheckOf, fail } from '../check';
import { judgeKey } from '../encryption-key';

export const topicEncryptionKey: CheckOf<'topic'> = {
  id: 'topic-encryption-key',
  title: 'The alarm may use the key of the topic',
  link: 7,
  question: 'effect',
  about: 'topic',
  judge: ({ topic, notification }, { name, account }) => {
    const { arn, encryptionKey, origin } = topic;
    if (!isUnreadable(encryptionKey) && encryptionKey && /(^|:)alias\/aws\/sns$/.test(encryptionKey)) {
      return fail(
        `${name} is encrypted with the AWS managed key alias/aws/sns, which no alarm may use`,
        'set masterKey to a key whose policy lets cloudwatch.amazonaws.com use kms:Decrypt and kms:GenerateDataKey*',
      );
    }
    const context = { ...alarmCalls(notification), 'kms:encryptioncontext:aws:sns:topicarn': arn };
    return judgeKey(
      encryptionKey,
      {
        what: name,
        subject: origin,
        place: topic,
        services: ['cloudwatch.amazonaws.com'],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'].map((action) => ({ action, context })),
      },
      account,
    );
  },
};
