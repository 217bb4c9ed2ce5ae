import type { Declaration } from '../../cloudformation/declaration';
import { type Field, isUnreadable } from '../../field/field';
import type { MetricFilter } from '../resource-model';
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
    ...patternOf(fields),
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

/** Without quotes YAML reads `{ ... }` as a map, which the service does not take as a pattern. */
function patternOf(fields: Fields): Pick<MetricFilter, 'pattern' | 'malformedPattern'> {
  const value = fields.value('FilterPattern');
  const pattern = fields.text('FilterPattern', '');
  return isUnreadable(pattern) && !isUnreadable(value)
    ? { pattern, malformedPattern: 'it is not a text: in YAML a pattern that starts with "{" needs quotes' }
    : { pattern };
}

function dimensionsOf(transformation: Fields): MetricFilter['dimensions'] {
  const dimensions = transformation.list('Dimensions');
  if (isUnreadable(dimensions)) return dimensions;
  const names = (dimensions ?? []).map((dimension) => textOf(new Fields(dimension).value('Key'), 'Key'));
  const hidden = names.find(isUnreadable);
  return hidden ?? (names as string[]);
}

export function logGroupNameOf(declaration: Declaration): Field<string> {
  return Fields.ofProperty(declaration, 'LogGroupName').text('LogGroupName', '');
}

export function filterPatternOf(declaration: Declaration): Field<string> {
  return Fields.ofProperty(declaration, 'FilterPattern').text('FilterPattern', '');
}
