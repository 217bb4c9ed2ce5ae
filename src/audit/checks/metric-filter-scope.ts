import type { MetricFilter } from '../../evidence/snapshot';
import { isUnreadable } from '../../field/field';
import type { Check } from '../check';
import { type Fault, judgeFilters } from '../judging/filters';

export const metricFilterScope: Check = {
  id: 'metric-filter-scope',
  title: 'The metric filter sees every event as CloudTrail wrote it',
  link: 5,
  question: 'effect',
  judge: ({ metricFilters }) =>
    judgeFilters(
      metricFilters,
      faultOf,
      'leave out applyOnTransformedLogs and fieldSelectionCriteria of the metric filter',
    ),
};

function faultOf({ applyOnTransformedLogs, fieldSelectionCriteria }: MetricFilter): Fault {
  if (!isUnreadable(fieldSelectionCriteria) && fieldSelectionCriteria) {
    return `counts only events for which ${fieldSelectionCriteria} holds`;
  }
  if (isUnreadable(fieldSelectionCriteria)) return fieldSelectionCriteria;
  if (isUnreadable(applyOnTransformedLogs)) return applyOnTransformedLogs;
  if (!applyOnTransformedLogs) return undefined;
  return {
    unreadable: 'it reads the events after a transformer, which is not part of the evidence',
    standIn: 'applyOnTransformedLogs',
  };
}
