import { isUnreadable } from '../../evidence/field';
import { type Check, fail, PASS, unknown } from '../check';
import { withAlarm } from '../judging/with-alarm';
import { called, couldNotRead, theAlarm } from '../judging/words';

export const alarmActionsEnabled: Check = {
  id: 'alarm-actions-enabled',
  title: 'The actions of the alarm are enabled',
  link: 7,
  question: 'effect',
  judge: (chain) =>
    withAlarm(chain, (alarm) => {
      const above = chain.compositeAlarm;
      const { actionsEnabled, origin } = above ?? alarm;
      const name = above ? called('composite alarm', above.name, above.origin) : theAlarm(alarm);
      if (isUnreadable(actionsEnabled)) {
        return couldNotRead(`whether the actions of ${name} are enabled`, actionsEnabled, origin);
      }
      if (!actionsEnabled)
        return fail(`the actions of ${name} are disabled`, 'set actionsEnabled: true', origin);
      if (above?.actionsSuppressor === undefined) return PASS;
      return unknown(
        `${name} is silent while another alarm suppresses its actions`,
        'leave out actionsSuppressor',
        origin,
      );
    }),
};
