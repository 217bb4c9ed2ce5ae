import { Stack, Token } from 'aws-cdk-lib';
import { CfnKey, type IKey } from 'aws-cdk-lib/aws-kms';
import { CfnLogGroup, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { CfnTopic, ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { named } from '../language/property-names';
import { LOG_GROUP_NAME, nameProblem } from './name-rules';

export function logGroupProblem(scope: Construct, logGroup: ILogGroup | undefined): string | undefined {
  if (!logGroup) return undefined;
  const { defaultChild } = logGroup.node;
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html
  const given =
    defaultChild && CfnLogGroup.isCfnLogGroup(defaultChild) ? defaultChild.logGroupClass : undefined;
  if (given !== undefined && given !== 'STANDARD' && !Token.isUnresolved(given)) {
    return `a log group of class ${given} takes no metric filter: pass one of class STANDARD.`;
  }
  const name = nameProblem(`the name of ${named('logGroup')}`, logGroup.logGroupName, LOG_GROUP_NAME);
  return name ?? elsewhere(scope, 'logGroup', 'metric filter', logGroup.env);
}

export function topicProblem(scope: Construct, topic: ITopic | undefined): string | undefined {
  if (!topic) return undefined;
  const keyId = (topic.node.defaultChild as CfnTopic | undefined)?.kmsMasterKeyId;
  // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
  if (isManagedByAws(topic, keyId) || isManagedByAws(topic, topic.masterKey?.keyArn)) {
    return 'CloudWatch may not use the AWS managed key alias/aws/sns and its notifications would be dropped: encrypt the topic with a customer managed key.';
  }
  if (keyId !== undefined && !topic.masterKey) {
    return `the topic is encrypted with a key that this monitor cannot let CloudWatch use: pass the key to the topic as ${named('masterKey')}.`;
  }
  return elsewhere(scope, 'topic', 'alarm', { region: topic.env.region });
}

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
export function keyProblem(scope: Construct, key: IKey | undefined): string | undefined {
  if (!key) return undefined;
  if (isManagedByAws(key, key.keyArn)) {
    return `${named('encryptionKey')} is managed by AWS, and its policy can let in neither CloudTrail nor CloudWatch: pass a customer managed key.`;
  }
  const { defaultChild } = key.node;
  const spec = defaultChild && CfnKey.isCfnKey(defaultChild) ? defaultChild.keySpec : undefined;
  if (spec !== undefined && spec !== 'SYMMETRIC_DEFAULT' && !Token.isUnresolved(spec)) {
    return `${named('encryptionKey')} is of spec ${spec} and cannot encrypt logs: pass a symmetric key.`;
  }
  return elsewhere(scope, 'encryptionKey', 'log group or topic', { region: key.env.region });
}

/**
 * The key that encrypts the log files has to be in the region of their bucket.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function bucketProblem(
  scope: Construct,
  bucket: IBucket | undefined,
  key: IKey | undefined,
): string | undefined {
  if (!bucket) return undefined;
  const [there, here] = [bucket.env.region, key?.env.region ?? Stack.of(scope).region];
  if (!differ(there, here)) return undefined;
  return `${named('trail.bucket')} is in region ${there} and the key that encrypts its log files in ${here}: pass a bucket of ${here}.`;
}

/** The keys that AWS makes in an account have aliases that begin so, and policies that nobody can change. */
function isManagedByAws(owner: ITopic | IKey, key: string | undefined): boolean {
  return JSON.stringify(Stack.of(owner).resolve(key) ?? '').includes('alias/aws/');
}

/** A metric filter stands in the region and account of its log group, and an alarm notifies topics of its region. */
function elsewhere(
  scope: Construct,
  property: string,
  user: string,
  env: { readonly account?: string; readonly region: string },
): string | undefined {
  const stack = Stack.of(scope);
  for (const [what, there, here] of [
    ['region', env.region, stack.region],
    ['account', env.account, stack.account],
  ]) {
    if (differ(there, here)) {
      return `${named(property)} is in ${what} ${there} and the ${user} would be in ${here}: put the monitor into the ${what} of ${named(property)}.`;
    }
  }
  return undefined;
}

/** Whether two are known to be different; a token may turn out to be either. */
function differ(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return !Token.isUnresolved(one) && !Token.isUnresolved(other) && one !== other;
}
