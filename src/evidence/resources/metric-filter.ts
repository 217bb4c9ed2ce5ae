import type { Declaration } from '../../cloudformation/declaration';
import { isUnreadable } from '../../field/field';
import type { MetricFilter } from '../snapshot';
import { Fields, resourceOf, textOf } from './fields';

/**
 * One for each transformation: CloudFormation takes a list of them, the service only one.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-metricfilter.html
 */
export function readMetricFilters(declaration: Declaration): MetricFilter[] {
  const fields = Fields.of(declaration);
  const read = (transformation: Fields): MetricFilter => ({
    ...resourceOf(declaration),
    logGroupName: fields.text('LogGroupName', ''),
    pattern: fields.text('FilterPattern', ''),
    metricNamespace: transformation.text('MetricNamespace', ''),
    metricName: transformation.text('MetricName', ''),
    metricValue: transformation.text('MetricValue', ''),
    defaultValue: transformation.number('DefaultValue'),
    unit: transformation.text('Unit'),
    dimensions: dimensionsOf(transformation),
    applyOnTransformedLogs: fields.boolean('ApplyOnTransformedLogs', false),
    fieldSelectionCriteria: fields.text('FieldSelectionCriteria'),
    emitSystemFieldDimensions: fields.texts('EmitSystemFieldDimensions'),
  });
  const transformations = fields.objects('MetricTransformations', read);
  return isUnreadable(transformations) ? [read(new Fields(transformations))] : [...(transformations ?? [])];
}

function dimensionsOf(transformation: Fields): MetricFilter['dimensions'] {
  const dimensions = transformation.list('Dimensions');
  if (isUnreadable(dimensions)) return dimensions;
  const names = (dimensions ?? []).map((dimension) => textOf(new Fields(dimension).value('Key'), 'Key'));
  const open = names.find(isUnreadable);
  return open ?? (names as string[]);
}
