import { Aspects, Stack, Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { acknowledgementOf, isAcknowledged } from './acknowledged';

const RULE = 'stage-without-aspect';

/**
 * Says which Stages the Aspect does not reach: the CDK synthesizes them before the Aspects of the app around them run,
 * and does not run those inside.
 *
 * The message goes to a stack around or beside the Stage, because the CDK shows only messages of stacks. Where there is
 * none it is an error: a check that runs on nothing must not look like one that passed.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/aspects.html
 */
export function reportUnreachedStages(stages: readonly IConstruct[], stacks: readonly Stack[]): string[] {
  return stages
    .filter((nested) => !isJudged(nested) && !isAcknowledged(nested, RULE))
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

/** By the class's name, because an app may have two copies of this library. */
function isJudged(stage: IConstruct): boolean {
  return Aspects.of(stage).all.some((aspect) => aspect.constructor.name === 'RequireNaclChangeMonitor');
}
