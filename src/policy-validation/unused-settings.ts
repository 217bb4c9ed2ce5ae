import { Annotations, type Stack, Token, Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { CHECKS } from '../audit/checks';
import { WARNINGS } from '../control/warnings';
import { acknowledgedRules, acknowledgementOf } from './acknowledged';
import type { ChainRequirements } from './chain-requirements';
import { accountKey } from './covered-accounts';

const RULES: ReadonlySet<string> = new Set([...CHECKS.map(({ id }) => id), ...WARNINGS]);

/**
 * Tells a stack of settings that do nothing, most probably because they are misspelt.
 *
 * @param accounts of all stacks of the app
 */
export function tellUnusedSettings(
  stack: Stack,
  requirements: readonly ChainRequirements[],
  accounts: ReadonlySet<string>,
  constructs: readonly IConstruct[],
): void {
  const unknown = new Set(constructs.flatMap(acknowledgedRules).filter((rule) => !RULES.has(rule)));
  for (const rule of unknown) {
    Validations.of(stack).addWarning(
      acknowledgementOf('acknowledge-unknown'),
      `"${acknowledgementOf(rule)}" is acknowledged, and there is no such finding: take the id from the message that it is to accept.`,
    );
  }
  const covered = requirements.flatMap(({ coveredAccounts = [] }) => coveredAccounts);
  for (const { account } of covered) {
    if (Token.isUnresolved(account) || accounts.has(accountKey(account))) continue;
    Annotations.of(stack).addInfoV2(
      acknowledgementOf('covered-account-unknown'),
      `coveredAccounts names account ${account}, in which the app has no stack: leave it out, or check its digits.`,
    );
  }
}
