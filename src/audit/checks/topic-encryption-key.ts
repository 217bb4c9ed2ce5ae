import { isUnreadable } from '../../field/field';
import { type Check, fail } from '../check';
import { alarmCalls } from '../judging/alarm-calls';
import { judgeKey } from '../judging/key';
import { withTopic } from '../judging/with-topic';
import { theTopic } from '../judging/words';

export const topicEncryptionKey: Check = {
  id: 'topic-encryption-key',
  title: 'The alarm may use the key of the topic',
  link: 7,
  question: 'effect',
  judge: (chain, snapshot) =>
    withTopic(chain, 'the key of the topic', ({ arn, encryptionKey, region, origin }) => {
      const what = theTopic(arn, { origin });
      if (!isUnreadable(encryptionKey) && encryptionKey && /(^|:)alias\/aws\/sns$/.test(encryptionKey)) {
        return fail(
          `${what} is encrypted with the AWS managed key alias/aws/sns, which no alarm may use`,
          'set masterKey to a key whose policy lets cloudwatch.amazonaws.com use kms:Decrypt and kms:GenerateDataKey*',
          origin,
        );
      }
      return judgeKey(
        encryptionKey,
        {
          what,
          subject: origin,
          region,
          services: ['cloudwatch.amazonaws.com'],
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          context: { ...alarmCalls(chain, snapshot), 'kms:encryptioncontext:aws:sns:topicarn': arn },
        },
        snapshot,
      );
    }),
};
