import type { Declaration } from '../../cloudformation/declaration';
import { arnOf, nameOf } from '../../cloudformation/intrinsics';
import type { Key, KeyAlias } from '../resource-model';
import { Fields, resourceOf } from './fields';
import { readPolicyDocument } from './policy-document';

/**
 * A key without a key policy gets one that lets in the account and no service.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html
 */
export function readKey(declaration: Declaration): Key {
  const fields = Fields.of(declaration);
  const policy = fields.value('KeyPolicy');
  return {
    ...resourceOf(declaration),
    keyId: nameOf(declaration),
    arn: arnOf(declaration),
    isEnabled: fields.boolean('Enabled', true),
    policy: policy === undefined ? undefined : readPolicyDocument(policy),
  };
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-alias.html */
export function readKeyAlias(declaration: Declaration): KeyAlias {
  return {
    ...resourceOf(declaration),
    name: nameOf(declaration),
    targetKey: Fields.of(declaration).text('TargetKeyId', ''),
  };
}
