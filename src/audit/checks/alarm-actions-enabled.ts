import type { AlarmMuteRule } from '../../evidence/snapshot';
import { compare, type Field, isUnreadable } from '../../field/field';
import { type Check, fail, PASS, unknown } from '../check';
import { withAlarm } from '../judging/with-alarm';
import { called, couldNotRead, theAlarm } from '../judging/words';

export const alarmActionsEnabled: Check = {
  id: 'alarm-actions-enabled',
  title: 'The actions of the alarm are enabled',
  link: 7,
  question: 'effect',
  judge: (chain, { muteRules }) =>
    withAlarm(chain, (alarm) => {
      const above = chain.compositeAlarm;
      const { actionsEnabled, name: ownName, region, origin } = above ?? alarm;
      const name = above ? called('composite alarm', above.name, above.origin) : theAlarm(alarm);
      if (isUnreadable(actionsEnabled)) {
        return couldNotRead(`whether the actions of ${name} are enabled`, actionsEnabled, origin);
      }
      if (!actionsEnabled)
        return fail(`the actions of ${name} are disabled`, 'set actionsEnabled: true', origin);
      if (above?.actionsSuppressor !== undefined) {
        return unknown(
          `${name} is silent while another alarm suppresses its actions`,
          'leave out actionsSuppressor',
          origin,
        );
      }
      const rule = muteRules.find((each) => mayMute(each, ownName, region));
      if (!rule) return PASS;
      return unknown(
        `${name} may be silent while mute rule ${rule.origin.path ?? rule.origin.logicalId} is active`,
        'leave it out of the mute rule',
        rule.origin,
      );
    }),
};

function mayMute({ alarmNames, ...rule }: AlarmMuteRule, name: Field<string>, region: string): boolean {
  if (compare(rule.region, region) === 'different') return false;
  return isUnreadable(alarmNames) || alarmNames.some((muted) => compare(muted, name) !== 'different');
}
