import type { Declaration } from '../declaration';
import { type Field, shown } from '../field';
import { arnOf, nameOf } from '../intrinsics';
import type { Key } from '../snapshot';
import { Fields, resourceOf } from './fields';
import { readPolicyDocument } from './policy-document';

/**
 * A key without a key policy gets one that lets in the account and no service.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html
 */
export function readKeys(keys: readonly Declaration[], aliases: readonly Declaration[]): Key[] {
  const aliasesOf = new Map<string, Field<string>[]>();
  for (const alias of aliases) {
    const target = shown(Fields.of(alias).text('TargetKeyId', ''));
    aliasesOf.set(target, [...(aliasesOf.get(target) ?? []), nameOf(alias)]);
  }
  return keys.map((declaration) => {
    const fields = Fields.of(declaration);
    const [keyId, arn] = [nameOf(declaration), arnOf(declaration)];
    const policy = fields.value('KeyPolicy');
    return {
      ...resourceOf(declaration),
      keyId,
      arn,
      aliases: [shown(keyId), shown(arn)].flatMap((target) => aliasesOf.get(target) ?? []),
      isEnabled: fields.boolean('Enabled', true),
      policy: policy === undefined ? undefined : readPolicyDocument(policy),
    };
  });
}
