import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { logFileBuckets } from './log-file-bucket';
import { stackUuid, uniqueName } from './names';
import type { NaclChangeTrailOptions } from './options';
import { addToPolicy } from './policies';
import { type KnownNames, policyArns } from './policy-environment';
import {
  cloudTrailUsesKey,
  cloudTrailWritesBucket,
  logsUsesKey,
  roleWritesLogGroup,
} from './policy-statements';
import type { Removal } from './removal';

export interface TrailParts {
  readonly bucket: IBucket;
  readonly accessLogsBucket?: Bucket;
  readonly logGroup: LogGroup;
  readonly deliveryRole: Role;
  readonly trail: CfnTrail;
}

/** The names that policies spell out before trail and log group exist. */
function trailNames(scope: Construct, options: NaclChangeTrailOptions): KnownNames {
  return {
    trailName: options.trailName ?? `${uniqueName(scope, 90)}-${stackUuid()}`,
    logGroupName: options.logGroupName ?? `/nacl-change-monitor/${uniqueName(scope, 400)}-${stackUuid()}`,
  };
}

/** A multi-region trail with its bucket, log group and delivery role: links 1 to 4 of the chain. */
export function makeTrail(
  scope: Construct,
  options: NaclChangeTrailOptions,
  encryptionKey: IKey,
  removal: Removal,
): TrailParts {
  const names = trailNames(scope, options);
  const keyArns = policyArns(scope, encryptionKey, names);
  addToPolicy(scope, encryptionKey, 'key', [...cloudTrailUsesKey(keyArns), ...logsUsesKey(keyArns)]);

  const buckets = options.bucket
    ? { bucket: options.bucket }
    : logFileBuckets(scope, {
        encryptionKey,
        removalPolicy: removal.ofBuckets,
        objectLockRetention: options.objectLockRetention,
      });
  const { bucket } = buckets;
  const { organizationId } = options;
  addToPolicy(
    scope,
    bucket,
    'bucket',
    cloudTrailWritesBucket(policyArns(scope, bucket, names), bucket.bucketArn, organizationId),
  );

  const logGroup = new LogGroup(scope, 'LogGroup', {
    logGroupName: names.logGroupName,
    encryptionKey,
    retention: options.logRetention ?? RetentionDays.ONE_YEAR,
    removalPolicy: removal.ofOthers,
  });
  const deliveryRole = new Role(scope, 'DeliveryRole', {
    description: 'CloudTrail delivers its events to the log group of the network ACL change monitor',
    assumedBy: new ServicePrincipal('cloudtrail.amazonaws.com'),
  });
  const deliveryPolicy = new ManagedPolicy(scope, 'DeliveryPolicy', {
    description: 'Write to the log group of the network ACL change monitor',
    roles: [deliveryRole],
    statements: [roleWritesLogGroup(logGroup.logGroupArn)],
  });

  // The L1: the L2 Trail writes an inline role policy and knows no organization trail with a bucket of its own policy.
  const trail = new CfnTrail(scope, 'Trail', {
    trailName: names.trailName,
    s3BucketName: bucket.bucketName,
    isLogging: true,
    isMultiRegionTrail: true,
    isOrganizationTrail: organizationId === undefined ? undefined : true,
    includeGlobalServiceEvents: true,
    enableLogFileValidation: true,
    kmsKeyId: encryptionKey.keyArn,
    cloudWatchLogsLogGroupArn: logGroup.logGroupArn,
    cloudWatchLogsRoleArn: deliveryRole.roleArn,
    eventSelectors: [{ includeManagementEvents: true, readWriteType: 'All' }],
  });
  // CloudTrail tries to write when the trail is created.
  trail.node.addDependency(deliveryPolicy);
  if (bucket.policy) trail.node.addDependency(bucket.policy);
  return { ...buckets, logGroup, deliveryRole, trail };
}
