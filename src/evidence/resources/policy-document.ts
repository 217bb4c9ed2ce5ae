import type { Resolved } from '../../cloudformation/intrinsics';
import { type Field, isUnreadable } from '../../field/field';
import type { PolicyDocument, PolicyStatement } from '../resource-model';
import { Fields, textOf } from './fields';
import { jsonOf } from './json-text';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export function readPolicyDocument(given: Resolved): Field<PolicyDocument> {
  const document = jsonOf(given);
  if (isUnreadable(document)) return document;
  const statements = new Fields(document).list('Statement');
  if (isUnreadable(statements)) return statements;
  return {
    statements: (statements ?? []).map((item) =>
      isUnreadable(item) ? item : readStatement(new Fields(item)),
    ),
  };
}

function readStatement(fields: Fields): PolicyStatement {
  const lists = (name: string) => {
    const value = fields.value(name);
    return value === undefined ? undefined : listOf(value, name);
  };
  return {
    effect: fields.text('Effect', ''),
    principals: principalsOf(fields.value('Principal')),
    notPrincipals: principalsOf(fields.value('NotPrincipal')),
    actions: lists('Action'),
    notActions: lists('NotAction'),
    resources: lists('Resource'),
    notResources: lists('NotResource'),
    conditions: conditionsOf(fields.value('Condition')),
  };
}

function principalsOf(value: Resolved): PolicyStatement['principals'] {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null || isUnreadable(value)) {
    return { '*': listOf(value, 'Principal') };
  }
  return membersOf(value, listOf);
}

function conditionsOf(value: Resolved): PolicyStatement['conditions'] {
  if (value === undefined) return {};
  if (isUnreadable(value)) return { [value.placeholder]: { [value.placeholder]: [value] } };
  return membersOf(value, (keys, operator) =>
    isUnreadable(keys)
      ? { [keys.placeholder]: [keys] }
      : membersOf(keys, (values) => listOf(values, operator)),
  );
}

function membersOf<T>(value: Resolved, read: (member: Resolved, name: string) => T): Record<string, T> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Resolved>>).map(([name, member]) => [
      name,
      read(member, name),
    ]),
  );
}

function listOf(value: Resolved, name: string): readonly Field<string>[] {
  return (Array.isArray(value) ? value : [value]).map((item) => textOf(item, name));
}
