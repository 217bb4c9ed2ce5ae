import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { PolicyArns } from './policy-environment';

// Actions stand in alphabetical order, as @aws-cdk/aws-iam:minimizePolicies would put them: one template with and without.
// No statement has a Sid: two monitors may share a key or a bucket, and Sids must be unique within a policy.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html

/** An exact ARN is compared as text; one with a wildcard needs the operator that knows wildcards. */
function sourceArn(arn: string): Record<string, Record<string, string>> {
  return arn.endsWith('*')
    ? { ArnLike: { 'aws:SourceArn': arn } }
    : { StringEquals: { 'aws:SourceArn': arn } };
}

/**
 * CloudTrail encrypts log files and digest files,.
 *
 * It reads files back, for which it decrypts, where the bucket uses an S3 Bucket Key, as a user's bucket may.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function cloudTrailUsesKey(arns: PolicyArns): PolicyStatement[] {
  const principals = [new ServicePrincipal('cloudtrail.amazonaws.com')];
  return [
    new PolicyStatement({
      principals,
      actions: ['kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: {
        ...sourceArn(arns.trail),
        StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': arns.trails },
      },
    }),
    new PolicyStatement({
      principals,
      actions: ['kms:Decrypt', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: sourceArn(arns.trail),
    }),
  ];
}

/**
 * CloudWatch Logs encrypts the log group; the encryption context names the one group.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function logsUsesKey(arns: PolicyArns): PolicyStatement[] {
  return [
    new PolicyStatement({
      principals: [new ServicePrincipal(arns.logsService)],
      actions: ['kms:Decrypt*', 'kms:Describe*', 'kms:Encrypt*', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      resources: ['*'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': arns.logGroup } },
    }),
  ];
}

/**
 * The alarms of this account publish to an encrypted topic. SNS itself needs no statement: it uses the publisher's.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
export function alarmsUseKey(arns: PolicyArns): PolicyStatement[] {
  return [
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: alarmsOfAccount(arns),
    }),
  ];
}

/**
 * The alarms of this account publish to the topic. A topic policy replaces the default one, which let the owner publish.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html#SNS_Confused_Deputy
 */
export function alarmsPublish(arns: PolicyArns, topicArn: string): PolicyStatement[] {
  return [
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topicArn],
      conditions: alarmsOfAccount(arns),
    }),
  ];
}

/**
 * The account alone: an alarm whose name has other characters than ASCII never matches `aws:SourceArn`, so that a condition
 * on it would mute such alarms, the other ones of a user's topic included.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html#SNS_Confused_Deputy
 */
function alarmsOfAccount(arns: PolicyArns) {
  return { StringEquals: { 'aws:SourceAccount': arns.account } };
}

/**
 * CloudTrail checks the bucket and writes below the account's prefix, and below the organization's for its trail.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html#org-trail-bucket-policy
 */
export function cloudTrailWritesBucket(
  arns: PolicyArns,
  bucketArn: string,
  organizationId?: string,
): PolicyStatement[] {
  const principals = [new ServicePrincipal('cloudtrail.amazonaws.com')];
  const owners = [arns.account, ...(organizationId === undefined ? [] : [organizationId])];
  const source = sourceArn(arns.trail);
  return [
    new PolicyStatement({
      principals,
      actions: ['s3:GetBucketAcl'],
      resources: [bucketArn],
      conditions: source,
    }),
    new PolicyStatement({
      principals,
      actions: ['s3:PutObject'],
      resources: owners.map((owner) => `${bucketArn}/AWSLogs/${owner}/*`),
      conditions: {
        ...source,
        StringEquals: { ...source.StringEquals, 's3:x-amz-acl': 'bucket-owner-full-control' },
      },
    }),
  ];
}

/**
 * S3 writes the access logs of the log file bucket.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html#grant-log-delivery-permissions-general
 */
export function s3WritesAccessLogs(
  account: string,
  sourceBucketArn: string,
  objects: string,
): PolicyStatement {
  return new PolicyStatement({
    principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
    actions: ['s3:PutObject'],
    resources: [objects],
    conditions: {
      ArnLike: { 'aws:SourceArn': sourceBucketArn },
      StringEquals: { 'aws:SourceAccount': account },
    },
  });
}

/**
 * CloudTrail's role may write to the one log group and do nothing else.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
 */
export function roleWritesLogGroup(logGroupArn: string): PolicyStatement {
  return new PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroupArn],
  });
}

/** The function that writes notices publishes to their topics. */
export function rolePublishes(topicArns: string[]): PolicyStatement {
  return new PolicyStatement({ actions: ['sns:Publish'], resources: topicArns });
}

/**
 * SNS encrypts what a role publishes with the role's permissions; the encryption context names the one topic, because the
 * key may encrypt much else.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export function roleUsesTopicKey(keyArn: string, topicArn: string): PolicyStatement {
  return new PolicyStatement({
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [keyArn],
    conditions: { StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': topicArn } },
  });
}

/**
 * Lambda sends what the function could not handle with the function's role.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function roleSendsDeadLetters(queueArn: string): PolicyStatement {
  return new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queueArn] });
}

/**
 * Neither action knows resources.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
export function roleLooksUpNetworks(): PolicyStatement {
  return new PolicyStatement({
    actions: ['ec2:DescribeNetworkAcls', 'ec2:DescribeSubnets'],
    resources: ['*'],
  });
}
