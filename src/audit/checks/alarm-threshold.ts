import { isUnreadable, known } from '../../evidence/field';
import { type Check, fail, PASS, unknown } from '../check';
import { defaultValues, withMetric } from '../judging/with-alarm';
import { couldNotRead, theAlarm } from '../judging/words';

const REMEDY =
  'set threshold to 1 and comparisonOperator to ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD';

export const alarmThreshold: Check = {
  id: 'alarm-threshold',
  title: 'One change crosses the threshold, none does not',
  link: 6,
  question: 'effect',
  judge: (chain) =>
    withMetric(chain, ({ statistic }, alarm) => {
      const { comparisonOperator: operator, threshold, origin } = alarm;
      const name = theAlarm(alarm);
      if (isUnreadable(operator)) return couldNotRead(`the comparison of ${name}`, operator, origin);
      if (isUnreadable(threshold)) return couldNotRead(`the threshold of ${name}`, threshold, origin);
      if (operator.startsWith('LessThan') && threshold !== undefined && operator in FEW) {
        return fail(`${name} rings on few changes, not on many: ${operator} ${threshold}`, REMEDY, origin);
      }
      const crosses = CROSSES[operator];
      if (!crosses || threshold === undefined) {
        return unknown(
          `${name} compares with a band (${operator}), which is not decided here`,
          REMEDY,
          origin,
        );
      }
      const changes = chain.metricFilters.map(({ metricValue }) => {
        if (isUnreadable(metricValue)) return metricValue;
        return statistic === 'SampleCount' ? 1 : Number(metricValue);
      });
      const one = changes.find(
        (value) => typeof value === 'number' && value > 0 && !crosses(value, threshold),
      );
      if (one !== undefined) {
        return fail(
          `one change makes ${one}, which is not ${operator} ${threshold} for ${name}`,
          REMEDY,
          origin,
        );
      }
      const open = changes.find(isUnreadable);
      if (open && statistic !== 'SampleCount') return couldNotRead('the value of one change', open, origin);
      const defaults = defaultValues(chain.metricFilters);
      if (isUnreadable(defaults)) return couldNotRead('the default value of the metric', defaults, origin);
      const quiet = defaults.find((value) => crosses(value, threshold));
      if (quiet !== undefined) {
        return fail(
          `${name} is in ALARM without a change: ${quiet} is ${operator} ${threshold}`,
          REMEDY,
          origin,
        );
      }
      if (known(statistic) === 'Sum' && defaults.some((value) => value > 0)) {
        return unknown(
          `whether ${name} is in ALARM without a change depends on how many minutes of default values it sums up`,
          'set defaultValue to 0',
          origin,
        );
      }
      return PASS;
    }),
};

const CROSSES: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
};

const FEW = { LessThanThreshold: true, LessThanOrEqualToThreshold: true };
