/** A finding that contradicts AWS, another rule or the control, and so stays. */
export interface ExpectedFinding {
  readonly rules: readonly string[];
  readonly resources: readonly string[];
  /** For the reader of the document: why the template is right, with AWS's address. */
  readonly reason: string;
}

const BUCKET = 'NaclChanges/Bucket';
const ACCESS_LOGS_BUCKET = 'NaclChanges/AccessLogsBucket';

/** By the name of the scanner. */
export const EXPECTED_FINDINGS: Record<string, readonly ExpectedFinding[]> = {
  'cdk-nag': [
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
    {
      rules: ['CKV_AWS_18'],
      resources: [ACCESS_LOGS_BUCKET],
      reason:
        'It receives the access logs of the other bucket. If it logged to itself each log would cause the next, [an infinite loop](https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html); a third bucket would need a fourth.',
    },
  ],
};
