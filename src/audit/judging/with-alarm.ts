import type { Alarm, AlarmMetric, MetricFilter } from '../../evidence/snapshot';
import { isUnreadable, type Unreadable } from '../../field/field';
import type { Chain } from '../chain';
import { type Finding, fail } from '../check';
import { couldNotRead, theAlarm } from './words';

/** Judges an alarm and the metric that it watches. */
export function withMetric(chain: Chain, judge: (metric: AlarmMetric, alarm: Alarm) => Finding): Finding {
  return withAlarm(chain, (alarm) => {
    const { metric, origin } = alarm;
    if (isUnreadable(metric)) return couldNotRead(`the metric of ${theAlarm(alarm)}`, metric, origin);
    return judge(metric, alarm);
  });
}

export function withAlarm({ alarm }: Chain, judge: (alarm: Alarm) => Finding): Finding {
  return alarm ? judge(alarm) : fail('there is no alarm', ADD_ALARM);
}

export const ADD_ALARM =
  "add metricFilter.metric({ statistic: 'Sum' }).createAlarm(this, 'Alarm', { threshold: 1, evaluationPeriods: 1 })";

/** The default values of the filters that have one: what the metric gets while events arrive and none is a change. */
export function defaultValues(filters: readonly MetricFilter[]): readonly number[] | Unreadable {
  const values = filters.map(({ defaultValue }) => defaultValue);
  return values.find(isUnreadable) ?? values.filter((value) => typeof value === 'number');
}
