import type { Declaration } from '../../cloudformation/declaration';
import { nameOf } from '../../cloudformation/intrinsics';
import type { CompositeAlarm } from '../snapshot';
import { Fields, resourceOf } from './fields';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-compositealarm.html */
export function readCompositeAlarm(declaration: Declaration): CompositeAlarm {
  const fields = Fields.of(declaration);
  return {
    ...resourceOf(declaration),
    name: nameOf(declaration),
    rule: fields.text('AlarmRule', ''),
    actionsEnabled: fields.boolean('ActionsEnabled', true),
    actionsSuppressor: fields.text('ActionsSuppressor'),
    alarmActions: fields.texts('AlarmActions'),
  };
}
