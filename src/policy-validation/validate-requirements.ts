import { Token } from 'aws-cdk-lib/core';
import type { ChainRequirements } from './chain-requirements';

/** Refuses what would silently cover no account, or cover one for no reason. */
export function validateRequirements({ coveredAccounts = [] }: ChainRequirements): void {
  for (const { account, reason } of coveredAccounts) {
    // In JavaScript it may be a number, which has lost the zeros at its front and equals no account of a stack.
    if (typeof (account as unknown) === 'number') {
      throw new Error(`coveredAccounts: ${account} is a number, put its twelve digits in quotes.`);
    }
    if (!Token.isUnresolved(account) && !/^\d{12}$/.test(account)) {
      throw new Error(`coveredAccounts: "${account}" is not an account id: give its twelve digits.`);
    }
    if (!reason?.trim()) {
      throw new Error(`coveredAccounts: say in the reason who monitors account ${account}.`);
    }
  }
}
