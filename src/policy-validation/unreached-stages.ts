import { Aspects, Stack, Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { ConstructTree } from '../cloudformation/from-constructs';
import { acknowledgementOf, isAcknowledged } from './acknowledged';
import type { ChainRequirements } from './chain-requirements';
import { isCovered } from './judge';
import { type Visits, visitsOf } from './visits';

const RULE = 'stage-without-aspect';

/**
 * Says which Stages no Aspect reaches: the CDK synthesizes them before the Aspects of the app around them run, and does
 * not run those inside.
 *
 * The message goes to a stack around or beside the Stage, because the CDK shows only messages of stacks. Where there is
 * none it is an error: a check that runs on nothing must not look like one that passed.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/aspects.html
 */
export function reportUnreachedStages(stage: IConstruct, visits: Visits, tree: ConstructTree): string[] {
  const ofStage = [...visits].filter(([, visited]) => visited.has(stage));
  const requirements = ofStage.map(([each]) => each);
  const stacks = ofStage.flatMap(([, visited]) => [...visited].filter(Stack.isStack));
  if (requirements.length === 0) return [];
  return unreachedIn(stage, requirements, tree)
    .filter((nested) => !isAcknowledged(nested, RULE))
    .flatMap((nested) => {
      const message =
        `Stage ${nested.node.path} is not judged, because the CDK does not carry Aspects into Stages. ` +
        'Add one to the Stage: Aspects.of(stage).add(new RequireNaclChangeMonitor()).';
      const around = nested.node.scopes.reverse().find(Stack.isStack) ?? stacks[0];
      if (!around) return [message];
      Validations.of(around).addWarning(acknowledgementOf(RULE), message);
      return [];
    });
}

function unreachedIn(
  stage: IConstruct,
  requirements: readonly ChainRequirements[],
  tree: ConstructTree,
): IConstruct[] {
  return tree.stagesInside(stage).flatMap((nested) => {
    // It reports on the Stages inside it by itself.
    if (hasAspect(nested)) return [];
    const visited = [...(visitsOf(nested)?.values() ?? [])];
    const isReached = tree
      .stacksIn(nested)
      .every(
        (stack) =>
          visited.some((each) => each.has(stack)) ||
          requirements.every((each) => isCovered(stack.account, each)),
      );
    return [...(isReached ? [] : [nested]), ...unreachedIn(nested, requirements, tree)];
  });
}

/** Of another copy of this library only the class's name tells. */
function hasAspect(stage: IConstruct): boolean {
  return (
    [...(visitsOf(stage)?.values() ?? [])].some((visited) => visited.has(stage)) ||
    Aspects.of(stage).all.some((aspect) => aspect.constructor.name === 'RequireNaclChangeMonitor')
  );
}
