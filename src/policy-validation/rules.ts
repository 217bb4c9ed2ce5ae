import { type Text, textOf } from '../report/text';
import { ChainScope } from './chain-requirements';
import type { Judgement } from './judge';

/** The rule that a judgement breaks: the check of the first link that does not hold. */
export function ruleOf({ verdict }: Judgement): string {
  return verdict.broken?.check.id ?? '';
}

export function textOfJudgement({ scope, stacks: [{ origin }], verdict }: Judgement): Text {
  return scope === ChainScope.STACK
    ? textOf(verdict, `stack ${origin.path ?? origin.template}`)
    : textOf(verdict);
}
