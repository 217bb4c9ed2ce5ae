import { AWS_MANAGED_KEY, BROKEN_ELSEWHERE, type FilterPolicy } from '../account';
import { byCondition, byParameter, freshId, type Step, said } from './step';
import { newKey, statementsFor } from './topic-steps';

/**
 * A message of an alarm carries no attributes:
 * https://docs.aws.amazon.com/sns/latest/dg/attribute-key-matching.html
 * Its body says `"NewStateValue": "ALARM"`.
 */
const FILTER_POLICIES: readonly FilterPolicy[] = [
  { policy: { severity: ['high'] }, passes: false },
  { policy: { severity: [{ exists: false }] }, passes: false },
  { scope: 'MessageAttributes', policy: { NewStateValue: ['ALARM'] }, passes: false },
  { scope: 'MessageBody', policy: { NewStateValue: ['ALARM'] }, passes: true },
  { scope: 'MessageBody', policy: { NewStateValue: ['OK'] }, passes: false },
  { scope: 'MessageBody', policy: { NewStateValue: ['OK', 'ALARM'] }, passes: true },
  { scope: 'MessageBody', policy: { NewStateValue: [{ 'anything-but': ['OK'] }] }, passes: true },
  { scope: 'MessageBody', policy: { NewStateValue: [{ 'anything-but': ['ALARM'] }] }, passes: false },
  { scope: 'MessageBody', policy: { NewStateValue: [{ prefix: 'AL' }] }, passes: true },
  { scope: 'MessageBody', policy: { NewStateValue: [{ prefix: 'IN' }] }, passes: false },
  { scope: 'MessageBody', policy: { severity: ['high'] }, passes: false },
  { scope: 'MessageBody', policy: { NewStateValue: ['ALARM'], severity: ['high'] }, passes: false },
];

const filterPolicy: Step = ({ subscriptions }, random) => {
  const subscription = random.pick(subscriptions);
  if (!subscription) return undefined;
  subscription.filterPolicy = random.pick(FILTER_POLICIES);
  return `subscription ${subscription.id}: filter policy ${said(subscription.filterPolicy)}`;
};

const endpoint: Step = ({ subscriptions }, random) => {
  const subscription = random.pick(subscriptions);
  if (!subscription) return undefined;
  subscription.endpoint = random.pick(['email', 'queue elsewhere', 'function elsewhere']);
  return `subscription ${subscription.id}: to ${subscription.endpoint}`;
};

const topic: Step = ({ subscriptions, topics }, random) => {
  const subscription = random.pick(subscriptions);
  if (!subscription) return undefined;
  subscription.topic = random.chance(0.4)
    ? byParameter(random, ['Shout', BROKEN_ELSEWHERE])
    : random.pick(topics).id;
  return `subscription ${subscription.id}: of ${said(subscription.topic)}`;
};

const present: Step = ({ subscriptions }, random) => {
  const subscription = random.pick(subscriptions);
  if (!subscription) return undefined;
  subscription.present = byCondition(random, true, false);
  return `subscription ${subscription.id}: present ${said(subscription.present)}`;
};

const nobody: Step = (account, random) => {
  account.subscriptions = account.subscriptions.slice(1);
  if (random.chance(0.5)) {
    const id = `Chat${account.chats.length + 1}`;
    const on = random.pick(account.topics).id;
    account.chats.push({ id, present: true, topic: on });
    return `chat ${id} instead of a subscription, on ${on}`;
  }
  return 'one subscription less';
};

const another: Step = (account, random) => {
  const id = freshId(account, 'Ear');
  account.subscriptions.push({
    id,
    present: true,
    topic: random.pick(account.topics).id,
    endpoint: random.pick(['https', 'email']),
    filterPolicy: random.chance(0.5) ? random.pick(FILTER_POLICIES) : undefined,
  });
  return `subscription ${id}: added, ${said(account.subscriptions.at(-1))}`;
};

/** A FIFO topic delivers to queues only. */
const queue: Step = (account, random) => {
  const subscription = random.pick(account.subscriptions);
  if (!subscription) return undefined;
  const id = freshId(account, 'Box');
  const policy = random.chance(0.15) ? undefined : statementsFor(random, 'sns', ['sqs:SendMessage']);
  const policyPresent = random.chance(0.1) ? byCondition(random, true, false) : true;
  let key: string | undefined;
  if (random.chance(0.2)) key = random.chance(0.4) ? AWS_MANAGED_KEY : newKey(account, random, 'sns');
  const of = account.topics.find((candidate) => candidate.id === subscription.topic);
  const alone = account.subscriptions.length === 1 && !account.chats.length;
  const fifo = of !== undefined && alone && random.chance(0.3);
  if (of && fifo) of.fifo = true;
  const box = { id, fifo, key, policy, policyPresent };
  account.queues.push(box);
  subscription.endpoint = id;
  return `subscription ${subscription.id}: to queue ${said(box)}${fifo ? ', topic FIFO' : ''}`;
};

const invoked: Step = (account, random) => {
  const subscription = random.pick(account.subscriptions);
  if (!subscription) return undefined;
  const id = freshId(account, 'Pager');
  const permitted = random.pick([undefined, 'sns' as const, 'sns' as const, 'events' as const]);
  const permissionPresent = random.chance(0.1) ? byCondition(random, true, false) : true;
  const pager = { id, permitted, permissionPresent };
  account.functions.push(pager);
  subscription.endpoint = id;
  return `subscription ${subscription.id}: to function ${said(pager)}`;
};

export const listenerSteps: readonly Step[] = [
  filterPolicy,
  filterPolicy,
  endpoint,
  topic,
  present,
  nobody,
  another,
  queue,
  queue,
  invoked,
];
