import { isUnreadable, shown } from '../../field/field';
import { type CheckOf, fail, known } from '../check';
import { feedsDimensions, judgeSieve } from '../heard-filters';

export const alarmDimensions: CheckOf<'alarm'> = {
  id: 'alarm-dimensions',
  title: 'The metric is fed and watched without dimensions',
  link: 6,
  question: 'effect',
  about: 'alarm',
  judge: ({ alarm, counting }, { name }) => {
    const metric = known(alarm.metric, `the metric of ${name}`);
    const what = `the dimensions of ${name}`;
    const dimensions = known(metric.dimensions, what);
    if (dimensions.length === 0) return judgeSieve(counting, feedsDimensions, alarm);
    // One that is there for certain is one too many.
    if (dimensions.every(isUnreadable)) known(dimensions[0], what);
    return fail(
      `${name} watches the metric with the dimensions ${dimensions.map(shown).join(', ')}, which is a different metric from the one without dimensions`,
      feedsDimensions.remedy,
    );
  },
};
