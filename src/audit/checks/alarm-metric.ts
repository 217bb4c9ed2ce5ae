import type { Alarm, MetricFilter, Snapshot } from '../../evidence/snapshot';
import { compare, type Field, isUnreadable, shown } from '../../field/field';
import { type Check, type Finding, fail, PASS } from '../check';
import { ADD_ALARM } from '../judging/with-alarm';
import { couldNotRead, theAlarm } from '../judging/words';

const REMEDY =
  'make the alarm on the metric of the filter, in its stack: metricFilter.metric({ statistic: Stats.SUM })';

export const alarmMetric: Check = {
  id: 'alarm-metric',
  title: 'An alarm watches the metric of the filter',
  link: 6,
  question: 'letter',
  judge: ({ metricFilters: [filter], alarm, logGroup }, snapshot) => {
    if (!filter) return fail('there is no metric to watch', 'add a MetricFilter', logGroup?.origin);
    if (alarm) return judgeAlarm(alarm, filter, snapshot);
    return fail(
      `no alarm watches ${metricText(filter.metricNamespace, filter.metricName)}`,
      ADD_ALARM,
      filter.origin,
    );
  },
};

function judgeAlarm(alarm: Alarm, filter: MetricFilter, { account }: Snapshot): Finding {
  const { metric, origin } = alarm;
  const name = theAlarm(alarm);
  if (isUnreadable(metric)) return couldNotRead(`the metric of ${name}`, metric, origin);
  const fed = metricText(filter.metricNamespace, filter.metricName);
  const watched = metricText(metric.namespace, metric.name);
  const owner = metric.account ?? account;
  const comparisons: [Field<string>, Field<string>, string][] = [
    [metric.namespace, filter.metricNamespace, `${name} watches ${watched}, the filter feeds ${fed}`],
    [metric.name, filter.metricName, `${name} watches ${watched}, the filter feeds ${fed}`],
    [alarm.region, filter.region, `${name} is in ${alarm.region}, the metric ${fed} in ${filter.region}`],
    [
      owner,
      account,
      `${name} watches ${watched} of account ${shown(owner)}, the filter feeds that of ${account}`,
    ],
  ];
  const results = comparisons.map(([left, right]) => compare(left, right));
  const different = results.indexOf('different');
  if (different >= 0) return fail(comparisons[different][2], REMEDY, origin);
  const open = results.find(isUnreadable);
  return open ? couldNotRead(`whether ${name} watches ${fed}`, open, origin) : PASS;
}

function metricText(namespace: Field<string>, name: Field<string>): string {
  return `${shown(namespace)}/${shown(name)}`;
}
