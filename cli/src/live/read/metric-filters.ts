import {
  CloudWatchLogsClient,
  type DescribeMetricFiltersCommandInput,
  type MetricFilter as LiveMetricFilter,
  paginateDescribeMetricFilters,
} from '@aws-sdk/client-cloudwatch-logs';
import type { MetricFilter } from '../../../../src/evidence/resource-model';
import { isUnreadable, type Unreadable } from '../../../../src/field/field';
import { attempt, attemptToFind } from '../attempt';
import type { Evidence } from '../evidence';
import type { Session } from '../session';

/** All filters of a log group. */
export async function readMetricFilters(
  logGroupName: string,
  region: string,
  session: Session,
  evidence: Evidence,
): Promise<readonly MetricFilter[]> {
  const found = await attemptToFind(() => describe({ logGroupName }, region, session));
  if (isUnreadable(found)) {
    evidence.couldNotRead(`the metric filters of ${logGroupName}`, found);
    return [];
  }
  const filters = (found ?? []).flatMap((filter) => transformationsOf(filter, logGroupName, region, session));
  evidence.add('metricFilters', ...filters);
  return filters;
}

/**
 * The filters of other log groups that feed the same metric: what they add may hide a change.
 *
 * @param known - the groups whose filters were read
 */
export async function readFiltersOfMetric(
  { metricNamespace, metricName, region }: MetricFilter,
  known: ReadonlySet<string>,
  session: Session,
  evidence: Evidence,
): Promise<void> {
  const metric = { metricNamespace: String(metricNamespace), metricName: String(metricName) };
  const found = await attempt(() => describe(metric, region, session));
  if (isUnreadable(found)) {
    evidence.add('metricFilters', anyFilterOf(metric, region, session, found));
    return;
  }
  const others = found.filter(({ logGroupName = '' }) => !known.has(logGroupName));
  evidence.add(
    'metricFilters',
    ...others.flatMap((filter) => transformationsOf(filter, filter.logGroupName ?? '', region, session)),
  );
}

async function describe(
  asked: DescribeMetricFiltersCommandInput,
  region: string,
  session: Session,
): Promise<LiveMetricFilter[]> {
  const client = session.client(CloudWatchLogsClient, region);
  const filters: LiveMetricFilter[] = [];
  for await (const page of paginateDescribeMetricFilters({ client }, asked)) {
    filters.push(...(page.metricFilters ?? []));
  }
  return filters;
}

function transformationsOf(
  filter: LiveMetricFilter,
  logGroupName: string,
  region: string,
  { account }: Session,
): MetricFilter[] {
  const { filterName, filterPattern = '', metricTransformations = [] } = filter;
  return metricTransformations.map((transformation) => ({
    origin: { path: `${logGroupName}/${filterName}` },
    region,
    account,
    logGroupName,
    pattern: filterPattern,
    metricNamespace: transformation.metricNamespace ?? '',
    metricName: transformation.metricName ?? '',
    metricValue: transformation.metricValue ?? '',
    defaultValue: transformation.defaultValue,
    // What the service gives where none was set.
    unit: transformation.unit === 'None' ? undefined : transformation.unit,
    dimensions: Object.keys(transformation.dimensions ?? {}),
    applyOnTransformedLogs: filter.applyOnTransformedLogs ?? false,
    fieldSelectionCriteria: filter.fieldSelectionCriteria || undefined,
    emitSystemFieldDimensions: filter.emitSystemFieldDimensions ?? [],
  }));
}

/** What stands for filters that could not be read: one that may add anything. */
function anyFilterOf(
  metric: { readonly metricNamespace: string; readonly metricName: string },
  region: string,
  { account }: Session,
  hidden: Unreadable,
): MetricFilter {
  return {
    origin: { path: `the metric filters that feed ${metric.metricNamespace}/${metric.metricName}` },
    region,
    account,
    ...metric,
    logGroupName: hidden,
    pattern: hidden,
    metricValue: hidden,
    defaultValue: hidden,
    unit: hidden,
    dimensions: hidden,
    applyOnTransformedLogs: hidden,
    fieldSelectionCriteria: hidden,
    emitSystemFieldDimensions: hidden,
  };
}
