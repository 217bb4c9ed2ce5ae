import { alarmSettings } from '../../../../src/evidence/resources/alarm';
import { Fields } from '../../../../src/evidence/resources/fields';
import { readable } from '../../../../src/field/field';
import { type Change, command, withCommand } from '../command';
import { inStack, isNew, replaced, usableTopic } from '../parts';
import type { Fix, Problem } from '../plan';

type Settings = Readonly<Record<string, unknown>>;

/** What PutMetricAlarm takes: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
const SETTINGS = [
  'AlarmName',
  'AlarmDescription',
  'ActionsEnabled',
  'OKActions',
  'AlarmActions',
  'InsufficientDataActions',
  'MetricName',
  'Namespace',
  'Statistic',
  'ExtendedStatistic',
  'Dimensions',
  'Period',
  'Unit',
  'EvaluationPeriods',
  'DatapointsToAlarm',
  'Threshold',
  'ComparisonOperator',
  'TreatMissingData',
  'EvaluateLowSampleCountPercentile',
  'EvaluationWindow',
  'WarmUpConfiguration',
];

const SUM = { Statistic: 'Sum', ExtendedStatistic: undefined, EvaluateLowSampleCountPercentile: undefined };
const FIRST_CHANGE = { Threshold: 1, ComparisonOperator: 'GreaterThanOrEqualToThreshold' };

export const dimensions = put(() => ({ Dimensions: undefined }));
export const unit = put(() => ({ Unit: undefined }));
export const statistic = put(() => SUM);
export const threshold = put(() => FIRST_CHANGE);
export const periods = put(() => ({ EvaluationPeriods: 1, DatapointsToAlarm: undefined }));
export const missingData = put(() => ({ TreatMissingData: 'notBreaching' }));

/** The topic that was given, beside the actions that the alarm has: five at most. */
export const putTopic = put(({ AlarmActions = [] }, { options: { topicArn } }) => {
  const actions = AlarmActions as readonly string[];
  if (topicArn === undefined || actions.length >= 5 || actions.includes(topicArn)) return undefined;
  return { AlarmActions: [...actions, topicArn] };
});

/** An alarm of its own on the metric that is there: the one that stands stays as it is. */
export const newAlarm: Fix = (problem) => {
  const { stack } = problem.draft;
  const filter = problem.result.parts.metricFilters?.filters[0]?.resource;
  const [namespace, name] = [readable(filter?.metricNamespace), readable(filter?.metricName)];
  if (stack?.alarm || !filter || namespace === undefined || name === undefined) return undefined;
  return inStack(problem, { alarm: true, metric: { namespace, name }, topicArn: usableTopic(problem) });
};

/** A put replaces the alarm: all that it has is named again. */
function put(change: (settings: Settings, problem: Problem) => Settings | undefined): Fix {
  return (problem) => {
    const { draft, result } = problem;
    const alarm = result.parts.alarm?.alarm ?? result.parts.notification?.alarm;
    const arn = readable(alarm?.arn);
    if (!alarm?.given || isNew(alarm) || arn === undefined || !isPlain(alarm.given)) return undefined;
    const before = settingsOf(alarm.given);
    const changed = change(before, problem);
    if (!changed) return undefined;
    const after = settingsOf({ ...before, ...changed });
    const args = ['put-metric-alarm', '--cli-input-json', JSON.stringify(after)];
    const changes = SETTINGS.flatMap((what): Change[] =>
      text(before[what]) === text(after[what])
        ? []
        : [{ what, before: text(before[what]), after: text(after[what]) }],
    );
    if (changes.length === 0) return undefined;
    const added = { ...command(arn, ['cloudwatch', ...args, '--region', alarm.region], changes[0]), changes };
    return replaced({ ...draft, commands: withCommand(draft.commands, added) }, 'alarms', alarm, {
      ...alarm,
      ...alarmSettings(new Fields(after as never)),
      given: after,
    });
  };
}

/** Whether its settings are those of one metric, which this plan knows to put again. */
function isPlain({ Metrics, EvaluationCriteria }: Settings): boolean {
  return !(Array.isArray(Metrics) && Metrics.length > 0) && EvaluationCriteria === undefined;
}

/** Empty lists and what is not set are left out. */
function settingsOf(given: Settings): Settings {
  const entries = SETTINGS.map((name) => [name, given[name]] as const);
  return Object.fromEntries(
    entries.filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function text(value: unknown): string {
  if (value === undefined) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
