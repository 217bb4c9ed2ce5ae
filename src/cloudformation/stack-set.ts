import type { Declaration } from './declaration';
import { type Resolved, resolve } from './intrinsics';

/**
 * Whether a stack set names the accounts that it deploys into, and that of its own stack is none of them. Without
 * instances in the template they are made elsewhere, in whatever account.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html
 */
export function deploysElsewhere(declaration: Declaration): boolean {
  const { type, stack } = declaration;
  if (type !== 'AWS::CloudFormation::StackSet' || stack.account === undefined) return false;
  const groups = resolve(declaration.properties.StackInstancesGroup, stack);
  return (
    Array.isArray(groups) && groups.length > 0 && groups.every((group) => isElsewhere(group, stack.account))
  );
}

function isElsewhere(group: Resolved, own: string | undefined): boolean {
  const { Accounts, OrganizationalUnitIds, AccountsUrl } = Object(Object(group).DeploymentTargets);
  return (
    OrganizationalUnitIds === undefined &&
    AccountsUrl === undefined &&
    Array.isArray(Accounts) &&
    Accounts.every((account) => /^\d{12}$/.test(String(account)) && String(account) !== own)
  );
}
