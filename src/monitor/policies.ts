import { Stack, Validations } from 'aws-cdk-lib';
import type { AddToResourcePolicyResult, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

interface ResourceWithPolicy extends IConstruct {
  addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult;
}

/**
 * Adds statements to the policy of a key, bucket or topic; where the resource is imported its policy cannot be changed
 * from here, and a warning says what it has to allow.
 */
export function addToPolicy(
  monitor: IConstruct,
  resource: ResourceWithPolicy,
  kind: string,
  statements: PolicyStatement[],
) {
  const refused = statements.filter((statement) => !resource.addToResourcePolicy(statement).statementAdded);
  if (refused.length === 0) return;
  const needed = refused.map((statement) => {
    const { Principal } = Stack.of(monitor).resolve(statement.toStatementJson());
    // The name of the logs service depends on region and partition, and is no plain text then.
    const service = typeof Principal.Service === 'string' ? Principal.Service : 'CloudWatch Logs';
    return `${service} ${statement.actions.join(', ')}`;
  });
  Validations.of(monitor).addWarning(
    `cdk-nacl-change-monitor:imported-${kind}-policy`,
    `The policy of the imported ${kind} ${resource.node.path} cannot be extended from here: see that it allows ${needed.join('; ')}.`,
  );
}
