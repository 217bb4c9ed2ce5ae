import { Annotations, Stack, Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { declaredInConstructs, stagesInside } from '../evidence/from-constructs';
import { accountOf } from '../evidence/pseudo-parameters';
import { acknowledgementOf, isAcknowledged } from './acknowledged';
import { type ChainRequirements, FindingSeverity } from './chain-requirements';
import { accountKey, type Judgement, judge } from './judge';
import { ruleOf, textOfJudgement } from './rules';
import { reportUnreachedStages } from './unreached-stages';

/**
 * Reports on the stacks among `visited`, from the evidence of the whole app.
 *
 * @param stage - the Stage that is being synthesized; an app is one
 * @param visited - the stacks of that Stage that are to be judged, and the Stage where all of it is
 * @returns errors, with which the CDK refuses to synthesize
 */
export function flagStacks(
  stage: IConstruct,
  visited: ReadonlySet<IConstruct>,
  requirements: ChainRequirements,
): string[] {
  const stacks = new Map([...visited].filter(Stack.isStack).map((stack) => [stack.node.path, stack]));
  const accounts = new Set([...stacks.values()].map(({ account }) => accountKey(account)));
  const declared = declaredInConstructs(stage.node.root, stage);
  const judged = { ...declared, stacks: declared.stacks.filter((stack) => accounts.has(accountOf(stack))) };
  for (const judgement of judge(judged, requirements)) {
    for (const { origin } of judgement.stacks) {
      const stack = stacks.get(origin.path ?? '');
      if (stack) flag(stack, judgement, requirements.severity);
    }
  }
  return visited.has(stage) ? reportUnreachedStages(stagesInside(stage), [...stacks.values()]) : [];
}

function flag(stack: Stack, judgement: Judgement, severity = FindingSeverity.WARNING): void {
  const rule = ruleOf(judgement);
  if (isAcknowledged(stack, rule)) return;
  const id = acknowledgementOf(rule);
  const { finding, remedy } = textOfJudgement(judgement);
  const message = remedy === undefined ? finding : `${finding} To mend it: ${remedy}.`;
  if (judgement.verdict.outcome === 'UNKNOWN') {
    Annotations.of(stack).addInfoV2(id, message);
  } else if (severity === FindingSeverity.WARNING) {
    Validations.of(stack).addWarning(id, message);
  } else {
    Validations.of(stack).addError(id, message);
  }
}
