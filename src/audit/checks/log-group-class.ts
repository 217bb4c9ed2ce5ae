import { type CheckOf, fail, known } from '../check';

export const logGroupClass: CheckOf<'logGroup'> = {
  id: 'log-group-class',
  title: 'The class of the log group supports metric filters',
  link: 5,
  question: 'effect',
  about: 'logGroup',
  judge: ({ logGroupClass: given }, { name }) => {
    const found = known(given, `the class of ${name}`);
    if (found === 'STANDARD') return undefined;
    return fail(
      `${name} is of class ${found}, which does not support metric filters`,
      'make a new log group with logGroupClass: LogGroupClass.STANDARD, as the class of a group cannot be changed',
    );
  },
};
