import type { Declaration } from '../../cloudformation/declaration';
import { arnOf, nameOf } from '../../cloudformation/intrinsics';
import type { LogGroup } from '../snapshot';
import { Fields, resourceOf } from './fields';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html */
export function readLogGroup(declaration: Declaration): LogGroup {
  const fields = Fields.of(declaration);
  return {
    ...resourceOf(declaration),
    name: nameOf(declaration),
    arn: arnOf(declaration),
    logGroupClass: fields.text('LogGroupClass', 'STANDARD'),
    encryptionKey: fields.text('KmsKeyId'),
  };
}
