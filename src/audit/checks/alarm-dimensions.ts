import type { MetricFilter } from '../../evidence/snapshot';
import { isUnreadable, shown } from '../../field/field';
import { type Check, fail } from '../check';
import { type Fault, judgeFilters } from '../judging/filters';
import { withMetric } from '../judging/with-alarm';
import { couldNotRead, theAlarm } from '../judging/words';

const REMEDY = 'leave out the dimensions of the metric filter and of the alarm';

export const alarmDimensions: Check = {
  id: 'alarm-dimensions',
  title: 'The metric is fed and watched without dimensions',
  link: 6,
  question: 'effect',
  judge: (chain) =>
    withMetric(chain, ({ dimensions }, alarm) => {
      if (isUnreadable(dimensions))
        return couldNotRead(`the dimensions of ${theAlarm(alarm)}`, dimensions, alarm.origin);
      const open = dimensions.find(isUnreadable);
      // One that is there for certain is one too many.
      if (open && dimensions.every(isUnreadable)) {
        return couldNotRead(`the dimensions of ${theAlarm(alarm)}`, open, alarm.origin);
      }
      if (dimensions.length === 0) return judgeFilters(chain.metricFilters, faultOf, REMEDY);
      return fail(
        `${theAlarm(alarm)} watches the metric with the dimensions ${dimensions.map(shown).join(', ')}, which is a different metric from the one without dimensions`,
        REMEDY,
        alarm.origin,
      );
    }),
};

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html */
function faultOf({ dimensions, emitSystemFieldDimensions }: MetricFilter): Fault {
  if (isUnreadable(dimensions)) return dimensions;
  if (isUnreadable(emitSystemFieldDimensions)) return emitSystemFieldDimensions;
  const all = [...dimensions, ...emitSystemFieldDimensions.map(shown)];
  if (all.length === 0) return undefined;
  return `feeds the metric with the dimensions ${all.join(', ')}, and the alarm watches the one without`;
}
