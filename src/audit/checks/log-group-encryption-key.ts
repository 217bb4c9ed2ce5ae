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
        services: servicesIn(region),
        actions: ACTIONS.map((action) => ({ action, context })),
      },
      account,
    );
  },
};

/** In the European Sovereign Cloud the principal ends as elsewhere, although endpoints do not. */
function servicesIn(region: string): readonly string[] {
  const { name, urlSuffix } = partitionOfRegion(region);
  const suffix = name === 'aws-eusc' ? 'amazonaws.com' : urlSuffix;
  const regional = region.includes('${') ? [`logs.${region}.amazonaws.com`] : [];
  return [...regional, `logs.${region}.${suffix}`, 'logs.amazonaws.com'];
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
  return isUnreadable(arn) ? { ...arn, placeholder: text } : text;
}
