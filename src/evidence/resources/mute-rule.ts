import type { Declaration } from '../../cloudformation/declaration';
import type { AlarmMuteRule } from '../snapshot';
import { Fields, resourceOf } from './fields';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarmmuterule.html */
export function readMuteRule(declaration: Declaration): AlarmMuteRule {
  const targets = new Fields(Fields.of(declaration).value('MuteTargets'));
  return { ...resourceOf(declaration), alarmNames: targets.texts('AlarmNames') };
}
