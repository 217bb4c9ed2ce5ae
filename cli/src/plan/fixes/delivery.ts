import type { Role } from '../../../../src/evidence/resource-model';
import { isUnreadable, readable } from '../../../../src/field/field';
import { command, option, withCommand } from '../command';
import { extended, policyOf } from '../extended-policy';
import { inStack, isNew, replaced } from '../parts';
import type { Draft, Fix, Problem } from '../plan';
import { STACK_NAME } from '../stack-parts';
import { document, roleWrites, roleTrust as trust } from '../statements';
import { feeding } from './trail';

/** A role of the stack: where the trail has none, or where the one that it has cannot be mended. */
export const newRole =
  ({ onlyWithout }: { readonly onlyWithout: boolean }): Fix =>
  (problem) => {
    const { trail } = problem.result.parts;
    if (!trail || isNew(trail) || (onlyWithout && trail.deliveryRoleArn !== undefined)) return undefined;
    return feeding({ ...problem, draft: inStack(problem, { role: true }) });
  };

/** A policy beside those that the role has. */
export const rolePolicy: Fix = (problem) =>
  onRole(problem, (role, name, group) => {
    const policy = document(roleWrites(group));
    const args = [
      'put-role-policy',
      ...option('role-name', name),
      ...option('policy-name', `${STACK_NAME}-delivery`),
      ...option('policy-document', JSON.stringify(policy)),
    ];
    const change = { what: `policy ${STACK_NAME}-delivery`, before: 'none', after: `may write to ${group}` };
    return [args, change, { ...role, policies: [...role.policies, policyOf(roleWrites(group))] }];
  });

export const roleTrust: Fix = (problem) =>
  onRole(problem, (role, name) => {
    const policy = role.trustPolicy;
    if (policy === undefined || isUnreadable(policy)) return undefined;
    const merged = extended(policy, [trust()]);
    if (!merged) return undefined;
    const args = [
      'update-assume-role-policy',
      ...option('role-name', name),
      ...option('policy-document', merged.text),
    ];
    const change = { what: 'trust policy', before: policy.text ?? '', after: merged.text };
    return [args, change, { ...role, trustPolicy: merged }];
  });

/** CloudTrail tells of the last time it tried, and tries again with the next event. */
export const deliveryError: Fix = ({ draft, reason, result }) => {
  const { trail } = result.parts;
  if (!trail) return undefined;
  const human = `${reason}: CloudTrail tries again with the next event, so audit again a quarter of an hour after the other steps; if it still says so, see that log group and role are those of the trail`;
  const next = replaced(draft, 'trails', trail, { ...trail, deliveryError: undefined });
  return { ...next, humans: [...draft.humans, human] };
};

type Changed = readonly [readonly string[], Parameters<typeof command>[2], Role];

function onRole(
  problem: Problem,
  change: (role: Role, name: string, group: string) => Changed | undefined,
): Draft | undefined {
  const { draft, result } = problem;
  const { trail } = result.parts;
  const [arn, group] = [readable(trail?.deliveryRoleArn), readable(trail?.logGroupArn)];
  const role = draft.data.roles?.find((each) => each.arn === arn);
  const name = arn?.split('/').at(-1);
  if (!role || arn === undefined || group === undefined || name === undefined || isNew(role))
    return undefined;
  const changed = change(role, name, `${group.replace(/:\*$/, '')}:*`);
  if (!changed) return undefined;
  const [args, what, after] = changed;
  const added = command(arn, ['iam', ...args], what);
  return replaced({ ...draft, commands: withCommand(draft.commands, added) }, 'roles', role, after);
}
