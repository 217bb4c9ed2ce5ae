import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, type RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { Construct } from 'constructs';
import { stackUuid, uniqueName } from './names';
import { addToPolicy } from './policies';
import { policyArns } from './policy-environment';
import {
  logsUsesKey,
  roleLooksUpNetworks,
  rolePublishes,
  roleSendsDeadLetters,
  roleUsesTopicKey,
  roleWritesLogGroup,
} from './policy-statements';

/** What the build makes of src/notice/notice.lambda.ts; from here and from lib/monitor the way to it is the same. */
const CODE = join(__dirname, '../../lib/notice/notice.lambda.js');

export interface NoticeFunctionOptions {
  readonly key: IKey;
  readonly deadLetterQueue: IQueue;
  readonly topics: readonly ITopic[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly ignorePrincipals: string[];
  readonly lookUp: boolean;
  readonly removalPolicy: RemovalPolicy;
}

export interface NoticeFunction {
  readonly resource: CfnFunction;
  /** Without it the function can neither write its log nor publish. */
  readonly policy: ManagedPolicy;
}

/**
 * The queue for what the function could not tell, after Lambda's two retries.
 *
 * Encrypted by SQS itself and not with the key: a key that is disabled stops the topic, and then this queue is what is
 * left.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function makeDeadLetterQueue(scope: Construct): Queue {
  return new Queue(scope, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}

/**
 * The function that turns log events into notices. Its code is in the template, so that there is no asset.
 *
 * No reserved concurrency: it is taken from what the account has left, and creation fails in new accounts, which have
 * none to spare. No VPC: it would need a NAT gateway or endpoints to reach SNS. Its environment holds no secret.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
 */
export function makeFunction(scope: Construct, options: NoticeFunctionOptions): NoticeFunction {
  const { key, deadLetterQueue, topics, environment, ignorePrincipals, lookUp, removalPolicy } = options;
  const logGroupName = `/nacl-change-monitor/${uniqueName(scope, 400)}-${stackUuid()}`;
  addToPolicy(scope, key, 'key', logsUsesKey(policyArns(scope, key, { trailName: '*', logGroupName })));
  const logGroup = new LogGroup(scope, 'FunctionLogs', {
    logGroupName,
    encryptionKey: key,
    retention: RetentionDays.ONE_YEAR,
    removalPolicy,
  });

  const role = new Role(scope, 'FunctionRole', {
    description: 'Publishes notices of network ACL changes',
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  const policy = new ManagedPolicy(scope, 'FunctionPolicy', {
    description: 'Publish notices of network ACL changes',
    roles: [role],
    statements: [
      roleWritesLogGroup(logGroup.logGroupArn),
      rolePublishes(topics.map(({ topicArn }) => topicArn)),
      ...topics.flatMap(({ topicArn, masterKey }) =>
        masterKey ? [roleUsesTopicKey(masterKey.keyArn, topicArn)] : [],
      ),
      roleSendsDeadLetters(deadLetterQueue.queueArn),
      ...(lookUp ? [roleLooksUpNetworks()] : []),
    ],
  });

  // The L1: the L2 writes an inline role policy.
  const resource = new CfnFunction(scope, 'Function', {
    description: 'Notices of network ACL changes',
    runtime: 'nodejs24.x',
    architectures: architecturesIn(Stack.of(scope).region),
    handler: 'index.handler',
    code: { zipFile: readFileSync(CODE, 'utf8') },
    role: role.roleArn,
    memorySize: 256,
    timeout: 60,
    deadLetterConfig: { targetArn: deadLetterQueue.queueArn },
    loggingConfig: { logGroup: logGroup.logGroupName },
    environment: {
      variables: {
        ...environment,
        // Undefined ones are left out of the template. The ARN of a role of the app is a token until then.
        IGNORE_PRINCIPALS:
          ignorePrincipals.length > 0 ? Stack.of(scope).toJsonString(ignorePrincipals) : undefined,
        LOOK_UP: lookUp ? 'true' : undefined,
      } as Record<string, string>,
    },
  });
  // Lambda refuses a dead-letter queue to which the role may not send.
  resource.node.addDependency(policy);
  return { resource, policy };
}

/**
 * arm64 in regions for which AWS publishes a layer for it; in the others, and where the template does not know its region,
 * Lambda's own default, which is everywhere.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Lambda-Insights-extension-versions.html
 */
function architecturesIn(region: string): string[] | undefined {
  if (Token.isUnresolved(region)) return undefined;
  return RegionInfo.get(region).cloudwatchLambdaInsightsArn('1.0.333.0', 'arm64') ? ['arm64'] : undefined;
}
