import { isUnreadable } from '../../field/field';
import { type CheckOf, couldNotRead, fail } from '../check';
import { certainly, counted, letsPass, maybeElsewhere } from '../listeners';
import { any } from '../policy/answer';

export const subscriptionFilterPolicy: CheckOf<'subscriptions'> = {
  id: 'subscription-filter-policy',
  title: 'A subscription lets alarm messages pass',
  link: 8,
  question: 'effect',
  about: 'subscriptions',
  judge: (part, { name }) => {
    const found = counted(part);
    // That there is none is another check's business.
    if (found.length === 0) return undefined;
    const passes = found.map((each) => certainly(letsPass(each.resource, part), each));
    const answer = any(passes);
    const subject = found[0].resource.origin;
    if (isUnreadable(answer)) {
      return couldNotRead(`whether a subscription of ${name} lets alarm messages pass`, answer, subject);
    }
    if (answer) return undefined;
    const elsewhere = maybeElsewhere(part);
    if (elsewhere) return couldNotRead(`whether ${name} has another subscription`, elsewhere, subject);
    return fail(
      `no subscription of ${name} lets alarm messages pass: their filter policies ask for what such a message does not have`,
      'leave out filterPolicy of the subscription',
      subject,
    );
  },
};
