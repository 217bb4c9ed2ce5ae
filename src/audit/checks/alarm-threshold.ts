import type { Alarm, MetricFilter } from '../../evidence/snapshot';
import { type Field, isUnreadable } from '../../field/field';
import { type Check, type Finding, fail, PASS, unknown } from '../check';
import { defaultValues, withMetric } from '../judging/with-alarm';
import { couldNotRead, theAlarm } from '../judging/words';

const REMEDY =
  'set threshold: 1 and comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD';

export const alarmThreshold: Check = {
  id: 'alarm-threshold',
  title: 'One change crosses the threshold, and without a change nothing does',
  link: 6,
  question: 'effect',
  judge: (chain) =>
    withMetric(chain, ({ statistic }, alarm) => {
      const { comparisonOperator: operator, threshold, origin } = alarm;
      const name = theAlarm(alarm);
      if (isUnreadable(operator)) return couldNotRead(`the comparison of ${name}`, operator, origin);
      if (isUnreadable(threshold)) return couldNotRead(`the threshold of ${name}`, threshold, origin);
      if (FEW.includes(operator)) {
        return fail(`${name} rings on few changes, not on many: ${operator}`, REMEDY, origin);
      }
      const compare = COMPARISONS[operator];
      if (!compare || threshold === undefined) {
        const reason = `${name} compares with a band (${operator}), which this check does not decide`;
        return unknown(reason, REMEDY, origin);
      }
      const condition = {
        text: `${operator} ${threshold}`,
        crosses: (value: number) => compare(value, threshold),
      };
      const change = judgeChange(chain.metricFilters, statistic, alarm, condition);
      return change.outcome === 'PASS'
        ? judgeQuiet(chain.metricFilters, statistic, alarm, condition)
        : change;
    }),
};

const COMPARISONS: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
};

const FEW = ['LessThanThreshold', 'LessThanOrEqualToThreshold'];

interface Condition {
  readonly text: string;
  crosses(value: number): boolean;
}

/** One change, counted by any of the filters, must ring. What adds nothing is another check's business. */
function judgeChange(
  filters: readonly MetricFilter[],
  statistic: Field<string>,
  alarm: Alarm,
  { text, crosses }: Condition,
): Finding {
  const values = filters.map(({ metricValue }) => {
    if (statistic === 'SampleCount') return 1;
    return isUnreadable(metricValue) ? metricValue : Number(metricValue);
  });
  const silent = values.find((value) => !isUnreadable(value) && value > 0 && !crosses(value));
  if (silent !== undefined) {
    return fail(
      `one change makes ${silent}, which is not ${text} for ${theAlarm(alarm)}`,
      REMEDY,
      alarm.origin,
    );
  }
  const open = values.find(isUnreadable);
  return open ? couldNotRead('the value of one change', open, alarm.origin) : PASS;
}

/** Events that are no change must not ring. */
function judgeQuiet(
  filters: readonly MetricFilter[],
  statistic: Field<string>,
  alarm: Alarm,
  { text, crosses }: Condition,
): Finding {
  const defaults = defaultValues(filters);
  if (isUnreadable(defaults)) return couldNotRead('the default value of the metric', defaults, alarm.origin);
  const loud = defaults.find(crosses);
  if (loud !== undefined) {
    return fail(`${theAlarm(alarm)} is in ALARM without a change: ${loud} is ${text}`, REMEDY, alarm.origin);
  }
  if (statistic !== 'Sum' || defaults.every((value) => value === 0)) return PASS;
  return unknown(
    `what ${theAlarm(alarm)} sums up depends on the number of minutes with the default value`,
    'set defaultValue: 0',
    alarm.origin,
  );
}
