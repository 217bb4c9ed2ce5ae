import { isUnreadable } from '../../field/field';
import { type Check, PASS, unknown } from '../check';
import { withTopic } from '../judging/with-topic';
import { couldNotRead, theTopic } from '../judging/words';

export const topicType: Check = {
  id: 'topic-type',
  title: 'The topic is a standard topic',
  link: 7,
  question: 'effect',
  judge: (chain) =>
    withTopic(chain, 'the type of the topic', ({ arn, isFifo, origin }) => {
      const name = theTopic(arn, { origin });
      if (isUnreadable(isFifo)) return couldNotRead(`the type of ${name}`, isFifo, origin);
      if (!isFifo) return PASS;
      return unknown(
        `${name} is a FIFO topic, and AWS does not document that an alarm can publish to one`,
        'use a standard topic: leave out fifo',
        origin,
      );
    }),
};
