import { CfnElement, CfnOutput, CfnResource, Stack, Stage } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { RESOURCE_TYPES } from '../resource-types';
import { NESTED_TEMPLATE_IS_MISSING, transformName, unreadResource, unreadTransform } from '../unread';
import { typeOf } from './construct-declaration';
import { overridesOf, renderedIn } from './resolved-properties';

/** What was found in a Stage (an app is one), the Stages inside it left out. */
export interface Found {
  /** Every stack that is deployed on its own, with the ids of its own and its nested stacks. */
  readonly deployed: Map<Stack, string[]>;
  readonly resources: CfnResource[];
  readonly outputs: CfnOutput[];
  /** By the resource that each of them is in its parent. */
  readonly nestedStacks: Map<IConstruct, Stack>;
  /** What may make or change resources on deployment, with the reason. */
  readonly unread: [Stack | CfnResource, string][];
  readonly stages: IConstruct[];
}

/** What was found in one synthesis of an app. */
interface Synthesis {
  readonly found: Map<IConstruct, Found>;
  /** The Stages of the app that were synthesized in it, so far. */
  readonly stages: Set<IConstruct>;
}

const SYNTHESES = new WeakMap<IConstruct, Synthesis>();

/**
 * Visits a Stage and all Stages inside it.
 *
 * The CDK synthesizes one Stage after the other, so that an app with many of them would be visited as often; but within
 * one synthesis of the app only the Stage that is being synthesized changes.
 *
 * @param current - the Stage that is being synthesized
 */
export function visitAll(root: IConstruct, current: IConstruct | undefined): ReadonlyMap<IConstruct, Found> {
  const known = current && synthesisOf(root, current).found;
  const all = new Map<IConstruct, Found>();
  const visitFrom = (stage: IConstruct) => {
    const found = (stage === current ? undefined : known?.get(stage)) ?? visit(stage);
    known?.set(stage, found);
    all.set(stage, found);
    found.stages.forEach(visitFrom);
  };
  visitFrom(root);
  return all;
}

function synthesisOf(app: IConstruct, current: IConstruct): Synthesis {
  const known = SYNTHESES.get(app);
  // A Stage that is synthesized twice is so in two syntheses.
  const synthesis =
    known && !known.stages.has(current) ? known : { found: new Map(), stages: new Set<IConstruct>() };
  synthesis.stages.add(current);
  if (isSynthesized(app)) SYNTHESES.set(app, synthesis);
  return synthesis;
}

/**
 * The CDK adds the construct tree's metadata when the synthesis of the app begins. Before that, a Stage may be synthesized
 * on its own, by CDK Pipelines for one, and the app around it be only half made.
 */
function isSynthesized(app: IConstruct): boolean {
  return app.node.tryFindChild('Tree') !== undefined;
}

function visit(stage: IConstruct): Found {
  const found: Found = {
    deployed: new Map(),
    resources: [],
    outputs: [],
    nestedStacks: new Map(),
    unread: [],
    stages: [],
  };
  const nested: CfnResource[] = [];
  const rest: IConstruct[] = [stage];
  for (let construct = rest.pop(); construct; construct = rest.pop()) {
    if (Stage.isStage(construct) && construct !== stage) {
      found.stages.push(construct);
      continue;
    }
    if (CfnResource.isCfnResource(construct)) {
      const type = typeOf(construct);
      if (RESOURCE_TYPES.has(type)) found.resources.push(construct);
      if (type === 'AWS::CloudFormation::Stack') nested.push(construct);
      const reason = unreadResource(type, overridesOf(construct));
      if (reason) found.unread.push([construct, reason]);
    } else if (construct instanceof CfnOutput) {
      found.outputs.push(construct);
    } else if (CfnElement.isCfnElement(construct)) {
      for (const reason of unreadTransforms(transformsIn(construct))) {
        found.unread.push([Stack.of(construct), reason]);
      }
    } else if (Stack.isStack(construct)) {
      const top = topOf(construct);
      found.deployed.set(top, [...(found.deployed.get(top) ?? []), construct.node.path]);
      if (construct.nestedStackResource) found.nestedStacks.set(construct.nestedStackResource, construct);
      for (const reason of unreadTransforms(construct.templateOptions.transforms ?? [])) {
        found.unread.push([construct, reason]);
      }
    }
    // What is pushed last is visited first: so children are visited in the order in which they were made.
    const { children } = construct.node;
    for (let i = children.length - 1; i >= 0; i--) rest.push(children[i]);
  }
  for (const resource of nested) {
    if (!found.nestedStacks.has(resource)) found.unread.push([resource, NESTED_TEMPLATE_IS_MISSING]);
  }
  return found;
}

function unreadTransforms(transforms: readonly unknown[]): string[] {
  return [...new Set(transforms.map(transformName))].flatMap((name) => unreadTransform(name) ?? []);
}

/** What else a stack's template is made of; `CfnInclude` hands over the transforms of the template that it includes. */
function transformsIn(element: CfnElement): unknown[] {
  const { Transform, 'Fn::Transform': transform } = renderedIn(element);
  return [Transform ?? [], transform ?? []].flat();
}

function topOf(stack: Stack): Stack {
  return stack.nestedStackParent ? topOf(stack.nestedStackParent) : stack;
}
