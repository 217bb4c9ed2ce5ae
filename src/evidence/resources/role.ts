import type { Declaration } from '../../cloudformation/declaration';
import { arnOf, nameOf } from '../../cloudformation/intrinsics';
import { compare, decidedBy, type Field, isUnreadable, shown, type Unreadable } from '../../field/field';
import type { PolicyDocument, Role } from '../resource-model';
import { Fields, resourceOf } from './fields';
import { readPolicyDocument } from './policy-document';

/** A role with the policies that are inside it, and those that other resources of `policies` attach to it. */
export function readRole(declaration: Declaration, policies: readonly Declaration[]): Role {
  const fields = Fields.of(declaration);
  const name = nameOf(declaration);
  const named = fields.texts('ManagedPolicyArns');
  const arns = isUnreadable(named) ? [named] : named;
  const managed = new Map(
    policies
      .filter(({ type }) => type === 'AWS::IAM::ManagedPolicy')
      .map((policy) => [shown(arnOf(policy)), policy]),
  );
  const trust = fields.value('AssumeRolePolicyDocument');
  return {
    ...resourceOf(declaration),
    arn: arnOf(declaration),
    trustPolicy: trust === undefined ? undefined : readPolicyDocument(trust),
    policies: [
      ...inlinePolicies(fields),
      ...policies.flatMap((policy) => attachedTo(name, policy)),
      ...arns.flatMap((arn) => {
        const policy = managed.get(shown(arn));
        return policy ? [documentOf(policy)] : [];
      }),
    ],
    otherPolicies: arns.filter((arn) => !managed.has(shown(arn))),
    permissionsBoundary: fields.text('PermissionsBoundary'),
  };
}

function inlinePolicies(fields: Fields): Field<PolicyDocument>[] {
  const policies = fields.list('Policies');
  if (isUnreadable(policies)) return [policies];
  return (policies ?? []).map((policy) => readPolicyDocument(new Fields(policy).value('PolicyDocument')));
}

/** `AWS::IAM::Policy` and `ManagedPolicy` name their roles in a list, `RolePolicy` names one. */
function attachedTo(name: Field<string>, policy: Declaration): Field<PolicyDocument>[] {
  const property = policy.type === 'AWS::IAM::RolePolicy' ? 'RoleName' : 'Roles';
  const roles = Fields.ofProperty(policy, property).texts(property);
  const items = isUnreadable(roles) ? [roles] : roles;
  if (items.some((item) => shown(item) === shown(name))) return [documentOf(policy)];
  const results = items.map((item) => compare(item, name));
  const doubt = results.find(isUnreadable);
  return doubt ? [undecided(documentOf(policy), doubt)] : [];
}

function documentOf(policy: Declaration): Field<PolicyDocument> {
  const document = readPolicyDocument(Fields.of(policy).value('PolicyDocument'));
  if (policy.condition === undefined) return document;
  return undecided(document, decidedBy(policy.condition));
}

/** A policy of which it is open whether the role has it. */
function undecided(document: Field<PolicyDocument>, open: Unreadable): Field<PolicyDocument> {
  if (isUnreadable(document)) return document;
  const conditions = { [open.placeholder]: { [open.placeholder]: [open] } };
  return {
    statements: document.statements.map((statement) =>
      isUnreadable(statement)
        ? statement
        : { ...statement, conditions: { ...statement.conditions, ...conditions } },
    ),
  };
}
