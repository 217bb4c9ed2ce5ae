import { CONTROL, FILTER_PATTERN } from '../../../../src/control/network-acl-changes';
import { logGroupArn, makesKey, makesTopic, roleName, type StackParts, TRAIL_NAME } from '../stack-parts';
import {
  accountUsesKey,
  alarmsPublish,
  alarmsUseKey,
  bucketNeedsTls,
  cloudTrailUsesKey,
  cloudTrailWritesBucket,
  document,
  logsUseKey,
  onlyWithTls,
  roleTrust,
  roleWrites,
  type Statement,
  s3WritesAccessLogs,
} from '../statements';

type Value = unknown;

interface Resource {
  readonly Type: string;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: 'Retain';
  readonly UpdateReplacePolicy?: 'Retain';
  readonly Properties: Readonly<Record<string, Value>>;
}

const ref = (Ref: string) => ({ Ref });
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const below = (id: string, path: string) => ({ 'Fn::Sub': `\${${id}.Arn}/${path}` });
const KEPT = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' } as const;

export const DESCRIPTION = `A network ACL was changed, or somebody tried to. ${CONTROL.benchmark}, AWS Security Hub CSPM ${CONTROL.securityHub}`;
const ACCESS_LOGS = 'log-file-bucket/';

/** A template that is deployed as it is, in an account that CDK never saw. */
export function cloudFormation(parts: StackParts): string {
  const { account, region, emails } = parts;
  const isAsked = makesTopic(parts) && emails.length === 0;
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `What is missing in account ${account}, ${region}, to report changes of network ACLs`,
    ...(isAsked && {
      Parameters: {
        EmailAddress: {
          Type: 'String',
          AllowedPattern: '[^@\\s]+@[^@\\s]+',
          Description: 'Who is told of changes; has to click the link in the confirmation email',
        },
      },
    }),
    Resources: {
      ...(makesKey(parts) && { Key: key(parts) }),
      ...(parts.trail && buckets(parts)),
      ...(parts.logGroup && { LogGroup: logGroup(parts) }),
      ...(parts.role && role(parts)),
      ...(parts.trail && { Trail: trail() }),
      ...(parts.filter && { MetricFilter: metricFilter(parts) }),
      ...(makesTopic(parts) && topic(parts)),
      ...(parts.alarm && { Alarm: alarm(parts) }),
    },
  };
  return `${JSON.stringify(template, undefined, 2)}\n`;
}

export function trailArn({ partition, region, account }: StackParts): string {
  return `arn:${partition}:cloudtrail:${region}:${account}:trail/${TRAIL_NAME}`;
}

/** Who uses the key of the stack. */
export function keyStatements(parts: StackParts): Statement[] {
  const { partition, account, region } = parts;
  return [
    accountUsesKey(partition, account),
    ...(parts.trail
      ? cloudTrailUsesKey(trailArn(parts), `arn:${partition}:cloudtrail:*:${account}:trail/*`)
      : []),
    ...(parts.logGroup ? [logsUseKey(region, logGroupArn(parts))] : []),
    ...(makesTopic(parts) ? [alarmsUseKey(account)] : []),
  ];
}

function key(parts: StackParts): Resource {
  return {
    Type: 'AWS::KMS::Key',
    ...KEPT,
    Properties: {
      Description: 'Network ACL change monitor: what this stack encrypts',
      EnableKeyRotation: true,
      KeyPolicy: document(...keyStatements(parts)),
    },
  };
}

function buckets(parts: StackParts): Record<string, Resource> {
  const common = {
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    VersioningConfiguration: { Status: 'Enabled' },
  };
  const tidy = { Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } };
  const encryption = (by: object) => ({
    BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: by }] },
  });
  const policy = (bucket: string, ...statements: readonly Statement[]): Resource => ({
    Type: 'AWS::S3::BucketPolicy',
    ...KEPT,
    Properties: {
      Bucket: ref(bucket),
      PolicyDocument: document(...bucketNeedsTls([arnOf(bucket), below(bucket, '*')]), ...statements),
    },
  });
  return {
    AccessLogsBucket: {
      Type: 'AWS::S3::Bucket',
      ...KEPT,
      Properties: {
        ...common,
        ...encryption({ SSEAlgorithm: 'AES256' }),
        LifecycleConfiguration: {
          Rules: [{ ...tidy, ExpirationInDays: 400, NoncurrentVersionExpiration: { NoncurrentDays: 30 } }],
        },
      },
    },
    AccessLogsBucketPolicy: policy(
      'AccessLogsBucket',
      s3WritesAccessLogs(parts.account, arnOf('Bucket'), below('AccessLogsBucket', `${ACCESS_LOGS}*`)),
    ),
    Bucket: {
      Type: 'AWS::S3::Bucket',
      ...KEPT,
      Properties: {
        ...common,
        ...encryption({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arnOf('Key') }),
        LoggingConfiguration: { DestinationBucketName: ref('AccessLogsBucket'), LogFilePrefix: ACCESS_LOGS },
        LifecycleConfiguration: {
          Rules: [
            {
              ...tidy,
              Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 90 }],
              NoncurrentVersionExpiration: { NoncurrentDays: 400 },
            },
          ],
        },
      },
    },
    BucketPolicy: policy(
      'Bucket',
      ...cloudTrailWritesBucket(
        trailArn(parts),
        arnOf('Bucket'),
        below('Bucket', `AWSLogs/${parts.account}/*`),
      ),
    ),
  };
}

function logGroup({ logGroupName }: StackParts): Resource {
  return {
    Type: 'AWS::Logs::LogGroup',
    ...KEPT,
    Properties: { LogGroupName: logGroupName, KmsKeyId: arnOf('Key'), RetentionInDays: 365 },
  };
}

function role(parts: StackParts): Record<string, Resource> {
  return {
    DeliveryRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: roleName(parts),
        Description: 'CloudTrail delivers its events to the log group of the network ACL change monitor',
        AssumeRolePolicyDocument: document(roleTrust()),
      },
    },
    DeliveryPolicy: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        Description: 'Write to the log group of the network ACL change monitor',
        Roles: [ref('DeliveryRole')],
        PolicyDocument: document(roleWrites(parts.logGroup ? arnOf('LogGroup') : `${logGroupArn(parts)}:*`)),
      },
    },
  };
}

function trail(): Resource {
  return {
    Type: 'AWS::CloudTrail::Trail',
    // CloudTrail tries to write when the trail is created.
    DependsOn: ['BucketPolicy', 'DeliveryPolicy'],
    Properties: {
      TrailName: TRAIL_NAME,
      S3BucketName: ref('Bucket'),
      IsLogging: true,
      IsMultiRegionTrail: true,
      IncludeGlobalServiceEvents: true,
      EnableLogFileValidation: true,
      KMSKeyId: arnOf('Key'),
      CloudWatchLogsLogGroupArn: arnOf('LogGroup'),
      CloudWatchLogsRoleArn: arnOf('DeliveryRole'),
      EventSelectors: [{ IncludeManagementEvents: true, ReadWriteType: 'All' }],
    },
  };
}

function metricFilter({ logGroup: isNew, logGroupName, metric }: StackParts): Resource {
  return {
    Type: 'AWS::Logs::MetricFilter',
    Properties: {
      LogGroupName: isNew ? ref('LogGroup') : logGroupName,
      FilterPattern: FILTER_PATTERN,
      MetricTransformations: [
        { MetricNamespace: metric.namespace, MetricName: metric.name, MetricValue: '1', DefaultValue: 0 },
      ],
    },
  };
}

function topic({ account, emails, keyArn }: StackParts): Record<string, Resource> {
  const endpoints: readonly Value[] = emails.length > 0 ? emails : [ref('EmailAddress')];
  return {
    Topic: { Type: 'AWS::SNS::Topic', Properties: { KmsMasterKeyId: keyArn ?? arnOf('Key') } },
    TopicPolicy: {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: {
        Topics: [ref('Topic')],
        PolicyDocument: document(
          onlyWithTls('sns:Publish', ref('Topic')),
          alarmsPublish(ref('Topic'), account),
        ),
      },
    },
    ...Object.fromEntries(
      endpoints.map((Endpoint, i): [string, Resource] => [
        `Subscription${i === 0 ? '' : i + 1}`,
        {
          Type: 'AWS::SNS::Subscription',
          Properties: { TopicArn: ref('Topic'), Protocol: 'email', Endpoint },
        },
      ]),
    ),
  };
}

function alarm({ metric, topicArn }: StackParts): Resource {
  return {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      AlarmDescription: DESCRIPTION,
      Namespace: metric.namespace,
      MetricName: metric.name,
      Statistic: 'Sum',
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: [topicArn ?? ref('Topic')],
    },
  };
}
