import { FILTER_PATTERN } from '../../../../src/control/network-acl-changes';
import {
  logGroupArn,
  makesKey,
  makesTopic,
  roleName,
  STACK_NAME,
  type StackParts,
  TRAIL_NAME,
} from '../stack-parts';
import {
  alarmsPublish,
  bucketNeedsTls,
  cloudTrailWritesBucket,
  document,
  onlyWithTls,
  roleTrust,
  roleWrites,
  type Statement,
  s3WritesAccessLogs,
  type Text,
} from '../statements';
import { DESCRIPTION, keyStatements, trailArn } from './cloudformation';
import { Block, block, Expression, hcl } from './hcl';

const NAME = 'nacl_changes';
const at = (type: string, attribute: string, name = NAME) => new Expression(`${type}.${name}.${attribute}`);
const inText = (type: string, path: string, name = NAME) =>
  new Expression(`"\${${type}.${name}.arn}/${path}"`);
const asText = (expression: Expression) => expression as unknown as Text;
const policy = (...statements: readonly Statement[]) =>
  new Expression(`jsonencode(${hcl(document(...statements), '  ')})`);
const ACCESS_LOGS = 'log-file-bucket/';

/** The same for Terraform, with the provider of the account that the user has. */
export function terraform(parts: StackParts): string {
  const isAsked = makesTopic(parts) && parts.emails.length === 0;
  return [
    `# What is missing in account ${parts.account}, ${parts.region}, to report changes of network ACLs.\n`,
    block('terraform', {
      required_providers: new Block({ aws: { source: 'hashicorp/aws', version: '>= 5.0' } }),
    }),
    block('provider "aws"', { region: parts.region, allowed_account_ids: [parts.account] }),
    ...(isAsked
      ? [
          block('variable "email_address"', {
            type: new Expression('string'),
            description: 'Who is told of changes; has to click the link in the confirmation email',
          }),
        ]
      : []),
    ...(makesKey(parts) ? [key(parts)] : []),
    ...(parts.trail ? bucketsOf(parts) : []),
    ...(parts.logGroup ? [logGroup(parts)] : []),
    ...(parts.role ? role(parts) : []),
    ...(parts.trail ? [trail()] : []),
    ...(parts.filter ? [metricFilter(parts)] : []),
    ...(makesTopic(parts) ? topic(parts) : []),
    ...(parts.alarm ? [alarm(parts)] : []),
  ].join('\n');
}

function resource(type: string, body: Readonly<Record<string, unknown>>, name = NAME): string {
  return block(`resource "${type}" "${name}"`, body);
}

function key(parts: StackParts): string {
  return resource('aws_kms_key', {
    description: 'Network ACL change monitor: what this configuration encrypts',
    enable_key_rotation: true,
    policy: policy(...keyStatements(parts)),
  });
}

function bucketsOf(parts: StackParts): string[] {
  const settings = (
    name: string,
    statements: readonly Statement[],
    encryption: object,
    lifecycle: object,
  ) => {
    const bucket = at('aws_s3_bucket', 'id', name);
    const tidy = new Block({ days_after_initiation: 7 });
    return [
      resource('aws_s3_bucket', { bucket_prefix: `${STACK_NAME}-` }, name),
      resource(
        'aws_s3_bucket_ownership_controls',
        { bucket, rule: new Block({ object_ownership: 'BucketOwnerEnforced' }) },
        name,
      ),
      resource(
        'aws_s3_bucket_public_access_block',
        {
          bucket,
          block_public_acls: true,
          block_public_policy: true,
          ignore_public_acls: true,
          restrict_public_buckets: true,
        },
        name,
      ),
      resource(
        'aws_s3_bucket_versioning',
        { bucket, versioning_configuration: new Block({ status: 'Enabled' }) },
        name,
      ),
      resource(
        'aws_s3_bucket_server_side_encryption_configuration',
        {
          bucket,
          rule: new Block({ apply_server_side_encryption_by_default: new Block({ ...encryption }) }),
        },
        name,
      ),
      resource(
        'aws_s3_bucket_lifecycle_configuration',
        {
          bucket,
          rule: new Block({
            id: 'tidy',
            status: 'Enabled',
            filter: new Block({}),
            abort_incomplete_multipart_upload: tidy,
            ...lifecycle,
          }),
        },
        name,
      ),
      resource(
        'aws_s3_bucket_policy',
        {
          bucket,
          policy: policy(
            ...bucketNeedsTls([
              asText(at('aws_s3_bucket', 'arn', name)),
              asText(inText('aws_s3_bucket', '*', name)),
            ]),
            ...statements,
          ),
        },
        name,
      ),
    ];
  };
  const bucketArn = asText(at('aws_s3_bucket', 'arn'));
  const logs = 'access_logs';
  return [
    ...settings(
      logs,
      [
        s3WritesAccessLogs(
          parts.account,
          bucketArn,
          asText(inText('aws_s3_bucket', `${ACCESS_LOGS}*`, logs)),
        ),
      ],
      { sse_algorithm: 'AES256' },
      {
        expiration: new Block({ days: 400 }),
        noncurrent_version_expiration: new Block({ noncurrent_days: 30 }),
      },
    ),
    ...settings(
      NAME,
      cloudTrailWritesBucket(
        trailArn(parts),
        bucketArn,
        asText(inText('aws_s3_bucket', `AWSLogs/${parts.account}/*`)),
      ),
      { sse_algorithm: 'aws:kms', kms_master_key_id: at('aws_kms_key', 'arn') },
      {
        transition: new Block({ days: 90, storage_class: 'GLACIER_IR' }),
        noncurrent_version_expiration: new Block({ noncurrent_days: 400 }),
      },
    ),
    resource('aws_s3_bucket_logging', {
      bucket: at('aws_s3_bucket', 'id'),
      target_bucket: at('aws_s3_bucket', 'id', logs),
      target_prefix: ACCESS_LOGS,
    }),
  ];
}

function logGroup({ logGroupName }: StackParts): string {
  return resource('aws_cloudwatch_log_group', {
    name: logGroupName,
    kms_key_id: at('aws_kms_key', 'arn'),
    retention_in_days: 365,
  });
}

function role(parts: StackParts): string[] {
  const group = parts.logGroup
    ? asText(new Expression(`"\${aws_cloudwatch_log_group.${NAME}.arn}:*"`))
    : `${logGroupArn(parts)}:*`;
  return [
    resource('aws_iam_role', {
      name: roleName(parts),
      description: 'CloudTrail delivers its events to the log group of the network ACL change monitor',
      assume_role_policy: policy(roleTrust()),
    }),
    resource('aws_iam_role_policy', { role: at('aws_iam_role', 'id'), policy: policy(roleWrites(group)) }),
  ];
}

function trail(): string {
  return resource('aws_cloudtrail', {
    name: TRAIL_NAME,
    s3_bucket_name: at('aws_s3_bucket', 'id'),
    enable_logging: true,
    is_multi_region_trail: true,
    include_global_service_events: true,
    enable_log_file_validation: true,
    kms_key_id: at('aws_kms_key', 'arn'),
    cloud_watch_logs_group_arn: new Expression(`"\${aws_cloudwatch_log_group.${NAME}.arn}:*"`),
    cloud_watch_logs_role_arn: at('aws_iam_role', 'arn'),
    event_selector: new Block({ include_management_events: true, read_write_type: 'All' }),
    depends_on: [
      new Expression(`aws_s3_bucket_policy.${NAME}`),
      new Expression(`aws_iam_role_policy.${NAME}`),
    ],
  });
}

function metricFilter({ logGroup: isNew, logGroupName, metric }: StackParts): string {
  return resource('aws_cloudwatch_log_metric_filter', {
    name: STACK_NAME,
    log_group_name: isNew ? at('aws_cloudwatch_log_group', 'name') : logGroupName,
    pattern: FILTER_PATTERN,
    metric_transformation: new Block({
      namespace: metric.namespace,
      name: metric.name,
      value: '1',
      default_value: '0',
    }),
  });
}

function topic({ account, emails, keyArn }: StackParts): string[] {
  const arn = at('aws_sns_topic', 'arn');
  const endpoints: readonly unknown[] = emails.length > 0 ? emails : [new Expression('var.email_address')];
  return [
    resource('aws_sns_topic', {
      name_prefix: `${STACK_NAME}-`,
      kms_master_key_id: keyArn ?? at('aws_kms_key', 'arn'),
    }),
    resource('aws_sns_topic_policy', {
      arn,
      policy: policy(onlyWithTls('sns:Publish', asText(arn)), alarmsPublish(asText(arn), account)),
    }),
    ...endpoints.map((endpoint, i) =>
      resource(
        'aws_sns_topic_subscription',
        { topic_arn: arn, protocol: 'email', endpoint },
        i === 0 ? NAME : `${NAME}_${i + 1}`,
      ),
    ),
  ];
}

function alarm({ metric, topicArn }: StackParts): string {
  return resource('aws_cloudwatch_metric_alarm', {
    alarm_name: STACK_NAME,
    alarm_description: DESCRIPTION,
    namespace: metric.namespace,
    metric_name: metric.name,
    statistic: 'Sum',
    period: 300,
    evaluation_periods: 1,
    threshold: 1,
    comparison_operator: 'GreaterThanOrEqualToThreshold',
    treat_missing_data: 'notBreaching',
    alarm_actions: [topicArn ?? at('aws_sns_topic', 'arn')],
  });
}
