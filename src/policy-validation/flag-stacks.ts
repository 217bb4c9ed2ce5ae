import { Stack } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { Declared, DeployedStack } from '../cloudformation/declaration';
import { ConstructTree } from '../cloudformation/from-constructs';
import { accountOf } from '../cloudformation/pseudo-parameters';
import { type ChainRequirements, FindingSeverity } from './chain-requirements';
import { judgeApp } from './judge-app';
import { type Flag, flagsOf, raise } from './stack-flags';
import { reportUnreachedStages } from './unreached-stages';
import { tellUnusedSettings } from './unused-settings';
import type { Visits } from './visits';

/**
 * Reports on the stacks that Aspects visited, from the evidence of the whole app.
 *
 * @param stage - the Stage that is being synthesized; an app is one
 * @param visits - of its constructs
 * @returns errors, with which the CDK refuses to synthesize
 */
export function flagStacks(stage: IConstruct, visits: Visits): string[] {
  const tree = new ConstructTree(stage.node.root, stage);
  const declared = tree.declared();
  const flags = new Map<string, Flag>();
  for (const [requirements, visited] of visits) {
    for (const flag of flagsIn(stacksOf(visited), declared, requirements)) {
      // Several Aspects find the same: it is said once, by the strictest of them.
      const key = JSON.stringify([flag.stack.node.path, flag.message]);
      if (!flags.has(key) || flag.severity === FindingSeverity.ERROR) flags.set(key, flag);
    }
  }
  const [first] = [...visits.values()].flatMap((visited) => [...stacksOf(visited).values()]);
  if (first) {
    const accounts = new Set(declared.stacks.map(accountOf));
    const visited = [...visits.values()].flatMap((each) => [...each]);
    const scopes = new Set(visited.flatMap(({ node }) => node.scopes));
    tellUnusedSettings(first, [...visits.keys()], accounts, [...scopes]);
  }
  return [...[...flags.values()].flatMap(raise), ...reportUnreachedStages(stage, visits, tree)];
}

/** By path; a nested stack is judged as part of the stack that it is deployed with. */
function stacksOf(visited: ReadonlySet<IConstruct>): Map<string, Stack> {
  const stacks = [...visited].filter(Stack.isStack).map((stack) => {
    let top = stack;
    while (top.nestedStackParent) top = top.nestedStackParent;
    return top;
  });
  return new Map(stacks.map((stack) => [stack.node.path, stack]));
}

function flagsIn(
  stacks: ReadonlyMap<string, Stack>,
  declared: Declared,
  requirements: ChainRequirements,
): Flag[] {
  const isAsked = ({ origin }: DeployedStack) => stacks.has(origin.path ?? '');
  return judgeApp(declared, requirements, isAsked).flatMap((judgement) =>
    flagsOf(
      judgement,
      judgement.stacks.flatMap(({ origin }) => stacks.get(origin.path ?? '') ?? []),
    ),
  );
}
