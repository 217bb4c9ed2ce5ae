import { isUnreadable, readable } from '../../../../src/field/field';
import { command, option, withCommand } from '../command';
import { extended } from '../extended-policy';
import { inStack, isNew, replaced } from '../parts';
import type { Draft, Fix } from '../plan';
import { alarmsPublish } from '../statements';

/** Also of a composite alarm that notifies for the alarm. */
export const enableActions: Fix = ({ draft, result }) => {
  const { acting } = result.parts.notification ?? {};
  const [name, arn] = [readable(acting?.name), readable(acting?.arn)];
  if (!acting || isNew(acting) || name === undefined || arn === undefined) return undefined;
  const args = [
    'cloudwatch',
    'enable-alarm-actions',
    ...option('alarm-names', name),
    '--region',
    acting.region,
  ];
  const added = command(arn, args, { what: 'actions', before: 'disabled', after: 'enabled' });
  const enabled = <T extends object>(all: readonly T[] | undefined) =>
    all?.map((each) => (each === (acting as object) ? { ...each, actionsEnabled: true } : each));
  const { alarms, compositeAlarms } = draft.data;
  const data: Draft['data'] = {
    ...draft.data,
    alarms: enabled(alarms)?.map((each) =>
      each.given && each.arn === arn ? { ...each, given: { ...each.given, ActionsEnabled: true } } : each,
    ),
    compositeAlarms: enabled(compositeAlarms),
  };
  return { ...draft, data, commands: withCommand(draft.commands, added) };
};

/** All statements stay, and one is added. */
export const topicPolicy: Fix = ({ draft, result }) => {
  const { topic } = result.parts.topic ?? {};
  const arn = readable(topic?.arn);
  if (!topic || isNew(topic) || arn === undefined) return undefined;
  const policy = draft.data.topicPolicies?.find(
    ({ topicArns }) => Array.isArray(topicArns) && topicArns.includes(arn),
  );
  if (!policy || isUnreadable(policy.document)) return undefined;
  const merged = extended(policy.document, [alarmsPublish(arn, result.account)]);
  if (!merged) return undefined;
  const args = ['sns', 'set-topic-attributes', ...option('topic-arn', arn), '--attribute-name', 'Policy'];
  const added = command(arn, [...args, ...option('attribute-value', merged.text), '--region', topic.region], {
    what: 'topic policy',
    before: policy.document.text ?? '',
    after: merged.text,
  });
  const next = { ...draft, commands: withCommand(draft.commands, added) };
  return replaced(next, 'topicPolicies', policy, { ...policy, document: merged });
};

/** A topic of its own, and an alarm that notifies it: what cannot be mended stays as it is. */
export const newTopic: Fix = (problem) => {
  const { stack } = problem.draft;
  if (stack?.alarm)
    return stack.topicArn === undefined ? undefined : inStack(problem, { topicArn: undefined });
  const filter = problem.result.parts.metricFilters?.filters[0]?.resource;
  const [namespace, name] = [readable(filter?.metricNamespace), readable(filter?.metricName)];
  if (namespace === undefined || name === undefined) return undefined;
  return inStack(problem, { alarm: true, metric: { namespace, name }, topicArn: undefined });
};
