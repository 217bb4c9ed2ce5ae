import type { MetricFilter } from '../../evidence/snapshot';
import { isUnreadable } from '../../field/field';
import type { Check } from '../check';
import { type Fault, judgeFilters } from '../judging/filters';

export const metricFilterValue: Check = {
  id: 'metric-filter-value',
  title: 'Each change adds a number above 0 to the metric',
  link: 5,
  question: 'effect',
  judge: ({ metricFilters }) => judgeFilters(metricFilters, faultOf, "set metricValue: '1'"),
};

function faultOf({ metricValue }: MetricFilter): Fault {
  if (isUnreadable(metricValue)) return metricValue;
  if (metricValue.startsWith('$')) {
    return `counts the value of ${metricValue}, a field that need not be there or be a number`;
  }
  const value = metricValue.trim() === '' ? Number.NaN : Number(metricValue);
  return value > 0 ? undefined : `adds "${metricValue}" for each change`;
}
