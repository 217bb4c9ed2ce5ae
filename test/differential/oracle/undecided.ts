import { type Account, type Alarm, CHANGES } from '../account';
import type { Known } from '../open';
import { idsIn } from './composites';
import { changesHeard, passes } from './links';
import { heardBy } from './metric';

/** Where neither the control nor AWS's documentation decides. Such accounts are not judged. */
export function isUndecided(account: Known<Account>): boolean {
  return (
    account.alarms.some((alarm) => alarm.present && isAlarmUndecided(account, alarm)) ||
    hasInvalidFilterBesideASoundChain(account) ||
    hasTwoPoliciesOfOneTopic(account) ||
    mayBeTheOtherAccount(account) ||
    hasFifoTopicWithOtherListeners(account) ||
    crossesRegions(account) ||
    // Each change is heard, but by several chains together.
    (!passes(account) && changesHeard(account).length === CHANGES.length)
  );
}

function isAlarmUndecided(account: Known<Account>, alarm: Known<Alarm>): boolean {
  const heard = heardBy(account, alarm);
  const defaults = heard.flatMap(({ defaultValue = [] }) => defaultValue);
  const units = new Set(heard.map(({ unit = 'None' }) => unit));
  // "the alarm's behavior is not defined and it behaves unpredictably":
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
  if (alarm.unit === undefined && units.size > 1) return true;
  // Default values may or may not end what missing data would keep in ALARM.
  if (['ignore', 'breaching'].includes(alarm.missingData) && defaults.length) return true;
  // A minute with a change writes no default of the filter that counts it.
  if (alarm.period <= 60 && defaults.some((value) => value !== 0 || alarm.statistic !== 'Sum')) return true;
  // What adds nothing to the metric counts nothing, and yet crosses a threshold that is not above it.
  if (alarm.threshold <= 0 && heard.some(({ value }) => typeof value === 'number' && value <= 0)) return true;
  // How many minutes write a default depends on the traffic.
  if (defaults.some((value) => value > 0 && value < alarm.threshold)) return true;
  // Fewer changes than one cannot be told from none.
  return alarm.operator === 'LessThanThreshold' && heard.some(({ value }) => value < alarm.threshold);
}

/** A stack with such a filter is not deployed, and what it would have changed stays as it was. */
function hasInvalidFilterBesideASoundChain(account: Known<Account>): boolean {
  return account.filters.some(({ pattern }) => pattern.kind === 'invalid') && passes(account);
}

/** The one that CloudFormation makes last is the topic's. */
function hasTwoPoliciesOfOneTopic({ topics, topicPolicies }: Known<Account>): boolean {
  return topics.some(
    ({ id }) => topicPolicies.filter(({ present, topic }) => present && topic === id).length > 1,
  );
}

/** Where the account of the stacks is not known, an account id in a condition may be its own. */
function mayBeTheOtherAccount({ knownEnvironment, topicPolicies, keys }: Known<Account>): boolean {
  return (
    !knownEnvironment &&
    [...topicPolicies, ...keys].some(({ statements }) =>
      statements.some(({ when }) => when.includes('another')),
    )
  );
}

/** SNS refuses such a subscription: a FIFO topic delivers to queues. */
function hasFifoTopicWithOtherListeners({ topics, subscriptions, chats, queues }: Known<Account>): boolean {
  const listeners = [
    ...subscriptions.filter(({ endpoint }) => !queues.some(({ id }) => id === endpoint)),
    ...chats,
  ];
  return topics.some(({ id, fifo }) => fifo && listeners.some(({ topic }) => topic === id));
}

/** An alarm's topics, and the alarms below a composite one, are in its own region. The rest is kept simple. */
function crossesRegions(account: Known<Account>): boolean {
  const far = account.topics.filter(({ inAnotherRegion }) => inAnotherRegion).map(({ id }) => id);
  const farAlarms = account.alarms.filter(({ inAnotherRegion }) => inAnotherRegion);
  const nearAlarms = [...account.composites, ...account.alarms.filter((alarm) => !farAlarms.includes(alarm))];
  const { topics, subscriptions, chats, queues, functions, composites } = account;
  const declared = [...queues, ...functions].map(({ id }) => id);
  return (
    (farAlarms.length > 0 && !account.knownEnvironment) ||
    farAlarms.some(({ actions }) => actions.some((id) => id !== undefined && !far.includes(id))) ||
    nearAlarms.some(({ actions }) => actions.some((id) => id !== undefined && far.includes(id))) ||
    composites.some(({ rule }) => farAlarms.some(({ id }) => idsIn(rule).includes(id))) ||
    topics.some(({ id, key }) => far.includes(id) && key !== undefined) ||
    chats.some(({ topic }) => far.includes(topic)) ||
    subscriptions.some(({ topic, endpoint }) => far.includes(topic) && declared.includes(endpoint))
  );
}
