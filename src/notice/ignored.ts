import { principalArn } from './principal';

/** Says whether a record is of a principal for whom nobody wants notices. A pattern that is none ignores nobody. */
export function ignoredBy(patterns: string | undefined): (record: unknown) => boolean {
  const expressions = read(patterns).map(
    (pattern) => new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 's'),
  );
  return (record) => {
    const arn = principalArn(record);
    return arn !== undefined && expressions.some((one) => one.test(arn));
  };
}

function read(patterns: string | undefined): string[] {
  if (!patterns) return [];
  const list = JSON.parse(patterns);
  if (!Array.isArray(list) || !list.every((one) => typeof one === 'string' && one !== '')) {
    throw new Error('IGNORE_PRINCIPALS is no JSON list of texts.');
  }
  return list;
}

function escaped(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * The line of the function's log from which CloudWatch makes the metric, without a call and a permission.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function ignoredMetric(namespace: string, count: number, timestamp: number): string {
  const name = 'IgnoredNetworkAclChanges';
  return JSON.stringify({
    _aws: {
      Timestamp: timestamp,
      CloudWatchMetrics: [{ Namespace: namespace, Dimensions: [[]], Metrics: [{ Name: name, Unit: 'Count' }] }],
    },
    [name]: count,
  });
}
