import { CfnParameter, CfnResource, Stack } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { Origin } from '../../field/origin';
import type {
  Declaration,
  Declared,
  DeclaringStack,
  DeployedStack,
  ScopedValue,
  UnreadablePart,
} from '../declaration';
import { asText, resolve } from '../intrinsics';
import { ConstructDeclaration } from './construct-declaration';
import { ConstructStack } from './construct-stack';
import { resolveIn } from './resolved-properties';
import { type Found, visitAll } from './visit';

type Environment = Pick<DeclaringStack, 'account' | 'region'>;

/** A construct tree with all its Stages. */
export class ConstructTree {
  private readonly stacks = new Map<Stack, ConstructStack>();
  private readonly stages: ReadonlyMap<IConstruct, Found>;
  private readonly found: readonly Found[];
  /** Undefined stands for a name that several stacks export: nobody knows which of them is meant. */
  private exports?: ReadonlyMap<string, ScopedValue | undefined>;

  /**
   * @param root - where to start
   * @param current - the Stage that is being synthesized: of the others, what was seen in this synthesis is enough
   */
  constructor(
    private readonly root: IConstruct,
    current?: IConstruct,
  ) {
    this.stages = visitAll(root, current);
    this.found = [...this.stages.values()];
  }

  public declared(): Declared {
    return {
      stacks: this.deployedStacks(),
      declarations: this.found.flatMap(({ resources }) =>
        resources.map((resource) => new ConstructDeclaration(resource, this.stack(Stack.of(resource)))),
      ),
      unreadable: this.unreadable(),
    };
  }

  /** The Stages directly inside a Stage. */
  public stagesInside(stage: IConstruct): readonly IConstruct[] {
    return this.stages.get(stage)?.stages ?? [];
  }

  /** The stacks of a Stage that are deployed on their own. */
  public stacksIn(stage: IConstruct): Stack[] {
    return [...(this.stages.get(stage)?.deployed.keys() ?? [])];
  }

  public stack(stack: Stack): ConstructStack {
    let known = this.stacks.get(stack);
    if (!known) {
      known = new ConstructStack(stack, this);
      this.stacks.set(stack, known);
    }
    return known;
  }

  public declaredAt(path: string): Declaration | undefined {
    const construct = this.constructAt(path);
    return construct && CfnResource.isCfnResource(construct)
      ? new ConstructDeclaration(construct, this.stack(Stack.of(construct)))
      : undefined;
  }

  public declaredParameter(path: string): ScopedValue | undefined {
    const construct = this.constructAt(path);
    if (!(construct instanceof CfnParameter)) return undefined;
    const stack = Stack.of(construct);
    return this.stack(stack).parameter(stack.resolve(construct.logicalId));
  }

  public nestedStackOf(resource: IConstruct): ConstructStack | undefined {
    const nested = this.found
      .map(({ nestedStacks }) => nestedStacks.get(resource))
      .find((stack) => stack !== undefined);
    return nested && this.stack(nested);
  }

  /** Undefined where several stacks of an environment have the name. */
  public stackNamed(name: string, { account, region }: Environment): ConstructStack | undefined {
    const named = this.found
      .flatMap(({ deployed }) => [...deployed.keys()].map((stack) => this.stack(stack)))
      .filter((stack) => stack.stackName === name && stack.account === account && stack.region === region);
    return named.length === 1 ? named[0] : undefined;
  }

  /** An export has its name for itself in its account and region. */
  public exported(name: string, { account, region }: Environment): ScopedValue | undefined {
    this.exports ??= this.allExports();
    return this.exports.get(JSON.stringify([account, region, name]));
  }

  private deployedStacks(): DeployedStack[] {
    return this.found
      .flatMap(({ deployed }) => [...deployed])
      .map(([stack, declaringStacks]) => {
        const { account } = this.stack(stack);
        return {
          ...(account === undefined ? {} : { account }),
          origin: originOf(stack),
          declaringStacks,
        };
      });
  }

  private unreadable(): UnreadablePart[] {
    return this.found
      .flatMap(({ unread }) => unread)
      .map(([construct, reason]) => {
        const stack = this.stack(Stack.of(construct));
        const origin = Stack.isStack(construct)
          ? originOf(construct)
          : new ConstructDeclaration(construct, stack).origin;
        return { stack, origin, reason };
      });
  }

  private allExports(): Map<string, ScopedValue | undefined> {
    const exports = new Map<string, ScopedValue | undefined>();
    for (const output of this.found.flatMap(({ outputs }) => outputs)) {
      if (output.exportName === undefined) continue;
      const stack = this.stack(Stack.of(output));
      const name = asText(resolve(resolveIn(output, output.exportName), stack), stack);
      const key = JSON.stringify([stack.account, stack.region, name]);
      exports.set(key, exports.has(key) ? undefined : { value: resolveIn(output, output.value), stack });
    }
    return exports;
  }

  private constructAt(path: string): IConstruct | undefined {
    return path
      .split('/')
      .reduce<IConstruct | undefined>((scope, id) => scope?.node.tryFindChild(id), this.root.node.root);
  }
}

function originOf(stack: Stack): Origin {
  return { path: stack.node.path, template: stack.templateFile };
}
