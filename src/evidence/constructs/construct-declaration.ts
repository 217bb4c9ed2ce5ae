import { type CfnResource, Stack } from 'aws-cdk-lib/core';
import type { Declaration, DeclaringStack } from '../declaration';
import type { Origin } from '../snapshot';
import { sourceOf } from '../source-location';
import { resolvedProperties, resolvedProperty } from './resolved-properties';

/** A resource of the construct tree; what costs time is worked out when it is first asked for. */
export class ConstructDeclaration implements Declaration {
  public readonly type: string;
  private resolved?: Readonly<Record<string, unknown>>;

  constructor(
    private readonly resource: CfnResource,
    public readonly stack: DeclaringStack,
  ) {
    this.type = resource.cfnResourceType;
  }

  public get id(): string {
    return this.resource.node.path;
  }

  public get logicalId(): string {
    return logicalIdOf(this.resource);
  }

  public get properties(): Readonly<Record<string, unknown>> {
    this.resolved ??= resolvedProperties(this.resource);
    return this.resolved;
  }

  public property(name: string): unknown {
    return this.resolved ? this.resolved[name] : resolvedProperty(this.resource, name);
  }

  public get condition(): string | undefined {
    const condition = this.resource.cfnOptions.condition;
    return condition && Stack.of(condition).resolve(condition.logicalId);
  }

  public get origin(): Origin {
    const { node } = this.resource;
    const trace = node.metadata.find(({ type }) => type === 'aws:cdk:logicalId')?.trace;
    const source = sourceOf(trace);
    return {
      path: node.path,
      template: Stack.of(this.resource).templateFile,
      logicalId: this.logicalId,
      ...(source === undefined ? {} : { source }),
    };
  }
}

function logicalIdOf(resource: CfnResource): string {
  return Stack.of(resource).resolve(resource.logicalId);
}
