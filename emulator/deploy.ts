import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AwsCli, Output } from './aws-cli';
import { until } from './until';

/** A synthesized CloudFormation template. */
export interface CloudFormationTemplate {
  readonly Parameters?: Record<string, unknown>;
  readonly Rules?: Record<string, unknown>;
  readonly Resources: Record<string, { Type: string; DeletionPolicy?: string; Properties?: Output }>;
}

export interface DeployedResource {
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
}

/** One CloudFormation stack, deployed as the CDK CLI would do it, and known by its name. */
export class DeployedStack {
  /** A deleted stack is not found by its name any more. */
  private id?: string;

  public constructor(
    private readonly aws: AwsCli,
    public readonly name: string,
  ) {}

  public create(template: CloudFormationTemplate): Promise<void> {
    return this.deploy('create-stack', template, 'CREATE_COMPLETE');
  }

  public update(template: CloudFormationTemplate): Promise<void> {
    return this.deploy('update-stack', template, 'UPDATE_COMPLETE');
  }

  public async delete(): Promise<void> {
    await this.aws.run('cloudformation', 'delete-stack', '--stack-name', this.nameOrId);
    await this.waitFor('DELETE_COMPLETE');
  }

  public async resources(): Promise<DeployedResource[]> {
    const resources: Output[] = await this.aws.run(
      ...[
        'cloudformation',
        'describe-stack-resources',
        '--stack-name',
        this.nameOrId,
        '--query',
        'StackResources',
      ],
    );
    return resources.map((resource) => ({
      logicalId: resource.LogicalResourceId,
      physicalId: resource.PhysicalResourceId,
      type: resource.ResourceType,
      status: resource.ResourceStatus,
    }));
  }

  private get nameOrId(): string {
    return this.id ?? this.name;
  }

  private async deploy(operation: string, template: CloudFormationTemplate, wanted: string): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'template-'));
    try {
      const file = join(folder, 'template.json');
      writeFileSync(file, JSON.stringify(withoutBootstrapCheck(template)));
      const body = ['--template-body', `file://${file}`, '--capabilities', 'CAPABILITY_NAMED_IAM'];
      const { StackId } = await this.aws.run('cloudformation', operation, '--stack-name', this.name, ...body);
      this.id = StackId;
      await this.waitFor(wanted);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  private async waitFor(wanted: string): Promise<void> {
    const query = ['--query', 'Stacks[0].StackStatus'];
    const status = await until(`${wanted} of ${this.name}`, 900, this.aws.isEmulator ? 0.05 : 5, async () => {
      const now: string = await this.aws.run(
        'cloudformation',
        'describe-stacks',
        '--stack-name',
        this.nameOrId,
        ...query,
      );
      return now.endsWith('_IN_PROGRESS') ? undefined : now;
    });
    if (status !== wanted) {
      throw new Error(`${this.name} is ${status}:\n${await this.failures()}`);
    }
  }

  private async failures(): Promise<string> {
    const query = ['--query', 'StackEvents[].[LogicalResourceId,ResourceStatus,ResourceStatusReason]'];
    const parameters = ['describe-stack-events', '--stack-name', this.nameOrId, ...query];
    const events: string[][] = await this.aws.run('cloudformation', ...parameters);
    const failed = events.filter(([, status]) => status.endsWith('_FAILED'));
    return failed.map((event) => event.join(' ')).join('\n');
  }
}

/** A stack without assets deploys into an account that was never bootstrapped; the check alone would forbid it. */
function withoutBootstrapCheck(template: CloudFormationTemplate): CloudFormationTemplate {
  const { BootstrapVersion: _parameter, ...Parameters } = template.Parameters ?? {};
  const { CheckBootstrapVersion: _rule, ...Rules } = template.Rules ?? {};
  const { Parameters: _old, Rules: _oldRules, ...rest } = template;
  return {
    ...rest,
    ...(Object.keys(Parameters).length > 0 && { Parameters }),
    ...(Object.keys(Rules).length > 0 && { Rules }),
  };
}
