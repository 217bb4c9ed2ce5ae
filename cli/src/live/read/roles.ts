import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
} from '@aws-sdk/client-iam';
import type { PolicyDocument } from '../../../../src/evidence/resource-model';
import { type Field, isUnreadable } from '../../../../src/field/field';
import { attempt, attemptToFind } from '../attempt';
import { documentFrom } from '../document';
import type { Evidence } from '../evidence';
import type { Session } from '../session';

/** A role with the policies that are inside of it and attached to it. */
export async function readRole(arn: string, session: Session, evidence: Evidence): Promise<void> {
  const client = session.client(IAMClient);
  const RoleName = arn.split('/').at(-1);
  const [role, inline, attached] = await Promise.all([
    attemptToFind(async () => {
      const { Role } = await client.send(new GetRoleCommand({ RoleName }));
      return { document: documentOf(Role?.AssumeRolePolicyDocument), boundary: Role?.PermissionsBoundary };
    }),
    attempt(() => inlinePolicies(client, RoleName)),
    attempt(() => attachedPolicies(client, RoleName)),
  ]);
  const place = { origin: { path: arn }, region: session.region, account: session.account };
  if (role === undefined) {
    const nothing = {
      trustPolicy: undefined,
      policies: [],
      otherPolicies: [],
      permissionsBoundary: undefined,
    };
    evidence.add('roles', { ...place, arn, ...nothing, isDeleted: true });
    return;
  }
  evidence.add('roles', {
    ...place,
    arn,
    trustPolicy: isUnreadable(role) ? role : role.document,
    policies: [inline, attached].flatMap((policies) => (isUnreadable(policies) ? [policies] : policies)),
    otherPolicies: [],
    permissionsBoundary: isUnreadable(role) ? role : role.boundary?.PermissionsBoundaryArn,
  });
}

async function inlinePolicies(client: IAMClient, RoleName?: string): Promise<Field<PolicyDocument>[]> {
  const names: string[] = [];
  for await (const page of paginateListRolePolicies({ client }, { RoleName })) {
    names.push(...(page.PolicyNames ?? []));
  }
  return Promise.all(
    names.map((PolicyName) =>
      attempt(async () => {
        const { PolicyDocument } = await client.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
        return documentOf(PolicyDocument);
      }),
    ),
  );
}

async function attachedPolicies(client: IAMClient, RoleName?: string): Promise<Field<PolicyDocument>[]> {
  const arns: string[] = [];
  for await (const page of paginateListAttachedRolePolicies({ client }, { RoleName })) {
    arns.push(...(page.AttachedPolicies ?? []).flatMap(({ PolicyArn }) => PolicyArn ?? []));
  }
  return Promise.all(
    arns.map((PolicyArn) =>
      attempt(async () => {
        const { Policy } = await client.send(new GetPolicyCommand({ PolicyArn }));
        const asked = new GetPolicyVersionCommand({ PolicyArn, VersionId: Policy?.DefaultVersionId });
        return documentOf((await client.send(asked)).PolicyVersion?.Document);
      }),
    ),
  );
}

/** IAM encodes its documents as in addresses: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
function documentOf(text: string | undefined): Field<PolicyDocument> {
  if (text === undefined) return { unreadable: 'its answer has no document', placeholder: '${no document}' };
  return documentFrom(/^\s*\{/.test(text) ? text : decodeURIComponent(text));
}
