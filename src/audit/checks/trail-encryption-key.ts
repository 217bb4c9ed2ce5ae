import type { CheckOf } from '../check';
import { judgeKey } from '../encryption-key';

export const trailEncryptionKey: CheckOf<'trail'> = {
  id: 'trail-encryption-key',
  title: 'CloudTrail may use the key of the trail',
  link: 4,
  question: 'effect',
  about: 'trail',
  judge: (trail, { name, account }) => {
    const calls = { 'aws:sourcearn': trail.arn, 'aws:sourceaccount': trail.account };
    return judgeKey(
      trail.encryptionKey,
      {
        what: name,
        subject: trail.origin,
        place: trail,
        services: ['cloudtrail.amazonaws.com'],
        // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
        actions: [
          {
            action: 'kms:GenerateDataKey',
            context: { ...calls, 'kms:encryptioncontext:aws:cloudtrail:arn': trail.arn },
          },
          {
            action: 'kms:DescribeKey',
            context: { ...calls, 'kms:encryptioncontext:aws:cloudtrail:arn': null },
          },
        ],
      },
      account,
    );
  },
};
