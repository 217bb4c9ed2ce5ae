import { type CheckOf, fail, known } from '../check';

export const alarmPeriods: CheckOf<'alarm'> = {
  id: 'alarm-periods',
  title: 'One period with a change is enough',
  link: 6,
  question: 'effect',
  about: 'alarm',
  judge: ({ alarm }, { name }) => {
    const needed = known(alarm.datapointsToAlarm, `how many periods ${name} waits for`);
    if (needed <= 1) return undefined;
    return fail(`${name} rings only after ${needed} periods with a change`, 'set datapointsToAlarm: 1');
  },
};
