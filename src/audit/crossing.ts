import type { Alarm } from '../evidence/resource-model';
import { isUnreadable } from '../field/field';

export type Crossing = (value: number) => boolean;

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
const COMPARISONS: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
};

/** Whether a value puts an alarm in ALARM; undefined where that is not known, or not a matter of large values. */
export function crossingOf({ comparisonOperator, threshold }: Alarm): Crossing | undefined {
  if (isUnreadable(comparisonOperator) || isUnreadable(threshold) || threshold === undefined)
    return undefined;
  const compare = COMPARISONS[comparisonOperator];
  return compare && ((value) => compare(value, threshold));
}
