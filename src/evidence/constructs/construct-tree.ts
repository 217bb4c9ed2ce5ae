import { CfnOutput, CfnResource, Stack, Stage } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { Declaration, DeclaringStack, DeployedStack, ScopedValue } from '../declaration';
import { asText, resolve } from '../intrinsics';
import { RESOURCE_TYPES } from '../resource-types';
import { ConstructDeclaration } from './construct-declaration';
import { ConstructStack } from './construct-stack';
import { resolveIn } from './resolved-properties';

/** What was found in a Stage (an app is one), the Stages inside it left out. */
interface Found {
  /** Every stack that is deployed on its own, with the ids of its own and its nested stacks. */
  readonly deployed: Map<Stack, string[]>;
  readonly resources: CfnResource[];
  readonly outputs: CfnOutput[];
  readonly stages: IConstruct[];
}

/**
 * What earlier visits found. The CDK synthesizes one Stage after the other, so that an app with many of them would
 * otherwise be visited as often.
 */
const VISITED = new WeakMap<IConstruct, Found>();

/** The Stages directly inside one that was visited. */
export function stagesInside(stage: IConstruct): readonly IConstruct[] {
  return VISITED.get(stage)?.stages ?? [];
}

/** A construct tree with all its Stages. */
export class ConstructTree {
  public readonly declarations: readonly Declaration[];
  private readonly stacks = new Map<Stack, ConstructStack>();
  private readonly found: readonly Found[];
  private exports?: ReadonlyMap<string, ScopedValue>;

  /**
   * @param root - where to start
   * @param current - visited anew although it was visited before; everything where it is left out
   */
  constructor(
    private readonly root: IConstruct,
    current?: IConstruct,
  ) {
    this.found = [...visitAll(root, current)];
    this.declarations = this.found.flatMap(({ resources }) =>
      resources.map((resource) => new ConstructDeclaration(resource, this.stack(Stack.of(resource)))),
    );
  }

  public deployedStacks(): DeployedStack[] {
    return this.found
      .flatMap(({ deployed }) => [...deployed])
      .map(([stack, declaringStacks]) => {
        const { account } = this.stack(stack);
        return {
          ...(account === undefined ? {} : { account }),
          origin: { path: stack.node.path, template: stack.templateFile },
          declaringStacks,
        };
      });
  }

  public stack(stack: Stack): ConstructStack {
    let known = this.stacks.get(stack);
    if (!known) {
      known = new ConstructStack(stack, this);
      this.stacks.set(stack, known);
    }
    return known;
  }

  public declared(path: string): Declaration | undefined {
    const construct = path
      .split('/')
      .reduce<IConstruct | undefined>((scope, id) => scope?.node.tryFindChild(id), this.root.node.root);
    return construct && CfnResource.isCfnResource(construct)
      ? new ConstructDeclaration(construct, this.stack(Stack.of(construct)))
      : undefined;
  }

  /** An export has its name for itself in its account and region. */
  public exported(name: string, { account, region }: DeclaringStack): ScopedValue | undefined {
    this.exports ??= new Map(
      this.found
        .flatMap(({ outputs }) => outputs)
        .flatMap((output) => {
          const stack = this.stack(Stack.of(output));
          if (output.exportName === undefined) return [];
          const exportName = asText(resolve(resolveIn(output, output.exportName), stack), stack);
          const value = { value: resolveIn(output, output.value), stack };
          return [[JSON.stringify([stack.account, stack.region, exportName]), value] as const];
        }),
    );
    return this.exports.get(JSON.stringify([account, region, name]));
  }

  public nestedStackOf(resource: IConstruct): ConstructStack | undefined {
    const nested = resource.node.scope?.node.scope?.node
      .findAll()
      .find((construct) => Stack.isStack(construct) && construct.nestedStackResource === resource);
    return nested && this.stack(nested as Stack);
  }
}

function* visitAll(stage: IConstruct, current: IConstruct | undefined): Generator<Found> {
  const known = current && current !== stage ? VISITED.get(stage) : undefined;
  const found = known ?? visit(stage);
  VISITED.set(stage, found);
  yield found;
  for (const nested of found.stages) yield* visitAll(nested, current);
}

function visit(stage: IConstruct): Found {
  const found: Found = { deployed: new Map(), resources: [], outputs: [], stages: [] };
  const rest: IConstruct[] = [stage];
  for (let construct = rest.pop(); construct; construct = rest.pop()) {
    if (Stage.isStage(construct) && construct !== stage) {
      found.stages.push(construct);
      continue;
    }
    if (CfnResource.isCfnResource(construct)) {
      if (RESOURCE_TYPES.has(construct.cfnResourceType)) found.resources.push(construct);
    } else if (construct instanceof CfnOutput) {
      found.outputs.push(construct);
    } else if (Stack.isStack(construct)) {
      const top = topOf(construct);
      found.deployed.set(top, [...(found.deployed.get(top) ?? []), construct.node.path]);
    }
    // What is pushed last is visited first: so children are visited in the order in which they were made.
    const { children } = construct.node;
    for (let i = children.length - 1; i >= 0; i--) rest.push(children[i]);
  }
  return found;
}

function topOf(stack: Stack): Stack {
  return stack.nestedStackParent ? topOf(stack.nestedStackParent) : stack;
}
