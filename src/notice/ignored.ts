import { principalArn } from './principal';

/** Says whether a record is of a principal for whom nobody wants notices. */
export function ignoredBy(patterns = '[]'): (record: unknown) => boolean {
  const expressions = (JSON.parse(patterns) as string[]).map(
    // No colon: in a path, which its maker chooses, it would forge the rest of another ARN.
    (pattern) => new RegExp(`^${pattern.replace(/[^\w*]/g, '\\$&').replace(/\*/g, '[^:]*')}$`),
  );
  return (record) => expressions.some((one) => one.test(principalArn(record) ?? ''));
}

/**
 * The line of the function's log from which CloudWatch makes the metric, without a call and a permission.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function ignoredMetric(namespace: string, count: number): string {
  const Name = 'IgnoredNetworkAclChanges';
  const metrics = { Namespace: namespace, Dimensions: [[]], Metrics: [{ Name, Unit: 'Count' }] };
  return JSON.stringify({ _aws: { Timestamp: Date.now(), CloudWatchMetrics: [metrics] }, [Name]: count });
}
