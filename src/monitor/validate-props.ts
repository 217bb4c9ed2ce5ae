import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { named } from '../language/property-names';
import {
  ALARM_NAME,
  LOG_GROUP_NAME,
  METRIC_NAME,
  METRIC_NAMESPACE,
  type NameRule,
  nameProblem,
  ORGANIZATION_ID,
  TRAIL_NAME,
} from './name-rules';
import type { NaclChangeMonitorProps } from './options';
import { shown } from './shown';
import { bucketProblem, keyProblem, logGroupProblem, topicProblem } from './validate-given';
import { noticesProblem } from './validate-notices';
import { typeProblem } from './validate-types';

/** Throws one sentence that says what to pass, before anything is made. Tokens are let through. */
export function validateProps(scope: Construct, props: NaclChangeMonitorProps) {
  const problem = typeProblem(props) ?? firstProblem(scope, props);
  if (problem) throw new Error(`${scope.node.path}: ${problem}`);
}

function firstProblem(scope: Construct, props: NaclChangeMonitorProps): string | undefined {
  const { trail = {}, alarm = {} } = props;
  const name = (property: string, value: string | undefined, rule: NameRule) =>
    nameProblem(named(property), value, rule);
  return (
    combinationProblem(props) ??
    name('trail.trailName', trail.trailName, TRAIL_NAME) ??
    name('trail.logGroupName', trail.logGroupName, LOG_GROUP_NAME) ??
    name('trail.organizationId', trail.organizationId, ORGANIZATION_ID) ??
    name('alarm.alarmName', alarm.alarmName, ALARM_NAME) ??
    name('metricNamespace', props.metricNamespace, METRIC_NAMESPACE) ??
    name('metricName', props.metricName, METRIC_NAME) ??
    periodProblem(alarm.period) ??
    objectLockProblem(trail.objectLockRetention) ??
    removalPolicyProblem(props.removalPolicy) ??
    logGroupProblem(scope, props.logGroup) ??
    topicProblem(scope, props.topic) ??
    keyProblem(scope, props.encryptionKey) ??
    bucketProblem(scope, trail.bucket, props.encryptionKey) ??
    noticesProblem(props.notices)
  );
}

function combinationProblem(props: NaclChangeMonitorProps): string | undefined {
  const { subscriptions = [], topic, logGroup, trail, encryptionKey, alarmActions = [], notices } = props;
  if (subscriptions.length === 0 && !topic) {
    return `nobody would hear the alarm: pass ${named('subscriptions')}, such as one of an email address, or a ${named('topic')} that has some.`;
  }
  if (logGroup && trail) {
    return `${named('logGroup')} means that a trail exists, so nothing is left for the trail options: pass ${named('logGroup')} or ${named('trail')}, not both.`;
  }
  if (logGroup && topic && encryptionKey && !notices) {
    return `with ${named('logGroup')} and ${named('topic')} nothing is left to encrypt: leave ${named('encryptionKey')} out.`;
  }
  if (trail?.bucket && trail.objectLockRetention) {
    return `Object Lock is set up with the bucket that is made: leave ${named('trail.objectLockRetention')} out, or leave ${named('trail.bucket')} out.`;
  }
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html (AlarmActions)
  if (alarmActions.length > 4) {
    return `an alarm takes five actions and the topic is one of them: pass at most four ${named('alarmActions')}, not ${alarmActions.length}.`;
  }
  return undefined;
}

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html (Period, EvaluationPeriods);
// periods of 10 to 30 seconds need high-resolution metrics, and a metric filter's are not.
function periodProblem(period: Duration | undefined): string | undefined {
  if (period === undefined) return undefined;
  // CDK's Metric takes no token: it would compare the token's encoding with its limits.
  if (period.isUnresolved())
    return `${named('alarm.period')} must be known at synthesis, such as five minutes.`;
  const seconds = period.toSeconds({ integral: false });
  if (seconds >= 60 && seconds <= 7 * 24 * 3600 && seconds % 60 === 0) return undefined;
  return `${named('alarm.period')} is ${period.toHumanString()} and must be whole minutes from 1 minute to 7 days, such as five minutes.`;
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_DefaultRetention.html
function objectLockProblem(retention: Duration | undefined): string | undefined {
  if (retention === undefined || retention.isUnresolved()) return undefined;
  const days = retention.toDays({ integral: false });
  if (days >= 1 && days <= 36_500 && Number.isInteger(days)) return undefined;
  return `${named('trail.objectLockRetention')} is ${retention.toHumanString()} and must be whole days from 1 to 36500, such as 365 days.`;
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
function removalPolicyProblem(removalPolicy: RemovalPolicy | undefined): string | undefined {
  if (removalPolicy === undefined) return undefined;
  if (removalPolicy === RemovalPolicy.SNAPSHOT) {
    return `${named('removalPolicy')} is SNAPSHOT, and CloudFormation takes no snapshots of buckets, log groups and keys: pass RETAIN or DESTROY.`;
  }
  if (Object.values(RemovalPolicy).includes(removalPolicy)) return undefined;
  return `${named('removalPolicy')} is ${shown(removalPolicy)} and must be RETAIN or DESTROY of RemovalPolicy.`;
}
