import { isUnreadable, readable } from '../../field/field';
import { type CheckOf, couldNotRead, type Finding, fail, known, unknown } from '../check';
import { type Crossing, crossingOf } from '../crossing';
import { coverageOf, isMeantForChanges } from '../event-coverage';
import {
  firesOnChangesAlone,
  leastOfOneChange,
  type MetricValues,
  metricValues,
  type OtherValue,
} from '../metric-values';
import { theFilter } from '../names';

const REMEDY =
  'set threshold: 1 and comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD';

export const alarmThreshold: CheckOf<'alarm'> = {
  id: 'alarm-threshold',
  title: 'One change crosses the threshold, and without a change nothing does',
  link: 6,
  question: 'effect',
  about: 'alarm',
  judge: (part, { name, account }) => {
    const metric = known(part.alarm.metric, `the metric of ${name}`);
    const values = metricValues(part, account);
    const always = alwaysInAlarm(values, readable(metric.statistic), name);
    if (always) return always;
    const operator = known(part.alarm.comparisonOperator, `the comparison of ${name}`);
    const threshold = known(part.alarm.threshold, `the threshold of ${name}`);
    if (FEW.includes(operator)) {
      return fail(`${name} rings on few changes, not on many: ${operator}`, REMEDY);
    }
    const crosses = crossingOf(part.alarm);
    if (!crosses) {
      const reason = `${name} compares with a band (${operator}), which this check does not decide`;
      return unknown(reason, REMEDY);
    }
    const statistic = known(metric.statistic, `the statistic of ${name}`);
    const condition: Condition = {
      name,
      statistic,
      text: `${operator} ${threshold}`,
      crosses,
    };
    const quiet = judgeQuiet(values, condition);
    return quiet?.outcome === 'FAIL' ? quiet : (judgeChange(values, condition) ?? quiet);
  },
};

/** Of a filter that counts something else too: what it counts stays as it is. */
const OWN_METRIC = 'give that filter a metric of its own';

const FEW = ['LessThanThreshold', 'LessThanOrEqualToThreshold'];

interface Condition {
  /** Of the alarm. */
  readonly name: string;
  readonly statistic: string;
  readonly text: string;
  readonly crosses: Crossing;
}

/** One change must ring, whichever it is. */
function judgeChange(
  { heard, others }: MetricValues,
  { name, statistic, text, crosses }: Condition,
): Finding | undefined {
  // What adds nothing is another check's business.
  if (heard.length === 0) return undefined;
  const taking = others
    .filter(({ kind, number, doubt, filter }) => {
      const isNegative = !isUnreadable(number) && number < 0;
      return statistic === 'Sum' && kind === 'value' && isNegative && !doubt && firesOnChangesAlone(filter);
    })
    .map(({ filter }) => filter);
  const counted = taking.length > 0 ? [...heard, ...taking] : heard;
  const least = known(leastOfOneChange(counted, statistic), 'the value of one change', heard[0].origin);
  if (crosses(least)) return undefined;
  const reason = `one change makes ${least}, which is not ${text} for ${name}`;
  return taking.length === 0 ? fail(reason, REMEDY) : fail(reason, OWN_METRIC, taking[0].origin);
}

/** Events that are no change must not keep the alarm in ALARM. */
function judgeQuiet({ others, everything }: MetricValues, condition: Condition): Finding | undefined {
  const { name, statistic, text, crosses } = condition;
  const always = everything.find((each) => isLoud(each, condition));
  if (always) return countsEverything(always, name);
  const defaults = others.filter(({ kind }) => kind === 'default value');
  const loud = defaults.find((each) => isLoud(each, condition));
  if (loud) {
    return fail(
      `${name} is in ALARM without a change: ${loud.number} is ${text}`,
      isMeantForChanges(loud.filter.pattern)
        ? 'set defaultValue: 0 on every filter of the metric'
        : OWN_METRIC,
      loud.filter.origin,
    );
  }
  const mayBeAlways = everything.find((each) => mayBeLoud(each, condition));
  if (mayBeAlways) {
    const { filter, number, doubt } = mayBeAlways;
    const why = doubt ?? number;
    if (isUnreadable(why)) {
      return couldNotRead(`whether ${theFilter(filter)} keeps ${name} in ALARM`, why, filter.origin);
    }
  }
  const hidden = defaults.find(({ number, doubt }) => isUnreadable(number) || (doubt && crosses(number)));
  if (hidden) {
    const { number, doubt } = hidden;
    const why = isUnreadable(number) ? number : doubt;
    if (why) return couldNotRead('the default value of the metric', why, hidden.filter.origin);
  }
  if (statistic !== 'Sum' || defaults.every(({ number }) => number === 0)) return undefined;
  return unknown(
    `what ${name} sums up depends on the number of minutes with the default value`,
    'set defaultValue: 0',
  );
}

/**
 * Every event of the trail makes a large sum of any number above 0: whatever threshold one change crosses, they do.
 */
function alwaysInAlarm(
  { everything }: MetricValues,
  statistic: string | undefined,
  name: string,
): Finding | undefined {
  if (statistic !== 'Sum' && statistic !== 'SampleCount') return undefined;
  const always = everything.find(({ number, doubt }) => !isUnreadable(number) && !doubt && number > 0);
  return always && countsEverything(always, name);
}

function countsEverything({ filter }: OtherValue, name: string): Finding {
  const { pattern } = filter;
  const few = isUnreadable(pattern) || coverageOf([pattern]).firesOnEverything ? '' : ' but a few';
  return fail(
    `${theFilter(filter)} counts every event${few}, so that ${name} never leaves ALARM and no change rings`,
    'give the alarm a metric that counts the changes alone, with a filter of NaclChangeMonitor.FILTER_PATTERN',
    filter.origin,
  );
}

function isLoud({ number, doubt }: OtherValue, { crosses }: Condition): boolean {
  return !isUnreadable(number) && !doubt && crosses(number);
}

/** Of what is written on every event, or may be. */
function mayBeLoud({ number }: OtherValue, { statistic, crosses }: Condition): boolean {
  if (isUnreadable(number)) return true;
  return statistic === 'Sum' || statistic === 'SampleCount' ? number > 0 : crosses(number);
}
