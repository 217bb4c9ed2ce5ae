import { partitionOfRegion } from '../../../src/field/partition';

// The same as the construct's, in src/monitor/policy-statements.ts, where the documentation is named on which each rests.

/** A text, or what CloudFormation makes one of. */
export type Text = string | Readonly<Record<string, unknown>>;

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
  readonly Resource?: Text | readonly Text[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Text | number>>>>;
}

export function document(...Statement: readonly Statement[]) {
  return { Version: '2012-10-17', Statement };
}

const service = (Service: string) => ({ Service });
const CLOUDTRAIL = service('cloudtrail.amazonaws.com');
const CLOUDWATCH = service('cloudwatch.amazonaws.com');

/** In the European Sovereign Cloud the principal ends as elsewhere, although endpoints do not. */
function logsService(region: string): string {
  const { name, urlSuffix } = partitionOfRegion(region);
  return `logs.${region}.${name === 'aws-eusc' ? 'amazonaws.com' : urlSuffix}`;
}

export function accountUsesKey(partition: string, account: string): Statement {
  return {
    Effect: 'Allow',
    Principal: { AWS: `arn:${partition}:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
}

/** @param trails - the trails of the account, whatever their region */
export function cloudTrailUsesKey(trail: string, trails: string): Statement[] {
  const ofTrail = { StringEquals: { 'aws:SourceArn': trail } };
  return [
    {
      Effect: 'Allow',
      Principal: CLOUDTRAIL,
      Action: 'kms:GenerateDataKey*',
      Resource: '*',
      Condition: { ...ofTrail, StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': trails } },
    },
    {
      Effect: 'Allow',
      Principal: CLOUDTRAIL,
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
      Condition: ofTrail,
    },
  ];
}

export function logsUseKey(region: string, groupArn: string): Statement {
  return {
    Effect: 'Allow',
    Principal: service(logsService(region)),
    Action: ['kms:Decrypt*', 'kms:Describe*', 'kms:Encrypt*', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
    Resource: '*',
    Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': groupArn } },
  };
}

export function alarmsUseKey(account: string): Statement {
  return {
    Effect: 'Allow',
    Principal: CLOUDWATCH,
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceAccount': account } },
  };
}

export function alarmsPublish(topicArn: Text, account: string): Statement {
  return {
    Effect: 'Allow',
    Principal: CLOUDWATCH,
    Action: 'sns:Publish',
    Resource: topicArn,
    Condition: { StringEquals: { 'aws:SourceAccount': account } },
  };
}

export function onlyWithTls(action: string, resources: Text | readonly Text[]): Statement {
  return {
    Effect: 'Deny',
    Principal: action.startsWith('s3:') ? { AWS: '*' } : '*',
    Action: action,
    Resource: resources,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}

/** What a bucket refuses: connections without TLS, and with an old one. */
export function bucketNeedsTls(resources: readonly Text[]): Statement[] {
  return [
    onlyWithTls('s3:*', resources),
    {
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:*',
      Resource: resources,
      Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } },
    },
  ];
}

export function cloudTrailWritesBucket(trail: string, bucket: Text, objects: Text): Statement[] {
  const source = { 'aws:SourceArn': trail };
  return [
    {
      Effect: 'Allow',
      Principal: CLOUDTRAIL,
      Action: 's3:GetBucketAcl',
      Resource: bucket,
      Condition: { StringEquals: source },
    },
    {
      Effect: 'Allow',
      Principal: CLOUDTRAIL,
      Action: 's3:PutObject',
      Resource: objects,
      Condition: { StringEquals: { ...source, 's3:x-amz-acl': 'bucket-owner-full-control' } },
    },
  ];
}

export function s3WritesAccessLogs(account: string, source: Text, objects: Text): Statement {
  return {
    Effect: 'Allow',
    Principal: service('logging.s3.amazonaws.com'),
    Action: 's3:PutObject',
    Resource: objects,
    Condition: {
      ArnLike: { 'aws:SourceArn': source },
      StringEquals: { 'aws:SourceAccount': account },
    },
  };
}

export function roleTrust(): Statement {
  return { Effect: 'Allow', Principal: CLOUDTRAIL, Action: 'sts:AssumeRole' };
}

/** @param group - its ARN, which ends in `:*` */
export function roleWrites(group: Text): Statement {
  return { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: group };
}
