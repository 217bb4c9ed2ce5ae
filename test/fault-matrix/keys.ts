import type { Stack } from 'aws-cdk-lib';
import { CfnKey } from 'aws-cdk-lib/aws-kms';

const MAY_ADMINISTER = {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};

/** A key that its account administers, with one more statement for each service. */
export function key(stack: Stack, id: string, statements: readonly object[]): CfnKey {
  return new CfnKey(stack, id, { enabled: true, keyPolicy: keyPolicy(...statements) });
}

export function keyPolicy(...statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: [MAY_ADMINISTER, ...statements] };
}

export function cloudTrailMayUse(change: object = {}): object {
  return {
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
    Resource: '*',
    Condition: {
      StringEquals: {
        'aws:SourceArn': 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/management-events',
      },
    },
    ...change,
  };
}

export function logsMayUse(change: object = {}): object {
  return {
    Effect: 'Allow',
    Principal: { Service: 'logs.eu-central-1.amazonaws.com' },
    Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    Resource: '*',
    Condition: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/*',
      },
    },
    ...change,
  };
}

export function alarmsMayUse(change: object = {}): object {
  return {
    Effect: 'Allow',
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
    ...change,
  };
}
