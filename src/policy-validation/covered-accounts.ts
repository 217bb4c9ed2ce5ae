import { Token } from 'aws-cdk-lib/core';
import { UNRESOLVED_ACCOUNT } from '../evidence/account';
import type { ChainRequirements } from './chain-requirements';

/** Whether something else monitors the account. */
export function isCovered(account: string, { coveredAccounts = [] }: ChainRequirements): boolean {
  return coveredAccounts.some((covered) => accountKey(covered.account) === accountKey(account));
}

/** All accounts that are not known before deployment are one. */
export function accountKey(account: string): string {
  return Token.isUnresolved(account) ? UNRESOLVED_ACCOUNT : account;
}
