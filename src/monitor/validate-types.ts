import { named } from '../language/property-names';
import type { NaclChangeNoticeOptions } from './notice-options';
import type { NaclChangeMonitorProps } from './options';
import { shown } from './shown';

/**
 * What a compiler would have refused. JavaScript has none, and Python's annotations bind nobody; without these sentences
 * the user would read a TypeError from inside the CDK.
 */
export function typeProblem(props: NaclChangeMonitorProps): string | undefined {
  if (!isObject(props))
    return `the properties are ${shown(props)}: pass at least ${named('subscriptions')}, or a ${named('topic')}.`;
  const { trail, alarm, notices } = props;
  return (
    wrong('trail', trail, isObject, 'the options of the trail') ??
    wrong('alarm', alarm, isObject, 'the options of the alarm') ??
    wrong('notices', notices, isObject, 'the options of the notices') ??
    texts(props) ??
    wrong('alarm.period', alarm?.period, has('toSeconds'), 'a Duration') ??
    wrong('trail.objectLockRetention', trail?.objectLockRetention, has('toDays'), 'a Duration') ??
    wrong('topic', props.topic, has('topicArn'), 'a topic construct, which may be imported by its ARN') ??
    wrong(
      'logGroup',
      props.logGroup,
      has('logGroupName'),
      'a log group construct, which may be imported by its name',
    ) ??
    wrong(
      'trail.bucket',
      trail?.bucket,
      has('bucketName'),
      'a bucket construct, which may be imported by its name',
    ) ??
    wrong(
      'encryptionKey',
      props.encryptionKey,
      has('keyArn'),
      'a key construct, which may be imported by its ARN',
    ) ??
    listProblem(
      'subscriptions',
      props.subscriptions,
      'a subscription object, such as an EmailSubscription',
    ) ??
    listProblem('alarmActions', props.alarmActions, 'an alarm action object, such as an SnsAction') ??
    noticesProblem(notices)
  );
}

function noticesProblem(notices: NaclChangeNoticeOptions | undefined): string | undefined {
  if (!notices) return undefined;
  const topic = 'a topic construct, which may be imported by its ARN';
  const flag = (property: 'chat' | 'lookUp' | 'dashboard' | 'savedQuery') =>
    wrong(`notices.${property}`, notices[property], isFlag, 'true or false');
  return (
    listProblem(
      'notices.subscriptions',
      notices.subscriptions,
      'a subscription object, such as an EmailSubscription',
    ) ??
    wrong('notices.topic', notices.topic, has('topicArn'), topic) ??
    wrong('notices.chatTopic', notices.chatTopic, has('topicArn'), topic) ??
    listProblem('notices.ignorePrincipals', notices.ignorePrincipals, 'text', isText) ??
    flag('chat') ??
    flag('lookUp') ??
    flag('dashboard') ??
    flag('savedQuery')
  );
}

type Test = (value: unknown) => boolean;

const isObject: Test = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isFlag: Test = (value) => typeof value === 'boolean';
const isText: Test = (value) => typeof value === 'string';
const has =
  (member: string): Test =>
  (value) =>
    isObject(value) && member in (value as object);

function wrong(property: string, value: unknown, isRight: Test, expected: string): string | undefined {
  if (value === undefined || isRight(value)) return undefined;
  return `${named(property)} is ${shown(value)} and must be ${expected}.`;
}

function texts({ trail, alarm, metricName, metricNamespace }: NaclChangeMonitorProps): string | undefined {
  const { trailName, logGroupName, organizationId } = trail ?? {};
  return (
    wrong('trail.trailName', trailName, isText, 'text') ??
    wrong('trail.logGroupName', logGroupName, isText, 'text') ??
    wrong('trail.organizationId', organizationId, isText, 'text') ??
    wrong('alarm.alarmName', alarm?.alarmName, isText, 'text') ??
    wrong('metricName', metricName, isText, 'text') ??
    wrong('metricNamespace', metricNamespace, isText, 'text')
  );
}

function listProblem(
  property: string,
  value: unknown,
  item: string,
  isRight: Test = has('bind'),
): string | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return `${named(property)} is ${shown(value)} and must be a list.`;
  const at = value.findIndex((one) => !isRight(one));
  return at < 0 ? undefined : `${named(property)}[${at}] is ${shown(value[at])} and must be ${item}.`;
}
