import type { Alarm, CompositeAlarm, Resource } from '../../evidence/snapshot';
import { compare, isUnreadable, shown } from '../../field/field';
import { splitText } from '../../field/text';
import type { Chain } from '../chain';
import { type Check, type Finding, fail, PASS, unknown } from '../check';
import { effectOf } from '../judging/alarm-rule';
import { withAlarm } from '../judging/with-alarm';
import { called, couldNotRead, theAlarm, theTopic } from '../judging/words';

const REMEDY = 'add an SNS topic: alarm.addAlarmAction(new SnsAction(topic))';

export const alarmTopic: Check = {
  id: 'alarm-topic',
  title: 'The alarm notifies an SNS topic',
  link: 7,
  question: 'letter',
  judge: (chain) =>
    withAlarm(chain, (alarm) => {
      const { topicArn, topic, compositeAlarm } = chain;
      if (topicArn === undefined) return judgeActions(alarm);
      const isTopic = topic !== undefined || isTopicArn(topicArn);
      if (isTopic) {
        const acting = compositeAlarm ? judgeRule(compositeAlarm, alarm) : PASS;
        if (acting.outcome !== 'PASS') return acting;
        const region = topic?.region ?? splitText(shown(topicArn), ':')[3];
        return (
          judgeRegion(compositeAlarm ?? alarm, theActing(chain, alarm), region, theTopic(topicArn, topic)) ??
          acting
        );
      }
      if (isUnreadable(topicArn)) {
        return couldNotRead(
          `whether an action of ${theAlarm(alarm)} is an SNS topic`,
          topicArn,
          alarm.origin,
        );
      }
      return fail(`${theAlarm(alarm)} notifies ${topicArn}, which is no SNS topic`, REMEDY, alarm.origin);
    }),
};

/**
 * What keeps an alarm from a topic or an alarm of another region; undefined where both are in one.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
function judgeRegion(
  { region, origin }: Resource,
  name: string,
  other: string,
  what: string,
): Finding | undefined {
  const compared = compare(region, other);
  if (compared === 'same') return undefined;
  if (isUnreadable(compared))
    return couldNotRead(`whether ${name} and ${what} are in one region`, compared, origin);
  return fail(
    `${name} is in ${region} and does not reach ${what} in ${other}`,
    `make both in ${region}`,
    origin,
  );
}

function theActing({ compositeAlarm: above }: Chain, alarm: Alarm): string {
  return above ? called('composite alarm', above.name, above.origin) : theAlarm(alarm);
}

function isTopicArn(arn: NonNullable<Chain['topicArn']>): boolean {
  return !isUnreadable(arn) && /^arn:[^:]+:sns:/.test(arn);
}

/** An alarm without a topic: does it notify anything? */
function judgeActions(alarm: Alarm): Finding {
  const { alarmActions: actions, origin } = alarm;
  const name = theAlarm(alarm);
  const open = isUnreadable(actions) ? actions : actions.find(isUnreadable);
  if (open) return couldNotRead(`an action of ${name}`, open, origin);
  const services = (actions as readonly string[]).map((arn) => NAMES[arn.split(':')[2]] ?? arn);
  if (services.length === 0) return fail(`${name} has no action`, REMEDY, origin);
  return fail(`${name} notifies no SNS topic, only ${[...new Set(services)].join(' and ')}`, REMEDY, origin);
}

const NAMES: Readonly<Record<string, string>> = {
  lambda: 'a Lambda function',
  ssm: 'Systems Manager',
  'ssm-incidents': 'Incident Manager',
  chatbot: 'a chat configuration',
  automate: 'an EC2 action',
  autoscaling: 'a scaling policy',
};

function judgeRule(above: CompositeAlarm, alarm: Alarm): Finding {
  const name = called('composite alarm', above.name, above.origin);
  const { rule, origin } = above;
  if (isUnreadable(rule)) return couldNotRead(`the rule of ${name}`, rule, origin);
  const apart = judgeRegion(above, name, alarm.region, theAlarm(alarm));
  if (apart) return apart;
  const remedy = 'add the topic to the alarm itself: alarm.addAlarmAction(new SnsAction(topic))';
  switch (effectOf(rule, (reference) => isAlarm(reference, alarm))) {
    case 'rings':
      return {
        outcome: 'PASS',
        reason: `${theAlarm(alarm)} notifies through ${name}, which stays silent while another alarm of its rule keeps it in ALARM`,
        subject: origin,
      };
    case 'always':
      return fail(
        `${name} is in ALARM also while no alarm is, so that it never rings: ${rule}`,
        remedy,
        origin,
      );
    case 'depends':
      return fail(`${name} does not ring whenever ${theAlarm(alarm)} does: ${rule}`, remedy, origin);
    case 'unknown':
      return unknown(
        `whether ${name} rings when ${theAlarm(alarm)} does is not decided: ${rule}`,
        remedy,
        origin,
      );
  }
}

function isAlarm(reference: string, { name, arn }: Alarm): boolean | undefined {
  const results = [compare(reference, name), compare(reference, arn)];
  if (results.includes('same')) return true;
  return results.some(isUnreadable) ? undefined : false;
}
