import { isUnreadable } from '../../field/field';
import { type Check, fail, PASS } from '../check';
import { withAlarm } from '../judging/with-alarm';
import { couldNotRead, theAlarm } from '../judging/words';

export const alarmPeriods: Check = {
  id: 'alarm-periods',
  title: 'One period with a change is enough',
  link: 6,
  question: 'effect',
  judge: (chain) =>
    withAlarm(chain, (alarm) => {
      const { datapointsToAlarm: needed, origin } = alarm;
      const name = theAlarm(alarm);
      if (isUnreadable(needed)) return couldNotRead(`how many periods ${name} waits for`, needed, origin);
      if (needed <= 1) return PASS;
      return fail(
        `${name} rings only after ${needed} periods with a change`,
        'set datapointsToAlarm: 1',
        origin,
      );
    }),
};
