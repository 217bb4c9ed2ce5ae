import { Stack } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { Origin } from '../../field/origin';
import type { Declared, DeployedStack, UnreadablePart } from '../declaration';
import { DeclaredStacks } from '../declared-stacks';
import { isOfListedType } from '../resource-types';
import { deploysElsewhere } from '../stack-set';
import { ConstructDeclaration } from './construct-declaration';
import { ConstructStack, type Surroundings } from './construct-stack';
import { type Found, visitAll } from './visit';

/** A construct tree with all its Stages. */
export class ConstructTree implements Surroundings {
  public readonly stacks = new DeclaredStacks(() =>
    this.found.flatMap(({ deployed, nestedStacks }) =>
      [...deployed.keys(), ...nestedStacks.values()].map((stack) => this.stackOf(stack)),
    ),
  );
  private readonly made = new Map<Stack, ConstructStack>();
  private readonly stages: ReadonlyMap<IConstruct, Found>;
  private readonly found: readonly Found[];

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
        resources
          .map((resource) => new ConstructDeclaration(resource, this.stackOf(Stack.of(resource))))
          .filter(isOfListedType),
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

  public stackOf(stack: Stack): ConstructStack {
    const made = this.made.get(stack) ?? new ConstructStack(stack, this);
    this.made.set(stack, made);
    return made;
  }

  public nestedStackOf(resource: IConstruct): ConstructStack | undefined {
    const nested = this.found
      .map(({ nestedStacks }) => nestedStacks.get(resource))
      .find((stack) => stack !== undefined);
    return nested && this.stackOf(nested);
  }

  public constructAt(path: string): IConstruct | undefined {
    return path
      .split('/')
      .reduce<IConstruct | undefined>((scope, id) => scope?.node.tryFindChild(id), this.root.node.root);
  }

  private deployedStacks(): DeployedStack[] {
    return this.found
      .flatMap(({ deployed }) => [...deployed])
      .map(([stack, declaringStacks]) => {
        const { account } = this.stackOf(stack);
        return {
          ...(account === undefined ? {} : { account }),
          origin: originOf(stack),
          declaringStacks,
        };
      });
  }

  private unreadable(): UnreadablePart[] {
    return this.found
      .flatMap(({ unreadable }) => unreadable)
      .flatMap(([construct, reason]): UnreadablePart[] => {
        const stack = this.stackOf(Stack.of(construct));
        if (Stack.isStack(construct)) return [{ stack, origin: originOf(construct), ...reason }];
        const declaration = new ConstructDeclaration(construct, stack);
        return deploysElsewhere(declaration) ? [] : [{ stack, origin: declaration.origin, ...reason }];
      });
  }
}

function originOf(stack: Stack): Origin {
  return { path: stack.node.path, template: stack.templateFile };
}
