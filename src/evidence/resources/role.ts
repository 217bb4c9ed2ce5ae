import type { Declaration } from '../../cloudformation/declaration';
import { arnOf, nameOf } from '../../cloudformation/intrinsics';
import { decidedBy, type Field, isUnreadable, shown, type Unreadable } from '../../field/field';
import type { PolicyDocument, Role } from '../snapshot';
import { Fields, resourceOf } from './fields';
import { readPolicyDocument } from './policy-document';

/** Roles with the policies that are inside them, and those that other resources attach to them. */
export function readRoles(roles: readonly Declaration[], policies: readonly Declaration[]): Role[] {
  const attached = attachedByRoleName(policies, new Set(roles.map((role) => shown(nameOf(role)))));
  const managed = new Map(
    policies
      .filter(({ type }) => type === 'AWS::IAM::ManagedPolicy')
      .map((policy) => [shown(arnOf(policy)), documentOf(policy)]),
  );
  return roles.map((declaration) => {
    const fields = Fields.of(declaration);
    const named = fields.texts('ManagedPolicyArns');
    const arns = isUnreadable(named) ? [named] : named;
    const trust = fields.value('AssumeRolePolicyDocument');
    return {
      ...resourceOf(declaration),
      arn: arnOf(declaration),
      trustPolicy: trust === undefined ? undefined : readPolicyDocument(trust),
      policies: [
        ...inlinePolicies(fields),
        ...(attached.get(shown(nameOf(declaration))) ?? []),
        ...arns.flatMap((arn) => managed.get(shown(arn)) ?? []),
      ],
      otherPolicies: arns.filter((arn) => !managed.has(shown(arn))),
      permissionsBoundary: fields.text('PermissionsBoundary'),
    };
  });
}

function inlinePolicies(fields: Fields): Field<PolicyDocument>[] {
  const policies = fields.list('Policies');
  if (isUnreadable(policies)) return [policies];
  return (policies ?? []).map((policy) => readPolicyDocument(new Fields(policy).value('PolicyDocument')));
}

/** `AWS::IAM::Policy` and `ManagedPolicy` name their roles in a list, `RolePolicy` names one. */
function attachedByRoleName(
  policies: readonly Declaration[],
  roleNames: ReadonlySet<string>,
): Map<string, Field<PolicyDocument>[]> {
  const attached = new Map<string, Field<PolicyDocument>[]>();
  for (const policy of policies) {
    const property = policy.type === 'AWS::IAM::RolePolicy' ? 'RoleName' : 'Roles';
    const roles = Fields.ofProperty(policy, property).texts(property);
    const items = isUnreadable(roles) ? [roles] : roles;
    const open = items.find(isUnreadable);
    for (const role of roleNames) {
      const document = items.some((item) => shown(item) === role)
        ? documentOf(policy)
        : open && undecided(documentOf(policy), open);
      if (document) attached.set(role, [...(attached.get(role) ?? []), document]);
    }
  }
  return attached;
}

function documentOf(policy: Declaration): Field<PolicyDocument> {
  const document = readPolicyDocument(Fields.of(policy).value('PolicyDocument'));
  if (policy.condition === undefined) return document;
  return undecided(document, decidedBy(policy.condition));
}

/** A policy of which it is open whether the role has it. */
function undecided(document: Field<PolicyDocument>, open: Unreadable): Field<PolicyDocument> {
  if (isUnreadable(document)) return document;
  const conditions = { [open.standIn]: { [open.standIn]: [open] } };
  return {
    statements: document.statements.map((statement) =>
      isUnreadable(statement)
        ? statement
        : { ...statement, conditions: { ...statement.conditions, ...conditions } },
    ),
  };
}
