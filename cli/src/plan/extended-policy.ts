import type { PolicyDocument } from '../../../src/evidence/resource-model';
import { readPolicyDocument } from '../../../src/evidence/resources/policy-document';
import { type Field, isUnreadable } from '../../../src/field/field';
import { document, type Statement } from './statements';

/** A policy with statements behind all that it has; undefined where its text is not known. */
export function extended(
  { text }: PolicyDocument,
  added: readonly Statement[],
): (PolicyDocument & { readonly text: string }) | undefined {
  if (text === undefined) return undefined;
  const whole = JSON.parse(text);
  const merged = JSON.stringify({ ...whole, Statement: [...[whole.Statement ?? []].flat(), ...added] });
  const document = readPolicyDocument(merged);
  return isUnreadable(document) ? undefined : { ...document, text: merged };
}

/** A policy of these statements alone, as the audit reads it. */
export function policyOf(...statements: readonly Statement[]): Field<PolicyDocument> {
  return readPolicyDocument(JSON.stringify(document(...statements)));
}
