import type { Account } from '../evidence/account';
import type { Possible } from '../evidence/possible';
import type { LambdaFunction, Queue, QueuePolicy, Subscription } from '../evidence/resource-model';
import { type Field, isUnreadable, shown, type Unreadable } from '../field/field';
import type { Subscriptions } from './chain';
import { judgeKey } from './encryption-key';
import { passesAttributes, passesBody } from './filter-policy';
import { allows } from './policy/allows';
import { type Answer, all } from './policy/answer';
import { EACH_REPLACES_THE_OTHER, whatMayHold } from './possibilities';

/** The subscriptions that SNS delivers to, or will once somebody confirms them. */
export function counted({ subscriptions }: Subscriptions): readonly Possible<Subscription>[] {
  return subscriptions.filter(({ resource: { status } }) => status === 'declared' || status === 'confirmed');
}

/** Why the topic may have subscriptions that the evidence does not show; undefined where it shows all. */
export function maybeElsewhere({ topic, notification: { topicArn } }: Subscriptions): Unreadable | undefined {
  if (topic) return topic.unreadSubscriptions;
  if (isUnreadable(topicArn)) return topicArn;
  return { unreadable: 'the topic is not part of the evidence', placeholder: topicArn };
}

/** A subscription that may be of another topic, or may not be made, passes nothing for certain. */
export function certainly(answer: Answer, { doubt }: Possible<unknown>): Answer {
  return doubt === undefined || answer === false ? answer : doubt;
}

/** Whether a subscription lets the message of an alarm pass. */
export function letsPass(
  { filterPolicy, filterPolicyScope }: Subscription,
  { notification: { acting } }: Subscriptions,
): Answer {
  if (filterPolicy === undefined) return true;
  if (isUnreadable(filterPolicy)) return filterPolicy;
  if (isUnreadable(filterPolicyScope)) return filterPolicyScope;
  if (filterPolicyScope === 'MessageAttributes') return passesAttributes(filterPolicy);
  return passesBody(filterPolicy, {
    AlarmName: acting.name,
    AlarmArn: acting.arn,
    AWSAccountId: acting.account,
    NewStateValue: 'ALARM',
  });
}

/** Whether SNS reaches a subscriber; `outside` where it is not part of the evidence. */
export function isReached(
  { protocol, endpoint }: Subscription,
  { notification: { topicArn }, topic }: Subscriptions,
  account: Account,
): Answer | 'outside' {
  if (isUnreadable(protocol)) return protocol;
  // A FIFO topic delivers to queues only: https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html
  if (topic?.isFifo !== undefined && protocol !== 'sqs') {
    if (isUnreadable(topic.isFifo)) return topic.isFifo;
    if (topic.isFifo) return false;
  }
  if (endpoint === undefined || !/^(sqs|lambda)$/.test(protocol)) return true;
  const calls = {
    'aws:sourcearn': topicArn,
    'aws:sourceaccount': topic?.account ?? account.id,
  };
  const arn = endpoint as Field<string>;
  const subscribers = protocol === 'sqs' ? account.queues(arn) : account.functions(arn);
  // What could not be read is outside, as a parameter is, where nothing of the app stands in it.
  if (!subscribers.some(({ resource }) => shown(arn).includes(shown(resource.arn)))) return 'outside';
  const answers = subscribers.map(({ resource, doubt }) => {
    const answer =
      'url' in resource ? mayEnqueue(resource, calls, account) : mayInvoke(resource, calls, account);
    return { resource: certainly(answer, { resource, doubt }), doubt };
  });
  return same(answers);
}

type Calls = Readonly<Record<string, NonNullable<Subscription['endpoint']>>>;

/** @see https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html */
function mayEnqueue(queue: Queue, calls: Calls, account: Account): Answer {
  const answers = whatMayHold<QueuePolicy | undefined>(account.queuePolicies(queue.url), undefined).map(
    ({ resource: policy, doubt }) => ({
      doubt,
      resource: allows(policy ? [policy.document] : [], {
        services: ['sns.amazonaws.com'],
        action: 'sqs:SendMessage',
        resource: queue.arn,
        context: calls,
      }),
    }),
  );
  return all([same(answers), mayUseKey(queue, calls, account)]);
}

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html */
function mayUseKey(queue: Queue, calls: Calls, account: Account): Answer {
  const { encryptionKey, origin } = queue;
  if (encryptionKey === undefined) return true;
  if (!isUnreadable(encryptionKey) && /(^|:)alias\/aws\/sqs$/.test(encryptionKey)) return false;
  const context = { ...calls, 'kms:encryptioncontext:aws:sqs:arn': queue.arn };
  const { outcome, reason = '' } = judgeKey(
    encryptionKey,
    {
      what: 'the queue',
      subject: origin,
      place: queue,
      services: ['sns.amazonaws.com'],
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'].map((action) => ({ action, context })),
    },
    account,
  );
  return outcome === 'UNKNOWN' ? { unreadable: reason, placeholder: reason } : outcome === 'PASS';
}

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-lambda-as-subscriber.html */
function mayInvoke(called: LambdaFunction, calls: Calls, account: Account): Answer {
  const permissions = account.functionPermissions(called);
  const answer = allows(
    [{ statements: permissions.filter(({ doubt }) => !doubt).map(({ resource }) => resource.statement) }],
    {
      services: ['sns.amazonaws.com'],
      action: 'lambda:InvokeFunction',
      context: calls,
    },
  );
  if (answer !== false) return answer;
  return permissions.find(({ doubt }) => doubt !== undefined)?.doubt ?? false;
}

/** What all of them say. */
function same(answers: readonly Possible<Answer>[]): Answer {
  const [{ resource: first }] = answers;
  if (answers.every(({ resource }) => resource === first)) return first;
  const { doubt = EACH_REPLACES_THE_OTHER } = answers.find((answer) => answer.doubt !== undefined) ?? {};
  return answers.map(({ resource }) => resource).find(isUnreadable) ?? doubt;
}
