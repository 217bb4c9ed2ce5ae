import type { Declaration } from '../../cloudformation/declaration';
import { arnOf, nameOf } from '../../cloudformation/intrinsics';
import { type Field, isUnreadable } from '../../field/field';
import type { Alarm, AlarmMetric, Resource } from '../resource-model';
import { Fields, resourceOf, textOf } from './fields';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html */
export function readAlarm(declaration: Declaration): Alarm {
  const settings = alarmSettings(Fields.of(declaration));
  return {
    ...resourceOf(declaration),
    name: nameOf(declaration),
    arn: arnOf(declaration),
    ...settings,
  };
}

/** What a template and `aws cloudwatch describe-alarms` call alike. */
export function alarmSettings(fields: Fields): Omit<Alarm, keyof Resource | 'name' | 'arn'> {
  const evaluationPeriods = required(fields.number('EvaluationPeriods'), 'EvaluationPeriods');
  return {
    metric: readMetric(fields),
    ...expressionOf(fields),
    comparisonOperator: fields.text('ComparisonOperator', ''),
    threshold: fields.number('Threshold'),
    evaluationPeriods,
    datapointsToAlarm: fields.number('DatapointsToAlarm') ?? evaluationPeriods,
    treatMissingData: fields.text('TreatMissingData', 'missing'),
    actionsEnabled: fields.boolean('ActionsEnabled', true),
    alarmActions: fields.texts('AlarmActions'),
  };
}

function required<T>(field: Field<T | undefined>, name: string): Field<T> {
  return field === undefined
    ? { unreadable: `${name} is not set`, placeholder: `\${no ${name}}` }
    : (field as Field<T>);
}

/** A metric of its own, or a list of queries of which one metric is returned as it is, or a query in PromQL. */
function readMetric(fields: Fields): Field<AlarmMetric> {
  const criteria = fields.value('EvaluationCriteria');
  if (criteria !== undefined) {
    return {
      unreadable: 'the alarm watches a query over metrics',
      placeholder: `\${query ${JSON.stringify(criteria)}}`,
    };
  }
  const queries = fields.list('Metrics');
  if (queries === undefined) return metricOf(fields, fields);
  if (isUnreadable(queries)) return queries;
  const [query, ...others] = queries.map((item) => new Fields(item));
  const stat = query && others.length === 0 ? query.value('MetricStat') : undefined;
  if (stat === undefined) {
    return {
      unreadable: 'the alarm watches an expression over metrics',
      placeholder: `\${expression ${JSON.stringify(queries)}}`,
    };
  }
  const metricStat = new Fields(stat);
  const metric = metricOf(new Fields(metricStat.value('Metric')), metricStat, 'Stat');
  return { ...metric, account: query.text('AccountId') };
}

/** What could not be read of the queries may name any metric. */
function expressionOf(fields: Fields): Pick<Alarm, 'expression'> {
  const queries = fields.value('EvaluationCriteria') ?? fields.list('Metrics');
  const text = JSON.stringify(queries);
  const isKnown =
    queries !== undefined && isUnreadable(readMetric(fields)) && !text.includes('"unreadable":');
  return isKnown ? { expression: text } : {};
}

function metricOf(metric: Fields, stat: Fields, statistic = 'Statistic'): AlarmMetric {
  const dimensions = metric.list('Dimensions');
  return {
    namespace: metric.text('Namespace', ''),
    name: metric.text('MetricName', ''),
    dimensions: isUnreadable(dimensions)
      ? dimensions
      : (dimensions ?? []).map((dimension) => textOf(new Fields(dimension).value('Name'), 'Name')),
    statistic: stat.text(statistic) ?? stat.text('ExtendedStatistic', ''),
    unit: stat.text('Unit'),
    account: undefined,
  };
}

/** An alarm that computes its metric from others has none of its own. */
export function metricNameOf(declaration: Declaration): Field<string> {
  return (
    Fields.ofProperty(declaration, 'MetricName').text('MetricName') ?? {
      unreadable: 'the alarm watches an expression over metrics',
      placeholder: `\${metrics of ${declaration.id ?? declaration.logicalId}}`,
    }
  );
}
