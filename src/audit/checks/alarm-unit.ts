import { type CheckOf, known } from '../check';
import { judgeSieve, writesAnotherUnit } from '../heard-filters';

export const alarmUnit: CheckOf<'alarm'> = {
  id: 'alarm-unit',
  title: 'The alarm watches the unit that the filter writes',
  link: 6,
  question: 'effect',
  about: 'alarm',
  judge: ({ alarm, counting }, { name }) => {
    const metric = known(alarm.metric, `the metric of ${name}`);
    known(metric.unit, `the unit of ${name}`);
    return judgeSieve(counting, writesAnotherUnit, alarm);
  },
};
