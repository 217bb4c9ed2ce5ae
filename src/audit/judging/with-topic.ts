import type { Topic } from '../../evidence/snapshot';
import { isUnreadable } from '../../field/field';
import type { Chain } from '../chain';
import { type Finding, fail, unknown } from '../check';
import { couldNotRead, theTopic } from './words';

/** Judges the topic of a chain; one that is not part of the evidence is unknown. */
export function withTopic(
  { topic, topicArn }: Chain,
  question: string,
  judge: (topic: Topic) => Finding,
): Finding {
  if (topic) return judge(topic);
  if (topicArn === undefined) return fail('there is no topic', 'add an SNS topic as action of the alarm');
  if (isUnreadable(topicArn)) {
    return couldNotRead(question, topicArn);
  }
  return unknown(
    `${question} could not be read: ${theTopic(topicArn)} is not part of the evidence`,
    'audit the deployed account that has the topic, or the app that makes it',
  );
}
