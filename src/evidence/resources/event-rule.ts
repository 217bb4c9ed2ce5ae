import type { Declaration } from '../../cloudformation/declaration';
import { type Field, isUnreadable } from '../../field/field';
import type { EventRule } from '../snapshot';
import { Fields, resourceOf, textOf } from './fields';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html */
export function readEventRule(declaration: Declaration): EventRule {
  const fields = Fields.of(declaration);
  const state = fields.text('State', 'ENABLED');
  const targets = fields.list('Targets');
  return {
    ...resourceOf(declaration),
    pattern: fields.value('EventPattern'),
    isEnabled: isUnreadable(state) ? state : state.startsWith('ENABLED'),
    targetArns: isUnreadable(targets)
      ? targets
      : (targets ?? []).map((target): Field<string> => textOf(new Fields(target).value('Arn'), 'Arn')),
    eventBusName: fields.text('EventBusName'),
  };
}
