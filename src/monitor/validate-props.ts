import { type Duration, Stack, Token } from 'aws-cdk-lib';
import { CfnKey, type IKey } from 'aws-cdk-lib/aws-kms';
import { CfnLogGroup, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { CfnTopic, ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { NaclChangeMonitorProps } from './options';

/** Throws one sentence that says what to pass, before anything is made. Tokens are let through. */
export function validateProps(scope: Construct, props: NaclChangeMonitorProps) {
  const problem = firstProblem(scope, props);
  if (problem) throw new Error(`${scope.node.path}: ${problem}`);
}

function firstProblem(scope: Construct, props: NaclChangeMonitorProps): string | undefined {
  const { trail = {}, alarm = {} } = props;
  return (
    combinationProblem(props) ??
    nameProblem('trail.trailName', trail.trailName, TRAIL_NAME) ??
    nameProblem('trail.logGroupName', trail.logGroupName, LOG_GROUP_NAME) ??
    nameProblem('trail.organizationId', trail.organizationId, ORGANIZATION_ID) ??
    nameProblem('alarm.alarmName', alarm.alarmName, ALARM_NAME) ??
    nameProblem('metricNamespace', props.metricNamespace, METRIC_NAMESPACE) ??
    nameProblem('metricName', props.metricName, METRIC_NAME) ??
    periodProblem(alarm.period) ??
    objectLockProblem(trail.objectLockRetention) ??
    logGroupProblem(scope, props.logGroup) ??
    topicProblem(scope, props.topic) ??
    keyProblem(scope, props.encryptionKey)
  );
}

function combinationProblem(props: NaclChangeMonitorProps): string | undefined {
  const { subscriptions = [], topic, logGroup, trail, encryptionKey, alarmActions = [] } = props;
  if (subscriptions.length === 0 && !topic) {
    return 'nobody would hear the alarm: pass subscriptions, such as [new EmailSubscription("security@example.com")], or a topic that has some.';
  }
  if (logGroup && trail) {
    return 'logGroup means that a trail exists, so nothing is left for the trail options: pass logGroup or trail, not both.';
  }
  if (logGroup && topic && encryptionKey) {
    return 'with logGroup and topic nothing is left to encrypt: leave encryptionKey out.';
  }
  if (trail?.bucket && trail.objectLockRetention) {
    return 'Object Lock is set up with the bucket that is made: leave trail.objectLockRetention out, or leave trail.bucket out.';
  }
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html (AlarmActions)
  if (alarmActions.length > 4) {
    return `an alarm takes five actions and the topic is one of them: pass at most four alarmActions, not ${alarmActions.length}.`;
  }
  return undefined;
}

interface NameRule {
  readonly test: (name: string) => boolean;
  readonly say: string;
}

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html
const TRAIL_NAME: NameRule = {
  test: (name) =>
    /^[A-Za-z0-9][A-Za-z0-9._-]{1,126}[A-Za-z0-9]$/.test(name) &&
    !/[._-]{2}/.test(name) &&
    !/^\d+\.\d+\.\d+\.\d+$/.test(name),
  say: '3 to 128 letters, digits, periods, underscores and dashes, no two of the last three in a row, a letter or digit at both ends, and not shaped like an IP address',
};
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
const LOG_GROUP_NAME: NameRule = {
  test: (name) => /^[.\-_/#A-Za-z0-9]{1,512}$/.test(name) && !name.startsWith('aws/'),
  say: '1 to 512 letters, digits and the characters _ - / . #, and not begin with aws/',
};
// https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html
const ORGANIZATION_ID: NameRule = {
  test: (id) => /^o-[a-z0-9]{10,32}$/.test(id),
  say: 'o- and 10 to 32 lower-case letters and digits, as `aws organizations describe-organization` prints it',
};
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
const ALARM_NAME: NameRule = {
  test: (name) => /^\P{Cc}{1,255}$/u.test(name),
  say: '1 to 255 characters without control characters',
};
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html
const METRIC_NAME: NameRule = {
  test: (name) => /^[^:*$]{1,255}$/.test(name),
  say: '1 to 255 characters without : * and $',
};
const METRIC_NAMESPACE: NameRule = {
  test: (name) => METRIC_NAME.test(name) && !name.startsWith('AWS/'),
  say: '1 to 255 characters without : * and $, and not begin with AWS/, which is reserved',
};

function nameProblem(prop: string, name: string | undefined, rule: NameRule): string | undefined {
  if (name === undefined || Token.isUnresolved(name) || rule.test(name)) return undefined;
  return `${prop} is ${JSON.stringify(name)} and must be ${rule.say}.`;
}

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html (Period, EvaluationPeriods);
// periods of 10 to 30 seconds need high-resolution metrics, and a metric filter's are not.
function periodProblem(period: Duration | undefined): string | undefined {
  if (period === undefined) return undefined;
  // CDK's Metric takes no token: it would compare the token's encoding with its limits.
  if (period.isUnresolved()) return 'alarm.period must be known at synthesis, such as Duration.minutes(5).';
  const seconds = period.toSeconds({ integral: false });
  if (seconds >= 60 && seconds <= 7 * 24 * 3600 && seconds % 60 === 0) return undefined;
  return `alarm.period is ${period.toHumanString()} and must be whole minutes from 1 minute to 7 days, such as Duration.minutes(5).`;
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_DefaultRetention.html
function objectLockProblem(retention: Duration | undefined): string | undefined {
  if (retention === undefined || retention.isUnresolved()) return undefined;
  const days = retention.toDays({ integral: false });
  if (days >= 1 && days <= 36_500 && Number.isInteger(days)) return undefined;
  return `trail.objectLockRetention is ${retention.toHumanString()} and must be whole days from 1 to 36500, such as Duration.days(365).`;
}

function logGroupProblem(scope: Construct, logGroup: ILogGroup | undefined): string | undefined {
  if (!logGroup) return undefined;
  const { defaultChild } = logGroup.node;
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html
  const given =
    defaultChild && CfnLogGroup.isCfnLogGroup(defaultChild) ? defaultChild.logGroupClass : undefined;
  if (given !== undefined && given !== 'STANDARD' && !Token.isUnresolved(given)) {
    return `a log group of class ${given} takes no metric filter: pass one of class STANDARD.`;
  }
  const name = nameProblem("logGroup's name", logGroup.logGroupName, LOG_GROUP_NAME);
  return name ?? elsewhere(scope, 'logGroup', 'metric filter', logGroup.env);
}

function topicProblem(scope: Construct, topic: ITopic | undefined): string | undefined {
  if (!topic) return undefined;
  const keyId = Stack.of(topic).resolve((topic.node.defaultChild as CfnTopic | undefined)?.kmsMasterKeyId);
  // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
  if (JSON.stringify(keyId ?? '').includes('alias/aws/sns')) {
    return 'CloudWatch may not use the AWS managed key alias/aws/sns and its notifications would be dropped: encrypt the topic with a customer managed key.';
  }
  if (keyId !== undefined && !topic.masterKey) {
    return 'the topic is encrypted with a key that this monitor cannot let CloudWatch use: pass the key to the topic as masterKey.';
  }
  return elsewhere(scope, 'topic', 'alarm', { region: topic.env.region });
}

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
function keyProblem(scope: Construct, key: IKey | undefined): string | undefined {
  if (!key) return undefined;
  const { defaultChild } = key.node;
  const spec = defaultChild && CfnKey.isCfnKey(defaultChild) ? defaultChild.keySpec : undefined;
  if (spec !== undefined && spec !== 'SYMMETRIC_DEFAULT' && !Token.isUnresolved(spec)) {
    return `encryptionKey is of spec ${spec} and cannot encrypt logs: pass a symmetric key.`;
  }
  return elsewhere(scope, 'encryptionKey', 'log group or topic', { region: key.env.region });
}

/** A metric filter stands in the region and account of its log group, and an alarm notifies topics of its region. */
function elsewhere(
  scope: Construct,
  prop: string,
  user: string,
  env: { readonly account?: string; readonly region: string },
): string | undefined {
  const stack = Stack.of(scope);
  for (const [what, there, here] of [
    ['region', env.region, stack.region],
    ['account', env.account, stack.account],
  ]) {
    if (there === undefined || here === undefined || Token.isUnresolved(there) || Token.isUnresolved(here))
      continue;
    if (there !== here) {
      return `${prop} is in ${what} ${there} and the ${user} would be in ${here}: put the monitor into the ${prop}'s ${what}.`;
    }
  }
  return undefined;
}
