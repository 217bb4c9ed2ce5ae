import { Annotations, Stack, Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { Declared } from '../cloudformation/declaration';
import { ConstructTree } from '../cloudformation/from-constructs';
import { accountOf } from '../cloudformation/pseudo-parameters';
import { acknowledgementOf, isAcknowledged } from './acknowledged';
import { type ChainRequirements, FindingSeverity } from './chain-requirements';
import { accountKey, type Judgement, judge } from './judge';
import { ruleOf, textOfJudgement } from './rules';
import { reportUnreachedStages } from './unreached-stages';
import type { Visits } from './visits';

/** What a stack is told. */
interface Flag {
  readonly stack: Stack;
  readonly rule: string;
  readonly message: string;
  readonly severity: FindingSeverity | 'info';
}

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
    for (const flag of flagsOf(stacksOf(visited), declared, requirements)) {
      // Several Aspects find the same: it is said once, by the strictest of them.
      const key = JSON.stringify([flag.stack.node.path, flag.message]);
      if (!flags.has(key) || flag.severity === FindingSeverity.ERROR) flags.set(key, flag);
    }
  }
  for (const flag of flags.values()) raise(flag);
  return reportUnreachedStages(stage, visits, tree);
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

function flagsOf(
  stacks: ReadonlyMap<string, Stack>,
  declared: Declared,
  requirements: ChainRequirements,
): Flag[] {
  const accounts = new Set([...stacks.values()].map(({ account }) => accountKey(account)));
  const judged = { ...declared, stacks: declared.stacks.filter((stack) => accounts.has(accountOf(stack))) };
  return judge(judged, requirements).flatMap((judgement) =>
    judgement.stacks.flatMap(({ origin }) => {
      const stack = stacks.get(origin.path ?? '');
      return stack ? [flagOf(stack, judgement, requirements)] : [];
    }),
  );
}

function flagOf(stack: Stack, judgement: Judgement, requirements: ChainRequirements): Flag {
  const { finding, remedy } = textOfJudgement(judgement);
  return {
    stack,
    rule: ruleOf(judgement),
    message: remedy === undefined ? finding : `${finding} To mend it: ${remedy}.`,
    severity:
      judgement.verdict.outcome === 'UNKNOWN' ? 'info' : (requirements.severity ?? FindingSeverity.WARNING),
  };
}

function raise({ stack, rule, message, severity }: Flag): void {
  if (isAcknowledged(stack, rule)) return;
  const id = acknowledgementOf(rule);
  if (severity === 'info') {
    Annotations.of(stack).addInfoV2(id, message);
  } else if (severity === FindingSeverity.WARNING) {
    Validations.of(stack).addWarning(id, message);
  } else {
    Validations.of(stack).addError(id, message);
  }
}
