import type { Snapshot, Subscription } from '../../evidence/snapshot';
import { decidedBy, isUnreadable } from '../../field/field';
import type { Chain } from '../chain';
import { type Check, fail, PASS } from '../check';
import { passesAttributes, passesBody } from '../judging/subscription-filter';
import { couldNotRead, theTopic } from '../judging/words';
import type { Answer } from '../policy/answer';
import { any } from '../policy/answer';

export const subscriptionFilterPolicy: Check = {
  id: 'subscription-filter-policy',
  title: 'A subscription lets alarm messages pass',
  link: 8,
  question: 'effect',
  judge: (chain, snapshot) => {
    const counted = chain.subscriptions.filter(
      ({ status }) => status === 'declared' || status === 'confirmed',
    );
    const name = theTopic(chain.topicArn ?? '', chain.topic);
    const answer = any(counted.map((subscription) => passes(subscription, chain, snapshot)));
    const subject = counted[0]?.origin;
    if (isUnreadable(answer)) {
      return couldNotRead(`whether a subscription of ${name} lets alarm messages pass`, answer, subject);
    }
    if (answer) return PASS;
    return fail(
      `no subscription of ${name} lets alarm messages pass: their filter policies ask for what such a message does not have`,
      'leave out filterPolicy of the subscription',
      subject,
    );
  },
};

function passes(subscription: Subscription, chain: Chain, snapshot: Snapshot): Answer {
  const answer = passesFilter(subscription, chain, snapshot);
  const { condition } = subscription;
  if (condition === undefined || answer === false) return answer;
  return decidedBy(condition);
}

function passesFilter(
  { filterPolicy, filterPolicyScope }: Subscription,
  chain: Chain,
  snapshot: Snapshot,
): Answer {
  if (filterPolicy === undefined) return true;
  if (isUnreadable(filterPolicy)) return filterPolicy;
  if (isUnreadable(filterPolicyScope)) return filterPolicyScope;
  if (filterPolicyScope === 'MessageAttributes') return passesAttributes(filterPolicy);
  const { name, arn } = { name: undefined, arn: undefined, ...chain.alarm };
  return passesBody(filterPolicy, {
    AlarmName: (chain.compositeAlarm ?? { name }).name,
    AlarmArn: chain.compositeAlarm ? undefined : arn,
    AWSAccountId: snapshot.account,
    NewStateValue: 'ALARM',
  });
}
