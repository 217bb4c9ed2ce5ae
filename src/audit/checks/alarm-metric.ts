import { compare, type Field, isUnreadable, shown } from '../../field/field';
import { type CheckOf, couldNotRead, fail, known } from '../check';

const REMEDY =
  'make the alarm on the metric of the filter, in its stack: metricFilter.metric({ statistic: Stats.SUM })';

export const alarmMetric: CheckOf<'alarm'> = {
  id: 'alarm-metric',
  title: 'An alarm watches the metric of the filter',
  link: 6,
  question: 'letter',
  about: 'alarm',
  judge: ({ alarm, counting }, { name, account }) => {
    const [{ resource: filter }] = counting.filters;
    const metric = known(alarm.metric, `the metric of ${name}`);
    const fed = metricText(filter.metricNamespace, filter.metricName);
    const watched = metricText(metric.namespace, metric.name);
    const owner = (metric.account ?? account.id) as Field<string>;
    const comparisons: [Field<string>, Field<string>, string][] = [
      [metric.namespace, filter.metricNamespace, `${name} watches ${watched}, the filter feeds ${fed}`],
      [metric.name, filter.metricName, `${name} watches ${watched}, the filter feeds ${fed}`],
      [alarm.region, filter.region, `${name} is in ${alarm.region}, the metric ${fed} in ${filter.region}`],
      [
        owner,
        account.id,
        `${name} watches ${watched} of account ${shown(owner)}, the filter feeds that of ${account.id}`,
      ],
    ];
    const results = comparisons.map(([left, right]) => compare(left, right));
    const different = results.indexOf('different');
    if (different >= 0) return fail(comparisons[different][2], REMEDY);
    const hidden = results.find(isUnreadable);
    return hidden && couldNotRead(`whether ${name} watches ${fed}`, hidden);
  },
};

function metricText(namespace: Field<string>, name: Field<string>): string {
  return `${shown(namespace)}/${shown(name)}`;
}
