import {
  type Account,
  type Alarm,
  AWS_MANAGED_KEY,
  BROKEN_ELSEWHERE,
  type Composite,
  type Event,
  SOUND_ELSEWHERE,
  type Subscription,
  type Trail,
} from '../account';
import type { Known } from '../open';
import { goesOffWith } from './composites';
import { changesThatRing } from './metric';
import { mayDo, names } from './policies';

/** The control: one chain holds from the trail to somebody who listens. */
export function passes(account: Known<Account>): boolean {
  return account.trails.some(
    (trail) =>
      delivers(account, trail) &&
      account.alarms.some(
        (alarm) => ringsForAll(account, alarm, trail.group) && tellsSomebody(account, alarm, [alarm.id]),
      ),
  );
}

/** Links 1 to 4, and that the events arrive where metric filters work. */
export function delivers(account: Known<Account>, trail: Known<Trail>): boolean {
  const group = account.groups.find(({ id }) => id === trail.group);
  return (
    trail.present &&
    trail.multiRegion &&
    trail.logging &&
    recordsAllManagementEvents(trail) &&
    group !== undefined &&
    !group.infrequentAccess &&
    (group.key === undefined ||
      serves(account, group.key, 'logs', [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncryptTo',
        'kms:GenerateDataKey',
        'kms:DescribeKey',
      ])) &&
    (trail.key === undefined ||
      serves(account, trail.key, 'cloudtrail', ['kms:GenerateDataKey', 'kms:DescribeKey'])) &&
    mayWrite(account, trail)
  );
}

function recordsAllManagementEvents({ selectors }: Known<Trail>): boolean {
  switch (selectors.kind) {
    case 'none':
      return true;
    case 'basic':
      return selectors.of.some(
        ({ management = true, readWrite = 'All' }) => management && readWrite === 'All',
      );
    case 'advanced':
      return selectors.of.some(
        ({ category, writesOnly = false }) => category === 'Management' && !writesOnly,
      );
  }
}

/** An organization's trail writes streams of the organization as well as the account's own. */
function mayWrite(account: Known<Account>, trail: Known<Trail>): boolean {
  if (trail.role === SOUND_ELSEWHERE) return true;
  const grants = account.roles.find(({ id }) => id === trail.role)?.grants ?? [];
  const streams = trail.organization ? ['own streams', 'organization streams'] : ['own streams'];
  return ['logs:CreateLogStream', 'logs:PutLogEvents'].every((action) =>
    streams.every((stream) => {
      const matching = grants.filter(
        ({ on, group, actions }) =>
          group === trail.group && (on === 'the group' || on === stream) && names(actions, action),
      );
      return matching.length > 0 && matching.every(({ effect }) => effect === 'Allow');
    }),
  );
}

/** Links 5 and 6, in effect: each of the six changes rings. */
function ringsForAll(account: Known<Account>, alarm: Known<Alarm>, group: string | undefined): boolean {
  return changesThatRing(account, alarm, (id) => id === group).length === 6;
}

/** Links 7 and 8: by an alarm's own actions, or by a composite alarm above it. */
function tellsSomebody(
  account: Known<Account>,
  alarm: Known<Alarm> | Known<Composite>,
  below: readonly string[],
): boolean {
  return (
    notifies(account, alarm) ||
    account.composites.some(
      (composite) =>
        composite.present &&
        !below.includes(composite.id) &&
        goesOffWith(account, composite.rule, [alarm.id]) &&
        tellsSomebody(account, composite, [...below, composite.id]),
    )
  );
}

/** Whether an alarm that goes off is heard through a topic of its actions. */
export function notifies(account: Known<Account>, alarm: Known<Alarm> | Known<Composite>): boolean {
  return alarm.actionsEnabled && alarm.actions.some((topic) => isHeard(account, topic, !alarm.nonAsciiName));
}

function isHeard(account: Known<Account>, id: string | undefined, isAlarmWithArn: boolean): boolean {
  if (id === SOUND_ELSEWHERE) return true;
  const topic = account.topics.find((candidate) => candidate.id === id);
  if (!topic) return false;
  const caller = { service: 'cloudwatch', isAlarmWithArn };
  const policies = account.topicPolicies.filter((policy) => policy.present && policy.topic === id);
  // Without a policy of its own, a topic lets its account publish, alarms included.
  if (!policies.every(({ statements }) => mayDo(statements, caller, ['sns:Publish']))) return false;
  const { key } = topic;
  if (
    key !== undefined &&
    !serves(account, key, 'cloudwatch', ['kms:GenerateDataKey', 'kms:Decrypt'], isAlarmWithArn)
  ) {
    return false;
  }
  return (
    account.chats.some((chat) => chat.present && chat.topic === id) ||
    account.subscriptions.some((subscription) => subscription.topic === id && listens(account, subscription))
  );
}

function listens(account: Known<Account>, subscription: Known<Subscription>): boolean {
  if (!subscription.present || subscription.filterPolicy?.passes === false) return false;
  const invoked = account.functions.find(({ id }) => id === subscription.endpoint);
  if (invoked) return invoked.permitted === 'sns' && invoked.permissionPresent;
  const queue = account.queues.find(({ id }) => id === subscription.endpoint);
  if (!queue) return true;
  return (
    queue.policy !== undefined &&
    queue.policyPresent &&
    mayDo(queue.policy, { service: 'sns' }, ['sqs:SendMessage']) &&
    (queue.key === undefined || serves(account, queue.key, 'sns', ['kms:GenerateDataKey', 'kms:Decrypt']))
  );
}

/** Whether a service can work with what a key encrypts. */
function serves(
  account: Known<Account>,
  id: string,
  service: string,
  actions: readonly string[],
  isAlarmWithArn?: boolean,
): boolean {
  if (id === SOUND_ELSEWHERE) return true;
  if (id === BROKEN_ELSEWHERE || id === AWS_MANAGED_KEY) return false;
  const key = account.keys.find((candidate) => candidate.id === id);
  return key?.enabled === true && mayDo(key.statements, { service, isAlarmWithArn }, actions);
}

/** The changes of which somebody hears, by whatever chains together. */
export function changesHeard(account: Known<Account>): Event[] {
  const fed = account.trails.filter((trail) => delivers(account, trail)).map(({ group }) => group);
  const ringing = account.alarms.map((alarm) => ({
    id: alarm.id,
    changes: changesThatRing(account, alarm, (group) => fed.includes(group)),
  }));
  const changes = [...new Set(ringing.flatMap(({ changes: some }) => some))];
  return changes.filter((change) => {
    const inAlarm = ringing.filter(({ changes: some }) => some.includes(change)).map(({ id }) => id);
    // Composite alarms may stand above one another: as many rounds as there are of them.
    for (const _ of account.composites) {
      for (const { id, present, rule } of account.composites) {
        if (present && !inAlarm.includes(id) && goesOffWith(account, rule, inAlarm)) inAlarm.push(id);
      }
    }
    return [...account.alarms, ...account.composites].some(
      (alarm) => inAlarm.includes(alarm.id) && notifies(account, alarm),
    );
  });
}
