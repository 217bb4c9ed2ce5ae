import { isUnreadable } from '../../field/field';
import { type CheckOf, couldNotRead, fail, note } from '../check';
import { certainly, counted, isReached, letsPass, maybeElsewhere } from '../listeners';
import { any } from '../policy/answer';

const REMEDY =
  'subscribe with topic.addSubscription(new SqsSubscription(queue)) or new LambdaSubscription(fn), which let SNS in; encrypt a queue with a key whose policy lets sns.amazonaws.com use kms:GenerateDataKey* and kms:Decrypt';

export const subscriptionEndpoint: CheckOf<'subscriptions'> = {
  id: 'subscription-endpoint',
  title: 'SNS may deliver to a subscriber',
  link: 8,
  question: 'effect',
  about: 'subscriptions',
  judge: (part, { name, account }) => {
    const listening = counted(part)
      .map((each) => ({ each, passes: certainly(letsPass(each.resource, part), each) }))
      .filter(({ passes }) => passes !== false)
      .map(({ each, passes }) => ({ each, passes, reached: isReached(each.resource, part, account) }));
    // That nobody listens is another check's business.
    if (listening.length === 0) return undefined;
    const within = listening.filter(({ reached }) => reached !== 'outside');
    const answers = within.map(({ each, passes, reached }) => {
      const may = reached === 'outside' ? true : reached;
      return isUnreadable(passes) && may !== false ? passes : certainly(may, each);
    });
    const answer = any(answers);
    const [{ each: first }] = listening;
    if (answer === true) return undefined;
    const outside = listening.find(({ reached }) => reached === 'outside');
    if (outside) {
      return note(
        `whether SNS may deliver to the subscriber of ${name} is not part of the evidence`,
        outside.each.resource.origin,
      );
    }
    const subject = (within.find(({ reached }) => reached === false)?.each ?? first).resource.origin;
    if (isUnreadable(answer)) {
      return couldNotRead(`whether SNS may deliver to a subscriber of ${name}`, answer, subject);
    }
    const elsewhere = maybeElsewhere(part);
    if (elsewhere) return couldNotRead(`whether ${name} has another subscription`, elsewhere, subject);
    if (part.topic?.isFifo === true && within.every(({ each }) => each.resource.protocol !== 'sqs')) {
      const reason = `${name} is a FIFO topic, which delivers to SQS queues only, and none of them listens`;
      return fail(reason, 'add a queue: topic.addSubscription(new SqsSubscription(queue))', subject);
    }
    return fail(
      `SNS may not deliver to any subscriber of ${name}: the policy or the key of the queue, or the permissions of the function, leave it out`,
      REMEDY,
      subject,
    );
  },
};
