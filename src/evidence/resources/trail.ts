import type { Declaration } from '../../cloudformation/declaration';
import { arnOf, nameOf } from '../../cloudformation/intrinsics';
import type { AdvancedEventSelector, EventSelector, FieldSelector, Trail } from '../resource-model';
import { Fields, resourceOf } from './fields';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html */
export function readTrail(declaration: Declaration): Trail {
  const fields = Fields.of(declaration);
  return {
    ...resourceOf(declaration),
    name: nameOf(declaration),
    arn: arnOf(declaration),
    isOrganizationTrail: fields.boolean('IsOrganizationTrail', false),
    isMultiRegionTrail: fields.boolean('IsMultiRegionTrail', false),
    isLogging: fields.boolean('IsLogging', false),
    ...eventSelectorsOf(fields),
    logGroupArn: fields.text('CloudWatchLogsLogGroupArn'),
    deliveryRoleArn: fields.text('CloudWatchLogsRoleArn'),
    encryptionKey: fields.text('KMSKeyId'),
  };
}

/** What a template and `aws cloudtrail get-event-selectors` call alike. */
export function eventSelectorsOf(fields: Fields): Pick<Trail, 'eventSelectors' | 'advancedEventSelectors'> {
  return {
    eventSelectors: emptyAsUndefined(fields.objects('EventSelectors', readEventSelector)),
    advancedEventSelectors: emptyAsUndefined(
      fields.objects('AdvancedEventSelectors', readAdvancedEventSelector),
    ),
  };
}

/** An empty list is as good as none: the trail keeps its default, all management events. */
function emptyAsUndefined<T>(list: T): T | undefined {
  return Array.isArray(list) && list.length === 0 ? undefined : list;
}

function readEventSelector(fields: Fields): EventSelector {
  return {
    includeManagementEvents: fields.boolean('IncludeManagementEvents', true),
    readWriteType: fields.text('ReadWriteType', 'All'),
    excludeManagementEventSources: fields.texts('ExcludeManagementEventSources'),
  };
}

function readAdvancedEventSelector(fields: Fields): AdvancedEventSelector {
  return { fieldSelectors: fields.objects('FieldSelectors', readFieldSelector) ?? [] };
}

const OPERATORS = {
  Equals: 'equals',
  NotEquals: 'notEquals',
  StartsWith: 'startsWith',
  NotStartsWith: 'notStartsWith',
  EndsWith: 'endsWith',
  NotEndsWith: 'notEndsWith',
};

function readFieldSelector(fields: Fields): FieldSelector {
  const operators = Object.entries(OPERATORS).flatMap(([property, operator]) =>
    fields.value(property) === undefined ? [] : [[operator, fields.texts(property)] as const],
  );
  return { field: fields.text('Field', ''), operators: Object.fromEntries(operators) };
}
