import { type Account, AWS_MANAGED_KEY, BROKEN_ELSEWHERE, SOUND_ELSEWHERE, type Statement } from '../account';
import type { Random } from '../random';
import { byCondition, byParameter, freshId, type Step, said } from './step';

const READING: Readonly<Record<string, string>> = { sns: 'Subscribe', sqs: 'ReceiveMessage' };

/** Statements of a policy for a service, sound or not. */
export function statementsFor(random: Random, service: string, needed: readonly string[]): Statement[] {
  const allow: Statement = { effect: 'Allow', principal: service, actions: [...needed], when: 'always' };
  const deny: Statement = { ...allow, effect: 'Deny' };
  const [first, last] = [needed[0], needed[needed.length - 1]];
  const prefix = first.split(':')[0];
  // SNS takes no wildcards: "Policy statement action out of service scope".
  const every = prefix === 'sns' ? first : `${prefix}:*`;
  const tooFew = needed.length > 1 ? [random.pick([first, last])] : [`${prefix}:${READING[prefix]}`];
  const choices: Statement[][] = [
    [allow],
    [allow],
    [{ ...allow, actions: [every] }],
    [{ ...allow, principal: 'everyone' }],
    [{ ...allow, principal: 'events' }],
    [{ ...allow, principal: 'events' }, allow],
    [allow, { ...deny, principal: 'events' }],
    [allow, deny],
    [allow, { ...deny, principal: 'everyone', actions: [every] }],
    [allow, { ...deny, principal: 'everyone', when: 'without TLS' }],
    [{ ...deny, principal: 'everyone', when: 'without TLS' }],
    [{ ...allow, actions: tooFew }],
    [{ ...allow, actions: needed.map((action) => action.toLowerCase()) }],
  ];
  if (service === 'cloudwatch') {
    choices.push(
      [{ ...allow, when: 'from this account' }],
      [{ ...allow, when: 'from another account' }],
      [{ ...allow, when: 'from alarms of this account' }],
      [{ ...allow, when: 'from alarms of another account' }],
      [allow, { ...deny, when: 'from another account' }],
      [allow, { ...deny, when: 'from this account' }],
    );
  }
  return random.pick(choices);
}

const policy: Step = ({ topics, topicPolicies }, random) => {
  const topic = random.pick(topics).id;
  const id = `Policy${topicPolicies.length + 1}`;
  const statements = statementsFor(random, 'cloudwatch', ['sns:Publish']);
  const present = random.chance(0.2) ? byCondition(random, true, false) : true;
  const of = random.chance(0.15) ? byParameter(random, [topic, BROKEN_ELSEWHERE]) : topic;
  topicPolicies.push({ id, present, topic: of, statements });
  return `topic policy ${id}: of ${said(of)}, present ${said(present)}, ${said(statements)}`;
};

/** Two policies of a topic, of which one is made. */
const eitherPolicy: Step = ({ topics, topicPolicies }, random) => {
  const topic = random.pick(topics).id;
  const present = byCondition(random, true, false);
  const [first, second] = [0, 1].map(() => statementsFor(random, 'cloudwatch', ['sns:Publish']));
  const number = topicPolicies.length + 1;
  topicPolicies.push({ id: `Policy${number}`, present, topic, statements: first });
  const absent = { ...present, options: [...present.options].reverse() };
  topicPolicies.push({ id: `Policy${number + 1}`, present: absent, topic, statements: second });
  return `topic policies of ${topic}: either ${said(first)} or ${said(second)}`;
};

const topicKey: Step = (account, random) => {
  const topic = random.pick(account.topics);
  const elsewhere = byParameter(random, [SOUND_ELSEWHERE, BROKEN_ELSEWHERE]);
  const choice = random.below(8);
  if (choice === 0) topic.key = AWS_MANAGED_KEY;
  else if (choice === 1) topic.key = random.chance(0.5) ? elsewhere : { ...elsewhere, written: 'literal' };
  else if (choice === 2) {
    const keys = [newKey(account, random, 'cloudwatch'), newKey(account, random, 'cloudwatch')];
    topic.key = { ...byCondition(random, keys[0], keys[1]), written: 'alias under conditions' };
  } else topic.key = newKey(account, random, 'cloudwatch');
  return `topic ${topic.id}: key ${said(topic.key)} ${said(account.keys)}`;
};

const trailKey: Step = (account, random) => {
  const trail = random.pick(account.trails);
  trail.key = newKey(account, random, 'cloudtrail');
  return `trail ${trail.id}: key ${said(account.keys.at(-1))}`;
};

const groupKey: Step = (account, random) => {
  const group = random.pick(account.groups);
  group.key = newKey(account, random, 'logs');
  return `group ${group.id}: key ${said(account.keys.at(-1))}`;
};

const KEY_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  cloudwatch: ['kms:GenerateDataKey*', 'kms:Decrypt'],
  cloudtrail: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
  logs: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
  sns: ['kms:GenerateDataKey*', 'kms:Decrypt'],
};

export function newKey(account: Account, random: Random, service: string): string {
  const id = freshId(account, 'Cipher');
  const statements = statementsFor(random, service, KEY_ACTIONS[service]);
  account.keys.push({ id, enabled: !random.chance(0.1), statements });
  return id;
}

const secondTopic: Step = (account, random) => {
  const id = freshId(account, 'Shout');
  account.topics.push({ id, fifo: false, key: undefined });
  if (random.chance(0.5)) {
    const ear = freshId(account, 'Ear');
    account.subscriptions.push({ id: ear, present: true, topic: id, endpoint: 'email' });
  }
  if (random.chance(0.5)) random.pick(account.alarms).actions.push(id);
  return `topic ${id}: added, ${said(account.subscriptions.map(({ topic }) => topic))}`;
};

export const topicSteps: readonly Step[] = [
  policy,
  policy,
  policy,
  eitherPolicy,
  topicKey,
  topicKey,
  trailKey,
  groupKey,
  secondTopic,
];
