import { monitored, only, propertiesOf } from './monitored-stack';

const { stack } = monitored();

const PRIVATE_AND_VERSIONED = {
  OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  PublicAccessBlockConfiguration: {
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  },
  VersioningConfiguration: { Status: 'Enabled' },
};

test('log files: encrypted with the key, cheaper after 90 days, access logged, no Object Lock', () => {
  expect(propertiesOf(stack, 'AWS::S3::Bucket', 'NaclChangesBucket')).toEqual({
    ...PRIVATE_AND_VERSIONED,
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          ServerSideEncryptionByDefault: {
            SSEAlgorithm: 'aws:kms',
            KMSMasterKeyID: `\${${only(stack, 'AWS::KMS::Key').id}.Arn}`,
          },
        },
      ],
    },
    LifecycleConfiguration: {
      Rules: [
        {
          Status: 'Enabled',
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          NoncurrentVersionExpiration: { NoncurrentDays: 400 },
          Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 90 }],
        },
      ],
    },
    LoggingConfiguration: {
      DestinationBucketName: expect.stringMatching(/^\$\{NaclChangesAccessLogsBucket[0-9A-F]{8}\}$/),
      LogFilePrefix: 'log-file-bucket/',
    },
  });
});

test('access logs: SSE-S3, which is all that S3 delivers them to, kept 400 days', () => {
  expect(propertiesOf(stack, 'AWS::S3::Bucket', 'NaclChangesAccessLogsBucket')).toEqual({
    ...PRIVATE_AND_VERSIONED,
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    LifecycleConfiguration: {
      Rules: [
        {
          Status: 'Enabled',
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          ExpirationInDays: 400,
          NoncurrentVersionExpiration: { NoncurrentDays: 30 },
        },
      ],
    },
  });
});
