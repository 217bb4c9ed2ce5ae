import { CfnCondition, CfnParameter, Fn } from 'aws-cdk-lib';
import { CfnLogGroup, CfnMetricFilter } from 'aws-cdk-lib/aws-logs';
import { type Case, changed, type Expected } from './case';
import { PATTERN, type SoundAccount, TRANSFORMATION } from './sound-account';

// What several filters write to one metric.

interface Beside {
  readonly pattern?: string;
  readonly transformation?: Partial<typeof TRANSFORMATION & CfnMetricFilter.MetricTransformationProperty>;
  readonly logGroupName?: string;
}

const ROOT = '{ $.userIdentity.type = Root }';
const FIRST_HALF =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) }';
const SECOND_HALF =
  '{ ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';
const QUOTED = PATTERN.replace(/= (\w+)/g, '= "$1"');

/** Another filter, which feeds the metric of the sound one but for what is said. */
function beside({ stack, logGroup }: SoundAccount, id: string, given: Beside): CfnMetricFilter {
  return new CfnMetricFilter(stack, id, {
    logGroupName: given.logGroupName ?? logGroup.ref,
    filterPattern: given.pattern ?? PATTERN,
    metricTransformations: [{ ...TRANSFORMATION, defaultValue: undefined, ...given.transformation }],
  });
}

const second = (id: string, what: string, expected: Expected, given: Beside): Case =>
  changed(id, what, expected, (account) => {
    beside(account, 'Second', given);
  });

const THRESHOLD = 'FAIL at 6 alarm-threshold';
const STATISTIC = 'FAIL at 6 alarm-statistic';
const DIMENSION = { dimensions: [{ key: 'user', value: '$.userIdentity.arn' }] };

export const METRIC_FAULTS: readonly Case[] = [
  changed(
    'metric-zero-and-dimension',
    'a filter that adds 0 beside one with a dimension: each excused by the other',
    'FAIL at 6 alarm-dimensions',
    (account) => {
      account.transform({ metricValue: '0', defaultValue: undefined });
      beside(account, 'ByUser', { transformation: DIMENSION });
    },
  ),
  changed(
    'metric-three-ways',
    'half of the changes counted, the others once as 0 and once with a dimension',
    'FAIL at 6 alarm-dimensions',
    (account) => {
      account.filter.filterPattern = FIRST_HALF;
      beside(account, 'Zero', { pattern: SECOND_HALF, transformation: { metricValue: '0' } });
      beside(account, 'ByUser', { pattern: SECOND_HALF, transformation: DIMENSION });
    },
  ),
  second(
    'metric-other-default',
    "another control's filter on the metric, with the default value 1",
    THRESHOLD,
    {
      pattern: ROOT,
      transformation: { defaultValue: 1 },
    },
  ),
  second('metric-quoted-default', 'the same pattern in quotes, with the default value 1', THRESHOLD, {
    pattern: QUOTED,
    transformation: { defaultValue: 1 },
  }),
  changed(
    'metric-group-default',
    'a filter of another log group on the metric, with the default value 1',
    THRESHOLD,
    (account) => {
      const other = new CfnLogGroup(account.stack, 'Requests', { logGroupName: '/app/requests' });
      beside(account, 'Second', {
        pattern: 'ERROR',
        logGroupName: other.ref,
        transformation: { defaultValue: 1 },
      });
    },
  ),
  second('metric-minus-one', 'the same changes once more, as -1: one change sums up to 0', THRESHOLD, {
    pattern: QUOTED,
    transformation: { metricValue: '-1' },
  }),
  second('metric-other-minus-one', "another control's filter on the metric, which takes 1 away", STATISTIC, {
    pattern: ROOT,
    transformation: { metricValue: '-1.0' },
  }),
  changed(
    'metric-average-other',
    "Average over what another control's filter adds, 0.1",
    STATISTIC,
    (account) => {
      account.transform({ defaultValue: undefined });
      account.alarm.statistic = 'Average';
      beside(account, 'Second', { pattern: ROOT, transformation: { metricValue: '0.1' } });
    },
  ),
  changed('metric-everything', 'pattern that fires on every event', THRESHOLD, ({ filter }) => {
    filter.filterPattern = '';
  }),
  changed('metric-every-name', 'pattern that fires on every event name', THRESHOLD, ({ filter }) => {
    filter.filterPattern = '{ $.eventName = * }';
  }),
  changed('metric-all-but-one', 'pattern that fires on all events but a few', THRESHOLD, ({ filter }) => {
    filter.filterPattern = '{ $.eventName != ConsoleLogin }';
  }),
  second('metric-other-everything', 'another filter on the metric, which fires on every event', THRESHOLD, {
    pattern: '',
  }),
  changed(
    'metric-root',
    "pattern of another control, the root user's calls",
    'FAIL at 5 metric-filter-pattern',
    ({ filter }) => {
      filter.filterPattern = ROOT;
    },
  ),
];

export const METRIC_UNKNOWNS: readonly Case[] = [
  changed(
    'unknown-metric-minus-one',
    "another control's filter that takes 1 away, on a metric from a parameter",
    'UNKNOWN at 6 alarm-statistic',
    (account) => {
      const metricName = new CfnParameter(account.stack, 'Choice').valueAsString;
      beside(account, 'Second', { pattern: ROOT, transformation: { metricName, metricValue: '-1' } });
    },
  ),
  changed(
    'unknown-metric-default-condition',
    "another control's filter with the default value 1, under a condition",
    'UNKNOWN at 6 alarm-threshold',
    (account) => {
      const expression = Fn.conditionEquals(
        new CfnParameter(account.stack, 'Stage').valueAsString,
        'production',
      );
      beside(account, 'Second', { pattern: ROOT, transformation: { defaultValue: 1 } }).cfnOptions.condition =
        new CfnCondition(account.stack, 'IsProduction', { expression });
    },
  ),
  changed(
    'unknown-metric-pattern',
    'another filter on the metric, whose pattern comes from a parameter: it may fire on every event',
    'UNKNOWN at 6 alarm-threshold',
    (account) => {
      beside(account, 'Second', { pattern: new CfnParameter(account.stack, 'Choice').valueAsString });
    },
  ),
];

export const SOUND_METRICS: readonly Case[] = [
  changed('sound-metric-sum', 'two filters that add 2 and 0.5 for each change', 'PASS', (account) => {
    account.transform({ metricValue: '2' });
    beside(account, 'Second', { transformation: { metricValue: '0.5' } });
  }),
  second(
    'sound-metric-other',
    "another control's filter on a metric of its own, with the default value 1",
    'PASS',
    {
      pattern: ROOT,
      transformation: { metricName: 'RootCalls', defaultValue: 1, metricValue: '-1' },
    },
  ),
  second('sound-metric-shared', "another control's filter on the metric, which adds 1", 'PASS', {
    pattern: ROOT,
  }),
  second(
    'sound-metric-with-dimension',
    "another control's filter with a dimension, which feeds another metric",
    'PASS',
    {
      pattern: ROOT,
      transformation: { ...DIMENSION, metricValue: '-1' },
    },
  ),
  changed('sound-metric-maximum', 'Maximum, beside a filter that takes 1 away', 'PASS', (account) => {
    account.alarm.statistic = 'Maximum';
    beside(account, 'Second', { pattern: ROOT, transformation: { metricValue: '-1' } });
  }),
  changed('sound-metric-spelling', 'the value of a change spelled 1.0', 'PASS', (account) =>
    account.transform({ metricValue: '1.0' }),
  ),
];
