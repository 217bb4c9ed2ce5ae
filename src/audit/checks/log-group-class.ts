import { isUnreadable } from '../../field/field';
import { type Check, fail, PASS } from '../check';
import { withLogGroup } from '../judging/with-log-group';
import { couldNotRead, theLogGroup } from '../judging/words';

export const logGroupClass: Check = {
  id: 'log-group-class',
  title: 'The class of the log group supports metric filters',
  link: 5,
  question: 'effect',
  judge: (chain) => {
    const name = theLogGroup(chain);
    return withLogGroup(chain, `the class of ${name}`, ({ logGroupClass: found, origin }) => {
      if (isUnreadable(found)) return couldNotRead(`the class of ${name}`, found, origin);
      if (found === 'STANDARD') return PASS;
      return fail(
        `${name} is of class ${found}, which does not support metric filters`,
        'make a new log group with logGroupClass: LogGroupClass.STANDARD, as the class of a group cannot be changed',
        origin,
      );
    });
  },
};
