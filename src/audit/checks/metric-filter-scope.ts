import type { CheckOf } from '../check';
import { judgeSieve, seesNotAll } from '../heard-filters';

export const metricFilterScope: CheckOf<'metricFilters'> = {
  id: 'metric-filter-scope',
  title: 'The metric filter sees every event as CloudTrail wrote it',
  link: 5,
  question: 'effect',
  about: 'metricFilters',
  judge: (counting) => judgeSieve(counting, seesNotAll),
};
