import type { RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** A customer managed key. What it encrypts adds the statements that it needs, so that the policy has no others. */
export function makeKey(scope: Construct, removalPolicy: RemovalPolicy): Key {
  return new Key(scope, 'Key', {
    description: 'Network ACL change monitor: CloudTrail log files, their log group and the alarm topic',
    enableKeyRotation: true,
    removalPolicy,
  });
}
