import type { Subscription } from '../../../../src/evidence/resource-model';
import { readable } from '../../../../src/field/field';
import { isMasked } from '../../live/masked-address';
import { command, option, withCommand } from '../command';
import { isNew } from '../parts';
import type { Draft, Fix, Problem } from '../plan';

/** Those that wait are sent the confirmation again: it lasts three days. */
export const resubscribe: Fix = (problem) => {
  const pending = ofTopic(problem).filter(
    ({ status, endpoint }) => status === 'pending' && !isMasked(readable(endpoint)),
  );
  if (pending.length === 0) return undefined;
  return pending.reduce<Draft>((draft, { protocol, endpoint }) => {
    const [how, where] = [readable(protocol), readable(endpoint)];
    return typeof where === 'string' && how ? subscribed({ ...problem, draft }, how, where, 'waits') : draft;
  }, problem.draft);
};

/** Only the user knows who is to be told. */
export const emailOrHuman: Fix = (problem) => {
  const { topic } = problem.result.parts.topic ?? {};
  const arn = readable(topic?.arn);
  const isThere = problem.draft.data.topicPolicies?.some(
    ({ topicArns }) => Array.isArray(topicArns) && topicArns.includes(arn ?? ''),
  );
  if (!topic || isNew(topic) || arn === undefined || !isThere || topic.isFifo === true) return undefined;
  // Who subscribes again gets the subscription that is there, with its filter policy.
  const there = ofTopic(problem).filter(({ status }) => status !== 'deleted');
  const emails = problem.options.emails.filter((email) => !there.some(({ endpoint }) => endpoint === email));
  if (emails.length > 0) {
    return emails.reduce<Draft>(
      (draft, email) => subscribed({ ...problem, draft }, 'email', email, 'none'),
      problem.draft,
    );
  }
  if (problem.check === 'subscription-filter-policy') return undefined;
  const hidden = there.map(({ endpoint }) => readable(endpoint)).find(isMasked);
  const again =
    hidden === undefined ? '' : `, or subscribe ${hidden} again, whose whole address is not known here`;
  const human =
    problem.check === 'subscription'
      ? `nobody listens to topic ${arn}: say who is to be told with --email ADDRESS${again}`
      : `${problem.reason}: let it, or say who else is to be told with --email ADDRESS`;
  const added = declared(arn, topic, 'email', 'whoever is given');
  return { ...withSubscription(problem.draft, added), humans: [...problem.draft.humans, human] };
};

/** Without one everything passes: more than before, and nothing less. */
export const filterPolicy: Fix = (problem) => {
  const [found] = ofTopic(problem).filter(
    ({ origin: { path = '' }, filterPolicy: policy }) => path.startsWith('arn:') && policy !== undefined,
  );
  if (!found) return undefined;
  const { draft } = problem;
  const arn = found.origin.path as string;
  const args = ['sns', 'set-subscription-attributes', ...option('subscription-arn', arn)];
  const value = ['--attribute-name', 'FilterPolicy', '--attribute-value', '{}', '--region', found.region];
  const added = command(arn, [...args, ...value], {
    what: 'filter policy',
    before: JSON.stringify(found.filterPolicy),
    after: '{}',
  });
  const human = `${readable(found.endpoint) ?? 'the subscriber'} gets all messages of the topic from then on: give --email ADDRESS to leave its filter policy and subscribe somebody else`;
  const subscriptions = draft.data.subscriptions?.map((each) =>
    each === found ? { ...each, filterPolicy: {} } : each,
  );
  return {
    ...draft,
    data: { ...draft.data, subscriptions },
    commands: withCommand(draft.commands, added),
    humans: [...draft.humans, human],
  };
};

/** Those to which the topic may deliver: https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html */
function ofTopic({ result, draft }: Problem): readonly Subscription[] {
  const { notification, topic: { topic } = {} } = result.parts;
  const arn = readable(notification?.topicArn);
  return (draft.data.subscriptions ?? []).filter(
    ({ topicArn, origin, protocol }) =>
      topicArn === arn && !isNew({ origin }) && (topic?.isFifo !== true || protocol === 'sqs'),
  );
}

function subscribed(problem: Problem, protocol: string, endpoint: string, before: string): Draft {
  const { draft, result } = problem;
  const { topic } = result.parts.topic ?? {};
  const arn = readable(topic?.arn);
  if (!topic || arn === undefined) return draft;
  const args = [
    ...['sns', 'subscribe', ...option('topic-arn', arn), ...option('protocol', protocol)],
    ...[...option('notification-endpoint', endpoint), '--region', topic.region],
  ];
  const change = { what: `subscription of ${endpoint}`, before, after: 'asked to confirm' };
  const added = command(`${arn} ${endpoint}`, args, change, arn);
  const next = { ...draft, commands: withCommand(draft.commands, added) };
  const human = confirmation(protocol, endpoint);
  const told = { ...next, humans: [...next.humans.filter((each) => each !== human), human] };
  return withSubscription(told, declared(arn, topic, protocol, endpoint));
}

/** What a subscriber has to do before it is one. */
export function confirmation(protocol: string, endpoint: string): string {
  return protocol.startsWith('email')
    ? `${endpoint} has to click the link in the confirmation email of SNS, within three days`
    : `${endpoint} has to confirm the subscription by ${protocol}, within three days`;
}

function declared(
  topicArn: string,
  { region, account }: { readonly region: string; readonly account: string },
  protocol: string,
  endpoint: string,
): Subscription {
  return {
    origin: { path: `${topicArn} ${protocol} ${endpoint}` },
    region,
    account,
    topicArn,
    protocol,
    endpoint,
    // Nobody knows whether it will be confirmed; of other protocols too.
    status: 'declared',
    filterPolicy: undefined,
    filterPolicyScope: 'MessageAttributes',
  };
}

function withSubscription(draft: Draft, added: Subscription): Draft {
  return { ...draft, data: { ...draft.data, subscriptions: [...(draft.data.subscriptions ?? []), added] } };
}
