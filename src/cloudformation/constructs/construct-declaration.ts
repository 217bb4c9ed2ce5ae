import { type CfnElement, type CfnResource, Stack } from 'aws-cdk-lib/core';
import type { Origin } from '../../field/origin';
import type { Declaration, DeclaringStack } from '../declaration';
import { sourceOf, traceOf } from '../source-location';
import { overridesOf, resolvedProperties, resolvedProperty } from './resolved-properties';

/** A resource of the construct tree; what costs time is worked out when it is first asked for. */
export class ConstructDeclaration implements Declaration {
  public readonly type: string;
  private resolved?: Readonly<Record<string, unknown>>;

  constructor(
    private readonly resource: CfnResource,
    public readonly stack: DeclaringStack,
  ) {
    this.type = typeOf(resource);
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
    return conditionOf(this.resource);
  }

  public get origin(): Origin {
    const { node } = this.resource;
    const source = sourceOf(traceOf(node.metadata));
    return {
      path: node.path,
      template: Stack.of(this.resource).templateFile,
      logicalId: this.logicalId,
      ...(source === undefined ? {} : { source }),
    };
  }
}

export function typeOf(resource: CfnResource): string {
  return overridesOf(resource).Type ?? resource.cfnResourceType;
}

/** The resource's own, or that of a nested stack around it: without the nested stack there is nothing of it. */
function conditionOf(resource: CfnResource): string | undefined {
  const overrides = overridesOf(resource);
  const { condition } = resource.cfnOptions;
  const own = 'Condition' in overrides ? overrides.Condition : condition && logicalIdOf(condition);
  const nested = Stack.of(resource).nestedStackResource as CfnResource | undefined;
  return own ?? (nested && conditionOf(nested));
}

function logicalIdOf(element: CfnElement): string {
  return Stack.of(element).resolve(element.logicalId);
}
