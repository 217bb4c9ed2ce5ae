import { isUnreadable } from '../../field/field';
import { type CheckOf, couldNotRead, type Finding, fail, known, unknown } from '../check';
import { crossingOf } from '../crossing';
import { firesOnChangesAlone, metricValues, type OtherValue } from '../metric-values';
import { theFilter } from '../names';

const REMEDY = 'set statistic: Stats.SUM';

export const alarmStatistic: CheckOf<'alarm'> = {
  id: 'alarm-statistic',
  title: 'The statistic of the alarm shows a single change',
  link: 6,
  question: 'effect',
  about: 'alarm',
  judge: (part, { name, account }) => {
    const metric = known(part.alarm.metric, `the metric of ${name}`);
    const statistic = known(metric.statistic, `the statistic of ${name}`);
    if (statistic === 'Maximum') return undefined;
    const { others } = metricValues(part, account);
    if (statistic === 'Sum') return judgeSum(others, name);
    const defaults = others.filter(({ kind }) => kind === 'default value');
    const crosses = crossingOf(part.alarm);
    // Among values that all cross the threshold, no change is hidden.
    const hiding = others.filter(({ number }) => isUnreadable(number) || !crosses?.(number));
    const found = statistic === 'SampleCount' ? defaults : hiding;
    const certain = found.find(({ number, doubt }) => !isUnreadable(number) && !doubt);
    if (certain) return hides(certain, statistic, name);
    const [hidden] = found;
    if (hidden) return mayHide(hidden);
    if (BASIC.includes(statistic)) return undefined;
    return unknown(
      `whether the statistic ${statistic} of ${name} shows a single change is not decided by this check`,
      REMEDY,
    );
  },
};

/** Without a default value the metric has data of changes only. */
const BASIC = ['Average', 'Minimum', 'SampleCount'];

function mayHide({ kind, number, doubt, filter }: OtherValue): Finding | undefined {
  const why = isUnreadable(number) ? number : doubt;
  const what =
    kind === 'value'
      ? `what ${theFilter(filter)} adds to the metric beside the changes`
      : 'the default value of the metric';
  return why && couldNotRead(what, why, filter.origin);
}

function hides({ kind, number, filter }: OtherValue, statistic: string, name: string): Finding {
  const why =
    statistic === 'SampleCount'
      ? 'counts every minute in which any event arrives'
      : 'can hide one change among values without';
  const over =
    kind === 'default value'
      ? `over the default value ${number}`
      : `over what ${theFilter(filter)} adds to the same metric`;
  return fail(`the statistic ${statistic} of ${name} ${over} ${why}`, REMEDY);
}

/**
 * A negative number takes away from what a change adds.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html
 */
function judgeSum(others: readonly OtherValue[], name: string): Finding | undefined {
  const mayBeNegative = others.filter(
    ({ number, kind, filter, doubt }) =>
      (isUnreadable(number) || number < 0) &&
      // What is taken from the very change is part of what the change makes.
      !(kind === 'value' && !doubt && !isUnreadable(number) && firesOnChangesAlone(filter)),
  );
  const certain = mayBeNegative.find(({ number, doubt }) => !isUnreadable(number) && !doubt);
  const [found = certain] = certain ? [certain] : mayBeNegative;
  if (!found) return undefined;
  const { filter, kind, number, doubt } = found;
  const what = kind === 'value' ? 'value' : 'default value';
  if (isUnreadable(number)) {
    return couldNotRead(
      `whether the ${what} of ${theFilter(filter)} hides a change from ${name}`,
      number,
      filter.origin,
    );
  }
  if (doubt) {
    return couldNotRead(
      `whether ${theFilter(filter)}, with the ${what} ${number}, feeds the metric of ${name}`,
      doubt,
      filter.origin,
    );
  }
  return fail(
    `${theFilter(filter)} feeds the metric of ${name} with the ${what} ${number}, so that the sum can hide a change`,
    'give that filter a metric of its own',
    filter.origin,
  );
}
