/** A finding that contradicts AWS, another rule or the control, and so stays. */
export interface ExpectedFinding {
  readonly rules: readonly string[];
  readonly resources: readonly string[];
  /** For the reader of the document: why the template is right, with AWS's address. */
  readonly reason: string;
}

const BUCKET = 'NaclChanges/Bucket';
const ACCESS_LOGS_BUCKET = 'NaclChanges/AccessLogsBucket';

const NOTICE_FUNCTION = 'NaclChanges/Notices/Function';
const NOTICE_FUNCTION_POLICY = 'NaclChanges/Notices/FunctionPolicy';
const NOTICE_DEAD_LETTERS = 'NaclChanges/Notices/DeadLetters';

const NO_CONCURRENCY =
  'Reserved concurrency is taken from what the account has, and [100 executions must be left](https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html), which many accounts do not have: the stack could not be created there. A change of a network ACL is rare.';
const NO_VPC =
  'The function calls SNS, and EC2 with `lookUp`, and nothing inside of a VPC. [In one](https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html) it would need a NAT gateway or endpoints, and would depend on the very networks whose changes it tells of.';

/** By the name of the scanner. */
export const EXPECTED_FINDINGS: Record<string, readonly ExpectedFinding[]> = {
  'cdk-nag': [
    {
      rules: ['NIST.800.53.R5-LambdaConcurrency', 'HIPAA.Security-LambdaConcurrency'],
      resources: [NOTICE_FUNCTION],
      reason: NO_CONCURRENCY,
    },
    {
      rules: [
        'NIST.800.53.R5-LambdaInsideVPC',
        'HIPAA.Security-LambdaInsideVPC',
        'PCI.DSS.321-LambdaInsideVPC',
      ],
      resources: [NOTICE_FUNCTION],
      reason: NO_VPC,
    },
    {
      rules: ['AwsSolutions-IAM5[Resource::*]'],
      resources: [NOTICE_FUNCTION_POLICY],
      reason:
        'With `lookUp` alone: `ec2:DescribeNetworkAcls` and `ec2:DescribeSubnets` [know no resources](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html).',
    },
    {
      rules: [
        'NIST.800.53.R5-S3BucketReplicationEnabled',
        'HIPAA.Security-S3BucketReplicationEnabled',
        'PCI.DSS.321-S3BucketReplicationEnabled',
      ],
      resources: [BUCKET, ACCESS_LOGS_BUCKET],
      reason:
        'The rule asks the same of the bucket that receives the copy, and so on without end. A copy that is worth its price lies in [another region or account](https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html), which one stack cannot make: pass a replicated bucket as `trail.bucket`.',
    },
    {
      rules: [
        'NIST.800.53.R5-S3DefaultEncryptionKMS',
        'HIPAA.Security-S3DefaultEncryptionKMS',
        'PCI.DSS.321-S3DefaultEncryptionKMS',
      ],
      resources: [ACCESS_LOGS_BUCKET],
      reason:
        'S3 does not deliver access logs to a bucket whose default encryption is SSE-KMS, [only SSE-S3](https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html). It has SSE-S3; the bucket of the log files has the KMS key.',
    },
  ],
  checkov: [
    { rules: ['CKV_AWS_115'], resources: [NOTICE_FUNCTION], reason: NO_CONCURRENCY },
    { rules: ['CKV_AWS_117'], resources: [NOTICE_FUNCTION], reason: NO_VPC },
    {
      rules: ['CKV_AWS_173'],
      resources: [NOTICE_FUNCTION],
      reason:
        'The environment holds the names of topics, roles and a metric, and no secret. Lambda [encrypts it](https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html) with a key of its own; with this one the function could not even start where the key is disabled.',
    },
    {
      rules: ['CKV_AWS_27'],
      resources: [NOTICE_DEAD_LETTERS],
      reason:
        'The queue is encrypted [by SQS](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html), which the check does not know. With the KMS key of the topics a disabled key would stop both at once, and what could not be told would be lost.',
    },
    {
      rules: ['CKV_AWS_18'],
      resources: [ACCESS_LOGS_BUCKET],
      reason:
        'It receives the access logs of the other bucket. If it logged to itself each log would cause the next, [an infinite loop](https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html); a third bucket would need a fourth.',
    },
  ],
};
