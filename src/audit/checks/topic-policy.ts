import { isUnreadable } from '../../field/field';
import { type Check, fail, PASS } from '../check';
import { alarmCalls } from '../judging/alarm-calls';
import { withTopic } from '../judging/with-topic';
import { couldNotRead, theTopic } from '../judging/words';
import { allows } from '../policy/allows';

export const topicPolicy: Check = {
  id: 'topic-policy',
  title: 'The policy of the topic lets the alarm publish',
  link: 7,
  question: 'effect',
  judge: (chain, snapshot) =>
    withTopic(chain, 'the policy of the topic', ({ arn, policy, origin }) => {
      // The default policy lets in whatever acts for the owner's account.
      if (policy === undefined) return PASS;
      const name = theTopic(arn, { origin });
      const answer = allows([policy], {
        services: ['cloudwatch.amazonaws.com'],
        action: 'sns:Publish',
        resource: arn,
        context: { ...alarmCalls(chain, snapshot), 'aws:sourceowner': snapshot.account },
      });
      if (isUnreadable(answer)) {
        return couldNotRead(`whether the policy of ${name} lets the alarm publish`, answer, origin);
      }
      if (answer) return PASS;
      return fail(
        `the policy of ${name} does not let cloudwatch.amazonaws.com publish for the alarm`,
        "topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'))",
        origin,
      );
    }),
};
