import { type CheckOf, fail, known } from '../check';

export const trailLogging: CheckOf<'trail'> = {
  id: 'trail-logging',
  title: 'The trail is on',
  link: 2,
  question: 'letter',
  about: 'trail',
  judge: ({ isLogging }, { name }) =>
    known(isLogging, `whether ${name} is on`)
      ? undefined
      : fail(`${name} is switched off`, 'set isLogging: true'),
};
