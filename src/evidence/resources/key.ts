import type { Declaration } from '../../cloudformation/declaration';
import { arnOf, nameOf } from '../../cloudformation/intrinsics';
import { type Field, shown } from '../../field/field';
import type { Key } from '../snapshot';
import { Fields, resourceOf } from './fields';
import { readPolicyDocument } from './policy-document';

/**
 * The keys that are called by one of `names`: key ids, ARNs or aliases. A key without a key policy gets one that lets in
 * the account and no service.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html
 */
export function readKeys(
  keys: readonly Declaration[],
  aliases: readonly Declaration[],
  names: ReadonlySet<string>,
): Key[] {
  const aliasesOf = new Map<string, Field<string>[]>();
  for (const alias of aliases) {
    const target = shown(Fields.of(alias).text('TargetKeyId', ''));
    aliasesOf.set(target, [...(aliasesOf.get(target) ?? []), nameOf(alias)]);
  }
  return keys.flatMap((declaration) => {
    const [keyId, arn] = [nameOf(declaration), arnOf(declaration)];
    const its = [shown(keyId), shown(arn)].flatMap((target) => aliasesOf.get(target) ?? []);
    const isCalled = [keyId, arn].some((name) => names.has(shown(name)));
    return isCalled || its.length > 0 ? [readKey(declaration, keyId, arn, its)] : [];
  });
}

function readKey(
  declaration: Declaration,
  keyId: Field<string>,
  arn: Field<string>,
  aliases: readonly Field<string>[],
): Key {
  const fields = Fields.of(declaration);
  const policy = fields.value('KeyPolicy');
  return {
    ...resourceOf(declaration),
    keyId,
    arn,
    aliases,
    isEnabled: fields.boolean('Enabled', true),
    policy: policy === undefined ? undefined : readPolicyDocument(policy),
  };
}
