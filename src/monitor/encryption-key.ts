import type { RemovalPolicy } from 'aws-cdk-lib';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { addToPolicy } from './policies';
import { type KnownNames, policyArns } from './policy-environment';
import { alarmsUseKey, cloudTrailUsesKey, logsUsesKey } from './policy-statements';

export interface EncryptionKeyUse {
  /** Names of the trail and the log group that the key encrypts, where they are made. */
  readonly evidence?: KnownNames;
  /** Whether it encrypts the topic. */
  readonly topic: boolean;
}

/**
 * The user's key or a new one, with the statements of what it is used for and no others.
 *
 * CDK adds none of these for CloudTrail, CloudWatch Logs or CloudWatch: without them the trail is not created, and an
 * alarm's notification is dropped without a word.
 */
export function encryptionKey(
  scope: Construct,
  use: EncryptionKeyUse,
  removalPolicy: RemovalPolicy,
  given?: IKey,
): IKey {
  const key =
    given ??
    new Key(scope, 'Key', {
      description: 'Network ACL change monitor: CloudTrail log files, their log group and the alarm topic',
      enableKeyRotation: true,
      removalPolicy,
    });
  const arns = policyArns(scope, key, use.evidence);
  addToPolicy(scope, key, 'key', [
    ...(use.evidence ? [...cloudTrailUsesKey(arns), ...logsUsesKey(arns)] : []),
    ...(use.topic ? alarmsUseKey(arns) : []),
  ]);
  return key;
}
