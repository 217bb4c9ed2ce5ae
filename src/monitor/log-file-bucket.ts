import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectLockRetention,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { policyArns } from './policy-environment';
import { s3WritesAccessLogs } from './policy-statements';

const ACCESS_LOG_PREFIX = 'log-file-bucket/';

export interface LogFileBuckets {
  readonly bucket: Bucket;
  readonly accessLogsBucket: Bucket;
}

export interface LogFileBucketOptions {
  readonly encryptionKey: IKey;
  readonly removalPolicy: RemovalPolicy;
  readonly objectLockRetention?: Duration;
}

/** The bucket for CloudTrail's log files and the bucket for its access logs; both outlive the stack by default. */
export function logFileBuckets(scope: Construct, options: LogFileBucketOptions): LogFileBuckets {
  const common = {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    removalPolicy: options.removalPolicy,
  };
  const tidy = { abortIncompleteMultipartUploadAfter: Duration.days(7) };

  // S3 delivers access logs to buckets with SSE-S3 and without Object Lock only.
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
  const accessLogsBucket = new Bucket(scope, 'AccessLogsBucket', {
    ...common,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [
      { ...tidy, expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(30) },
    ],
  });
  const bucket = new Bucket(scope, 'Bucket', {
    ...common,
    encryption: BucketEncryption.KMS,
    encryptionKey: options.encryptionKey,
    // No bucket key: it saves calls to KMS, and CloudTrail's are free; with which encryption context CloudTrail would make
    // them, of which the key policy asks the trail, no document shows.
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
    objectLockEnabled: options.objectLockRetention ? true : undefined,
    objectLockDefaultRetention:
      options.objectLockRetention && ObjectLockRetention.governance(options.objectLockRetention),
    lifecycleRules: [
      {
        ...tidy,
        transitions: [
          { storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(90) },
        ],
        noncurrentVersionExpiration: Duration.days(400),
      },
    ],
  });

  // Not `serverAccessLogsBucket`: in apps without the flag @aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy it asks for
  // an ACL, which a bucket-owner-enforced bucket refuses.
  (bucket.node.defaultChild as CfnBucket).loggingConfiguration = {
    destinationBucketName: accessLogsBucket.bucketName,
    logFilePrefix: ACCESS_LOG_PREFIX,
  };
  accessLogsBucket.addToResourcePolicy(
    s3WritesAccessLogs(
      policyArns(scope, accessLogsBucket).account,
      bucket.bucketArn,
      accessLogsBucket.arnForObjects(`${ACCESS_LOG_PREFIX}*`),
    ),
  );

  // A bucket that outlives the stack keeps its TLS-only policy.
  for (const made of [accessLogsBucket, bucket]) made.policy?.applyRemovalPolicy(options.removalPolicy);
  return { bucket, accessLogsBucket };
}
