import { isUnreadable } from '../../evidence/field';
import { type Check, fail, PASS, unknown } from '../check';
import { couldNotRead, theLogGroup } from '../judging/words';

export const logGroupClass: Check = {
  id: 'log-group-class',
  title: 'The class of the log group has metric filters',
  link: 5,
  question: 'effect',
  judge: (chain) => {
    const name = theLogGroup(chain);
    if (!chain.logGroup) {
      return unknown(
        `the class of ${name} could not be read: it is not part of the evidence`,
        'audit the deployed account',
      );
    }
    const { logGroupClass: found, origin } = chain.logGroup;
    if (isUnreadable(found)) return couldNotRead(`the class of ${name}`, found, origin);
    if (found === 'STANDARD') return PASS;
    return fail(
      `${name} is of class ${found}, which has no metric filters`,
      'make a log group of class LogGroupClass.STANDARD: the class of a group cannot be changed',
      origin,
    );
  },
};
