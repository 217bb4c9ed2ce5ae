import { CfnElement, CfnMapping, CfnOutput, CfnParameter, CfnResource, Stack, Token } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { Declaration, DeclaringStack, ScopedValue } from '../declaration';
import { nestedParameter } from '../nested-parameter';
import { ConstructDeclaration } from './construct-declaration';
import type { ConstructTree } from './construct-tree';
import { renderedIn, resolvedProperty, resolveIn } from './resolved-properties';

/** A stack of the construct tree; what is looked up by logical id is listed on the first look. */
export class ConstructStack implements DeclaringStack {
  public readonly id: string;
  public readonly account?: string;
  public readonly region?: string;
  public readonly stackName?: string;
  private elements?: ReadonlyMap<string, CfnElement>;

  constructor(
    private readonly stack: Stack,
    private readonly tree: ConstructTree,
  ) {
    this.id = stack.node.path;
    this.account = literal(stack.account);
    this.region = literal(stack.region);
    this.stackName = literal(stack.stackName);
  }

  public resource(logicalId: string): Declaration | undefined {
    const element = this.element(logicalId);
    return element && CfnResource.isCfnResource(element)
      ? new ConstructDeclaration(element, this)
      : undefined;
  }

  public declared(path: string): Declaration | undefined {
    return this.tree.declaredAt(path);
  }

  public declaredParameter(path: string): ScopedValue | undefined {
    return this.tree.declaredParameter(path);
  }

  public parameter(name: string): ScopedValue | undefined {
    const parameter = this.element(name);
    const nested = this.stack.nestedStackResource as CfnResource | undefined;
    if (!nested || !(parameter instanceof CfnParameter)) return undefined;
    const parameters = resolvedProperty(nested, 'Parameters') as
      | Readonly<Record<string, unknown>>
      | undefined;
    return nestedParameter(
      parameter.type,
      { value: parameters?.[name], stack: this.tree.stack(Stack.of(nested)) },
      { value: resolveIn(parameter, parameter.default), stack: this },
    );
  }

  public mapping(map: string, topLevelKey: string, secondLevelKey: string): unknown {
    const element = this.element(map);
    if (!(element instanceof CfnMapping)) return undefined;
    return renderedIn(element).Mappings?.[map]?.[topLevelKey]?.[secondLevelKey];
  }

  public exported(name: string): ScopedValue | undefined {
    return this.tree.exported(name, this);
  }

  public stackOutput(
    stackName: string,
    output: string,
    region = this.region,
    account = this.account,
  ): ScopedValue | undefined {
    return this.tree.stackNamed(stackName, { account, region })?.output(output);
  }

  public nestedOutput(logicalId: string, output: string): ScopedValue | undefined {
    const resource = this.element(logicalId);
    return resource && this.tree.nestedStackOf(resource)?.output(output);
  }

  public output(logicalId: string): ScopedValue | undefined {
    const element = this.element(logicalId);
    return element instanceof CfnOutput
      ? { value: resolveIn(element, element.value), stack: this }
      : undefined;
  }

  private element(logicalId: string): CfnElement | undefined {
    this.elements ??= new Map(
      elementsOf(this.stack).map((element) => [this.stack.resolve(element.logicalId) as string, element]),
    );
    return this.elements.get(logicalId);
  }
}

function elementsOf(stack: Stack): CfnElement[] {
  const inside = (node: IConstruct): CfnElement[] => [
    ...(CfnElement.isCfnElement(node) ? [node] : []),
    ...node.node.children.filter((child) => !Stack.isStack(child)).flatMap(inside),
  ];
  return inside(stack);
}

function literal(value: string): string | undefined {
  return Token.isUnresolved(value) ? undefined : value;
}
