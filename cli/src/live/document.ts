import type { PolicyDocument } from '../../../src/evidence/resource-model';
import { readPolicyDocument } from '../../../src/evidence/resources/policy-document';
import { type Field, isUnreadable } from '../../../src/field/field';

/** A policy with the text in which it was given: who extends it keeps that. */
export function documentFrom(text: string | undefined): Field<PolicyDocument> {
  const document = readPolicyDocument(text);
  return isUnreadable(document) || text === undefined ? document : { ...document, text };
}
