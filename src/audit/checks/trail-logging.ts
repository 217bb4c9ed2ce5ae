import { isUnreadable } from '../../field/field';
import { type Check, fail, PASS } from '../check';
import { withTrail } from '../judging/with-trail';
import { called, couldNotRead } from '../judging/words';

export const trailLogging: Check = {
  id: 'trail-logging',
  title: 'The trail is on',
  link: 2,
  question: 'letter',
  judge: (chain) =>
    withTrail(chain, ({ name, isLogging, origin }) => {
      const trail = called('trail', name, origin);
      if (isUnreadable(isLogging)) return couldNotRead(`whether ${trail} is on`, isLogging, origin);
      return isLogging ? PASS : fail(`${trail} is switched off`, 'set isLogging: true', origin);
    }),
};
