import { coverageOf } from '../../../../src/audit/event-coverage';
import { FILTER_PATTERN } from '../../../../src/control/network-acl-changes';
import type { Alarm, MetricFilter } from '../../../../src/evidence/resource-model';
import { readable } from '../../../../src/field/field';
import { fedLogGroup } from '../../live/arn';
import { command, option, withCommand } from '../command';
import { fresh, inStack, isNew, replaced, usableTopic } from '../parts';
import type { Draft, Fix, Problem } from '../plan';
import { METRIC_NAMESPACE } from '../stack-parts';

/** The exact text, where the filter counts changes of network ACLs and nothing else. */
export const pattern: Fix = (problem) =>
  onOnlyFilter(problem, (filter) => {
    const judged = coverageOf([readable(filter.pattern) ?? '']);
    const isOfChangesAlone = judged.verdict === 'PARTIAL' && judged.others === undefined;
    if (judged.verdict !== 'INVALID' && !isOfChangesAlone) return undefined;
    return { ...filter, pattern: FILTER_PATTERN };
  });

export const value: Fix = (problem) =>
  onOnlyFilter(problem, (filter) => ({ ...filter, metricValue: '1', defaultValue: 0 }));

/** A filter and an alarm of its own on a new metric: what counts something else too stays as it is. */
export const newFilter: Fix = (problem) => {
  const { data, stack } = problem.draft;
  const { trail, logGroup } = problem.result.parts;
  const name = stack?.logGroup ? stack.logGroupName : (readable(logGroup?.name) ?? fedLogGroup(trail));
  const isThere = stack?.logGroup || data.logGroups?.some((each) => each.name === name);
  if (stack?.filter || name === undefined || !isThere) return undefined;
  const taken = new Set<unknown>((data.metricFilters ?? []).map(({ metricName }) => metricName));
  return inStack(problem, {
    filter: true,
    alarm: true,
    logGroupName: name,
    metric: { namespace: METRIC_NAMESPACE, name: fresh('NetworkAclChanges', taken) },
    topicArn: stack?.alarm ? stack.topicArn : usableTopic(problem),
  });
};

/** A filter without what cannot be put back from what is known, and alone in counting. */
function onOnlyFilter(
  { draft, result }: Problem,
  change: (filter: MetricFilter) => MetricFilter | undefined,
): Draft | undefined {
  const { filters = [] } = result.parts.metricFilters ?? {};
  if (filters.length !== 1) return undefined;
  const [{ resource: filter }] = filters;
  const [group, path] = [readable(filter.logGroupName), filter.origin.path ?? ''];
  // What else watches the metric may need it as it is.
  if ((draft.data.alarms ?? []).filter((alarm) => watches(alarm, filter)).length > 1) return undefined;
  if (isNew(filter) || group === undefined || !path.startsWith(`${group}/`) || !isPlain(filter))
    return undefined;
  const changed = change(filter);
  if (!changed) return undefined;
  const transformation = {
    metricName: changed.metricName,
    metricNamespace: changed.metricNamespace,
    metricValue: changed.metricValue,
    ...(changed.defaultValue !== undefined && { defaultValue: changed.defaultValue }),
    ...(changed.unit !== undefined && { unit: changed.unit }),
  };
  const args = [
    ...['logs', 'put-metric-filter', ...option('log-group-name', group)],
    ...option('filter-name', path.slice(group.length + 1)),
    ...option('filter-pattern', String(changed.pattern)),
    ...option('metric-transformations', JSON.stringify([transformation])),
    ...['--region', filter.region],
  ];
  const change1 = (['pattern', 'metricValue', 'defaultValue'] as const)
    .filter((key) => filter[key] !== changed[key])
    .map((key) => ({ what: WORDS[key], before: String(filter[key] ?? 'none'), after: String(changed[key]) }));
  const added = { ...command(path, args, change1[0]), changes: change1 };
  return replaced(
    { ...draft, commands: withCommand(draft.commands, added) },
    'metricFilters',
    filter,
    changed,
  );
}

function watches({ metric }: Alarm, { metricNamespace, metricName }: MetricFilter): boolean {
  const { namespace, name } = readable(metric) ?? {};
  return (
    metric !== undefined && (name === undefined || (name === metricName && namespace === metricNamespace))
  );
}

const WORDS = {
  pattern: 'pattern',
  metricValue: 'value of a change',
  defaultValue: 'default value',
} as const;

/** The values of dimensions are not known, and what it leaves out may be meant. */
function isPlain(filter: MetricFilter): boolean {
  const { dimensions, emitSystemFieldDimensions, fieldSelectionCriteria, applyOnTransformedLogs } = filter;
  return (
    [dimensions, emitSystemFieldDimensions].every((list) => Array.isArray(list) && list.length === 0) &&
    fieldSelectionCriteria === undefined &&
    applyOnTransformedLogs === false
  );
}
