import type { TopicPolicy } from '../../evidence/resource-model';
import { compare, isUnreadable } from '../../field/field';
import { alarmCalls } from '../alarm-calls';
import type { NotifiedTopic } from '../chain';
import { type CheckOf, couldNotRead, type Finding, fail, PASS } from '../check';
import { type Access, allows, denies } from '../policy/allows';
import { agreed, whatMayHold } from '../possibilities';

export const topicPolicy: CheckOf<'topic'> = {
  id: 'topic-policy',
  title: 'The policy of the topic lets the alarm publish',
  link: 7,
  question: 'effect',
  about: 'topic',
  judge: (part, { name, account }) => {
    const policies = whatMayHold<TopicPolicy | undefined>(account.topicPolicies(part.topic.arn), undefined);
    const possibilities = policies.map(({ resource, doubt }) => ({
      finding: judgePolicy(resource, part, name),
      doubt,
    }));
    return agreed(possibilities, `which policy ${name} has`);
  },
};

function judgePolicy(policy: TopicPolicy | undefined, part: NotifiedTopic, name: string): Finding {
  const { topic, notification } = part;
  const calls = alarmCalls(notification);
  const refused = (remedy = "topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'))") =>
    fail(
      `the policy of ${name} does not let cloudwatch.amazonaws.com publish for the alarm`,
      remedy,
      topic.origin,
    );
  // The default policy lets in whatever acts for the owner's account.
  if (!policy) {
    const isOwners = compare(notification.acting.account, topic.account);
    if (isUnreadable(isOwners))
      return couldNotRead(`whether ${name} is in the account of the alarm`, isOwners);
    return isOwners === 'same' ? PASS : refused();
  }
  const access: Access = {
    services: ['cloudwatch.amazonaws.com'],
    action: 'sns:Publish',
    resource: topic.arn,
    context: { ...calls, 'aws:sourceowner': notification.acting.account },
  };
  const answer = allows([policy.document], access);
  if (isUnreadable(answer)) {
    return couldNotRead(`whether the policy of ${name} lets the alarm publish`, answer, topic.origin);
  }
  if (answer) return PASS;
  return denies([policy.document], access)
    ? refused('leave cloudwatch.amazonaws.com out of the statement of that policy that denies sns:Publish')
    : refused();
}
