import { Annotations, type Stack, Stage, Validations } from 'aws-cdk-lib/core';
import { shortMessage, wholeMessage } from '../report/stack-message';
import { notesText } from '../report/text';
import { acknowledgementOf, isAcknowledged } from './acknowledged';
import { FindingSeverity } from './chain-requirements';
import { type Judgement, remedyOf, ruleOf, textOf } from './judge-app';
import { isSupportStack } from './support-stacks';

/** What a stack is told. */
export interface Flag {
  readonly stack: Stack;
  readonly rule: string;
  readonly message: string;
  readonly severity: FindingSeverity | 'info';
}

/**
 * Flags the stacks of a judgement: the first one is told everything, the others where to look. What is not known, and what
 * should be known of an account that passes, is told once.
 *
 * @param stacks those that are to be flagged
 */
export function flagsOf(judgement: Judgement, stacks: readonly Stack[]): Flag[] {
  const { result, severity } = judgement;
  const rule = severity === undefined ? 'note' : ruleOf(judgement);
  const [first, ...others] = stacks.filter((stack) => !isSupportStack(stack) && !isAcknowledged(stack, rule));
  if (!first) return [];
  if (severity === undefined) {
    const message = notesText(result);
    return message === undefined ? [] : [{ stack: first, rule, message, severity: 'info' }];
  }
  const message = wholeMessage(result, textOf(judgement), remedyOf(judgement), acknowledgementOf(rule));
  if (severity === 'info') return [{ stack: first, rule, message, severity }];
  return [
    { stack: first, rule, message, severity },
    ...others.map((stack) => ({
      stack,
      rule,
      message: shortMessage(result, first.node.path),
      severity,
    })),
  ];
}

/**
 * Tells a stack.
 *
 * @returns the error of a stack inside a Stage: the CDK's command line shows the messages of such stacks, and fails for
 * them, only where they are selected, as by `cdk synth '**'`
 *
 * @see https://github.com/aws/aws-cdk/issues/22507
 */
export function raise({ stack, rule, message, severity }: Flag): string[] {
  const id = acknowledgementOf(rule);
  if (severity === 'info') {
    Annotations.of(stack).addInfoV2(id, message);
    return [];
  }
  if (severity === FindingSeverity.WARNING) {
    Validations.of(stack).addWarning(id, message);
    return [];
  }
  Validations.of(stack).addError(id, message);
  return Stage.of(stack)?.parentStage ? [`${stack.node.path}: ${message}`] : [];
}
