import type { AccountData } from '../../../src/evidence/account-data';
import { parseArn } from '../../../src/field/arn';
import { readable } from '../../../src/field/field';
import { partitionOfRegion } from '../../../src/field/partition';
import { fedLogGroup } from '../live/arn';
import type { Draft, Problem } from './plan';
import { METRIC_NAMESPACE, ORIGIN, type StackParts } from './stack-parts';

/** The stack of a draft with what is added, so far the smallest. */
export function inStack({ draft, options, result }: Problem, added: Partial<StackParts>): Draft {
  const { trail, logGroup } = result.parts;
  const region = trail?.region ?? logGroup?.region ?? options.region;
  const { stack, data } = draft;
  const smallest: StackParts = {
    account: data.id,
    region,
    partition: parseArn(readable(trail?.arn ?? '') ?? '')?.partition ?? partitionOfRegion(region).name,
    trail: false,
    logGroup: false,
    role: false,
    filter: false,
    alarm: false,
    logGroupName: fedLogGroup(trail) ?? '',
    metric: { namespace: METRIC_NAMESPACE, name: freshMetric(data) },
    emails: options.emails,
  };
  return { ...draft, stack: { ...smallest, ...stack, ...added } };
}

/** A metric that nothing else feeds or watches. */
function freshMetric({ metricFilters = [], alarms = [] }: AccountData): string {
  const taken = new Set<unknown>([
    ...metricFilters.map(({ metricName }) => metricName),
    ...alarms.map(({ metric }) => readable(metric)?.name),
  ]);
  return fresh('NetworkAclChanges', taken);
}

/** The name, or with the first number behind it that is not taken. */
export function fresh(name: string, taken: ReadonlySet<unknown>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name}-${number}`)) return `${name}-${number}`;
}

/** Whether the stack makes it, and no command has to change it. */
export function isNew({ origin }: { readonly origin: object }): boolean {
  return origin === ORIGIN;
}

/** The topic that a new alarm can notify: the one that is given, or the one of the chain that is there. */
export function usableTopic({ options, result, draft }: Problem): string | undefined {
  if (options.topicArn !== undefined) return options.topicArn;
  const topic = result.parts.topic?.topic;
  const arn = readable(topic?.arn);
  if (!topic || isNew(topic) || arn === undefined) return undefined;
  const isThere = draft.data.topicPolicies?.some(
    ({ topicArns }) => Array.isArray(topicArns) && topicArns.includes(arn),
  );
  return isThere ? arn : undefined;
}

/** The data with another one in the place of a resource. */
export function replaced<
  K extends
    | 'trails'
    | 'logGroups'
    | 'alarms'
    | 'metricFilters'
    | 'keys'
    | 'roles'
    | 'topics'
    | 'topicPolicies',
>(
  draft: Draft,
  kind: K,
  old: NonNullable<AccountData[K]>[number],
  changed: NonNullable<AccountData[K]>[number],
): Draft {
  const all = (draft.data[kind] ?? []) as readonly unknown[];
  return { ...draft, data: { ...draft.data, [kind]: all.map((each) => (each === old ? changed : each)) } };
}
