import type { AlarmMuteRule } from '../../evidence/resource-model';
import { compare, type Field, isUnreadable } from '../../field/field';
import { type CheckOf, couldNotRead, fail, known, unknown } from '../check';

export const alarmActionsEnabled: CheckOf<'notification'> = {
  id: 'alarm-actions-enabled',
  title: 'The actions of the alarm are enabled',
  link: 7,
  question: 'effect',
  about: 'notification',
  judge: ({ acting }, { name, account }) => {
    if (!known(acting.actionsEnabled, `whether the actions of ${name} are enabled`)) {
      return fail(`the actions of ${name} are disabled`, 'set actionsEnabled: true');
    }
    if ('actionsSuppressor' in acting && acting.actionsSuppressor !== undefined) {
      return unknown(
        `${name} is silent while another alarm suppresses its actions`,
        'leave out actionsSuppressor',
      );
    }
    const rule = account.muteRules.find((each) => mayMute(each, acting.name, acting.region));
    if (!rule) return undefined;
    if (isUnreadable(rule.alarmNames)) {
      return couldNotRead(`whether a mute rule silences ${name}`, rule.alarmNames, rule.origin);
    }
    return unknown(
      `${name} may be silent while mute rule ${rule.origin.path ?? rule.origin.logicalId} is active`,
      'leave it out of the mute rule',
      rule.origin,
    );
  },
};

function mayMute({ alarmNames, ...rule }: AlarmMuteRule, name: Field<string>, region: string): boolean {
  if (compare(rule.region, region) === 'different') return false;
  return isUnreadable(alarmNames) || alarmNames.some((muted) => compare(muted, name) !== 'different');
}
