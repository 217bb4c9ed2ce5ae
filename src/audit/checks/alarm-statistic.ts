import { isUnreadable } from '../../field/field';
import { type Check, fail, PASS, unknown } from '../check';
import { defaultValues, withMetric } from '../judging/with-alarm';
import { couldNotRead, theAlarm } from '../judging/words';

const REMEDY = 'set statistic: Stats.SUM';

export const alarmStatistic: Check = {
  id: 'alarm-statistic',
  title: 'The statistic of the alarm shows a single change',
  link: 6,
  question: 'effect',
  judge: (chain) =>
    withMetric(chain, ({ statistic }, alarm) => {
      const name = theAlarm(alarm);
      if (isUnreadable(statistic)) return couldNotRead(`the statistic of ${name}`, statistic, alarm.origin);
      if (statistic === 'Sum' || statistic === 'Maximum') return PASS;
      const defaults = defaultValues(chain.metricFilters);
      if (isUnreadable(defaults))
        return couldNotRead('the default value of the metric', defaults, alarm.origin);
      const [value] = defaults;
      if (value !== undefined) {
        const why =
          statistic === 'SampleCount'
            ? 'counts every minute in which any event arrives'
            : 'can hide one change among values without';
        return fail(
          `the statistic ${statistic} of ${name} over the default value ${value} ${why}`,
          REMEDY,
          alarm.origin,
        );
      }
      if (BASIC.includes(statistic)) return PASS;
      return unknown(
        `whether the statistic ${statistic} of ${name} shows a single change is not decided by this check`,
        REMEDY,
        alarm.origin,
      );
    }),
};

/** Without a default value the metric has data of changes only. */
const BASIC = ['Average', 'Minimum', 'SampleCount'];
