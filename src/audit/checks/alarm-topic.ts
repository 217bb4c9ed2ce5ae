import type { Account } from '../../evidence/account';
import type { Alarm, CompositeAlarm, Resource } from '../../evidence/resource-model';
import { parseArn } from '../../field/arn';
import { compare, isUnreadable, shown } from '../../field/field';
import { type CheckOf, couldNotRead, type Finding, fail, known, note, unknown } from '../check';
import { effectOf } from '../composite-alarms';
import { theAlarm, theTopic } from '../names';

export const alarmTopic: CheckOf<'notification'> = {
  id: 'alarm-topic',
  title: 'The alarm notifies an SNS topic',
  link: 7,
  question: 'letter',
  about: 'notification',
  judge: ({ alarm, acting, topicArn }, { name, account }) => {
    const rings = acting === alarm ? undefined : judgeRule(acting as CompositeAlarm, alarm, account);
    if (rings && rings.outcome !== 'PASS') return rings;
    const topic = account.topics(topicArn).find(({ doubt }) => !doubt)?.resource;
    if (!topic) known(topicArn, `whether an action of ${name} is an SNS topic`);
    const region = topic?.region ?? parseArn(shown(topicArn))?.region ?? '';
    return judgeRegion(acting, name, region, theTopic(topicArn, topic)) ?? rings;
  },
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

function judgeRule(above: CompositeAlarm, alarm: Alarm, account: Account): Finding {
  const name = theAlarm(above);
  const { origin } = above;
  const rule = known(above.rule, `the rule of ${name}`, origin);
  const apart = judgeRegion(above, name, alarm.region, theAlarm(alarm));
  if (apart) return apart;
  const remedy = 'add the topic to the alarm itself: alarm.addAlarmAction(new SnsAction(topic))';
  switch (effectOf(above, alarm, account)) {
    case 'rings':
      return note(
        `${theAlarm(alarm)} notifies through ${name}, which stays silent while another alarm of its rule keeps it in ALARM`,
        origin,
      );
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
