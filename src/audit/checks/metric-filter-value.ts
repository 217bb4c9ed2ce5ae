import type { CheckOf } from '../check';
import { addsNothing, judgeSieve } from '../heard-filters';

export const metricFilterValue: CheckOf<'metricFilters'> = {
  id: 'metric-filter-value',
  title: 'Each change adds a number above 0 to the metric',
  link: 5,
  question: 'effect',
  about: 'metricFilters',
  judge: (counting) => judgeSieve(counting, addsNothing),
};
