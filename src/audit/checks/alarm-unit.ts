import { isUnreadable } from '../../field/field';
import type { Check } from '../check';
import { PASS } from '../check';
import { judgeFilters } from '../judging/filters';
import { withMetric } from '../judging/with-alarm';
import { couldNotRead, theAlarm } from '../judging/words';

export const alarmUnit: Check = {
  id: 'alarm-unit',
  title: 'The alarm watches the unit that the filter writes',
  link: 6,
  question: 'effect',
  judge: (chain) =>
    withMetric(chain, ({ unit }, alarm) => {
      if (isUnreadable(unit)) return couldNotRead(`the unit of ${theAlarm(alarm)}`, unit, alarm.origin);
      if (unit === undefined) return PASS;
      return judgeFilters(
        chain.metricFilters,
        ({ unit: written = 'None' }) => {
          if (isUnreadable(written) || written === unit) return isUnreadable(written) ? written : undefined;
          return `writes the unit ${written}, ${theAlarm(alarm)} sees only ${unit}`;
        },
        'leave out the unit of the alarm',
      );
    }),
};
