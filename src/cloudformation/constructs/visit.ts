import { CfnElement, CfnOutput, CfnResource, Stack, Stage } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { isListed } from '../resource-types';
import {
  NESTED_TEMPLATE_IS_MISSING,
  type Reason,
  transformName,
  unreadableResource,
  unreadableTransform,
} from '../unreadable-parts';
import { typeOf } from './construct-declaration';
import { looseProperties, renderedIn } from './resolved-properties';

/** What was found in a Stage (an app is one), the Stages inside it left out. */
export interface Found {
  /** Every stack that is deployed on its own, with the ids of its own and its nested stacks. */
  readonly deployed: Map<Stack, string[]>;
  readonly resources: CfnResource[];
  /** By the resource that each of them is in its parent. */
  readonly nestedStacks: Map<IConstruct, Stack>;
  /** What may make or change resources on deployment, and why. */
  readonly unreadable: [Stack | CfnResource, Reason][];
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
  const visited = current && synthesisOf(root, current).found;
  const all = new Map<IConstruct, Found>();
  const visitFrom = (stage: IConstruct) => {
    const found = (stage === current ? undefined : visited?.get(stage)) ?? visit(stage);
    visited?.set(stage, found);
    all.set(stage, found);
    found.stages.forEach(visitFrom);
  };
  visitFrom(root);
  return all;
}

function synthesisOf(app: IConstruct, current: IConstruct): Synthesis {
  const latest = SYNTHESES.get(app);
  // A Stage that is synthesized twice is so in two syntheses.
  const synthesis =
    latest && !latest.stages.has(current) ? latest : { found: new Map(), stages: new Set<IConstruct>() };
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
    nestedStacks: new Map(),
    unreadable: [],
    stages: [],
  };
  const nested: CfnResource[] = [];
  const rest: IConstruct[] = [stage];
  for (let construct = rest.pop(); construct; construct = rest.pop()) {
    if (Stage.isStage(construct) && construct !== stage) {
      found.stages.push(construct);
      continue;
    }
    if (isTemplateAsset(construct)) {
      rest.push(...deployedInside(construct));
      continue;
    }
    if (CfnResource.isCfnResource(construct)) {
      const type = typeOf(construct);
      if (isListed(type)) found.resources.push(construct);
      if (type === 'AWS::CloudFormation::Stack') nested.push(construct);
      const reason = unreadableResource(type, looseProperties(construct));
      if (reason) found.unreadable.push([construct, reason]);
    } else if (CfnElement.isCfnElement(construct) && !(construct instanceof CfnOutput)) {
      for (const reason of reasonsOf(transformsIn(construct))) {
        found.unreadable.push([Stack.of(construct), reason]);
      }
    } else if (Stack.isStack(construct)) {
      const top = topOf(construct);
      found.deployed.set(top, [...(found.deployed.get(top) ?? []), construct.node.path]);
      if (construct.nestedStackResource) found.nestedStacks.set(construct.nestedStackResource, construct);
      for (const reason of reasonsOf(construct.templateOptions.transforms ?? [])) {
        found.unreadable.push([construct, reason]);
      }
    }
    // What is pushed last is visited first: so children are visited in the order in which they were made.
    const { children } = construct.node;
    for (let i = children.length - 1; i >= 0; i--) rest.push(children[i]);
  }
  for (const resource of nested) {
    if (!found.nestedStacks.has(resource)) found.unreadable.push([resource, NESTED_TEMPLATE_IS_MISSING]);
  }
  return found;
}

/**
 * Whether it is a stack whose template is an asset of the stack around it, and not deployed with the app: a Service Catalog
 * product, what a stack set deploys. The CDK names the template of every other stack after the artifact that the stack
 * becomes.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_servicecatalog.ProductStack.html
 */
function isTemplateAsset(construct: IConstruct): construct is Stack {
  return (
    Stack.isStack(construct) &&
    !construct.nestedStackParent &&
    construct.node.scopes.some((scope) => scope !== construct && Stack.isStack(scope)) &&
    construct.templateFile !== `${construct.artifactId}.template.json`
  );
}

function deployedInside(stack: Stack): IConstruct[] {
  const inside = (construct: IConstruct): IConstruct[] =>
    construct.node.children.flatMap((child) =>
      Stage.isStage(child) || (Stack.isStack(child) && !child.nestedStackParent) ? [child] : inside(child),
    );
  return inside(stack).reverse();
}

function reasonsOf(transforms: readonly unknown[]): Reason[] {
  return [...new Set(transforms.map(transformName))].flatMap((name) => unreadableTransform(name) ?? []);
}

/** What else a stack's template is made of; `CfnInclude` hands over the transforms of the template that it includes. */
function transformsIn(element: CfnElement): unknown[] {
  const { Transform, 'Fn::Transform': transform } = renderedIn(element);
  return [Transform ?? [], transform ?? []].flat();
}

function topOf(stack: Stack): Stack {
  return stack.nestedStackParent ? topOf(stack.nestedStackParent) : stack;
}
