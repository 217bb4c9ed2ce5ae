import { Token } from 'aws-cdk-lib/core';
import { type AccountVerdict, audit } from '../audit/audit';
import { mayCount } from '../audit/filter-sets';
import type { Declaration, Declared, DeployedStack, UnreadablePart } from '../cloudformation/declaration';
import { accountOf } from '../cloudformation/pseudo-parameters';
import { FILTER_PATTERN } from '../control/network-acl-changes';
import { UNRESOLVED_ACCOUNT } from '../evidence/snapshot';
import { snapshotOf } from '../evidence/snapshots';
import type { Field } from '../field/field';
import { type ChainRequirements, ChainScope } from './chain-requirements';

/** Stacks that have no sound chain, or of which it is not known. */
export interface Judgement {
  readonly scope: ChainScope;
  /** All stacks of the account, or one stack. */
  readonly stacks: readonly DeployedStack[];
  readonly verdict: AccountVerdict;
}

/** The stacks that do not pass, by account or one by one. */
export function judge(declared: Declared, requirements: ChainRequirements): Judgement[] {
  const { scope = ChainScope.ACCOUNT } = requirements;
  const stacks = declared.stacks.filter((stack) => !isCovered(accountOf(stack), requirements));
  const groups = scope === ChainScope.STACK ? stacks.map((stack) => [stack]) : byAccount(stacks);
  const parts = partsByStack(declared);
  // Whoever has a queue subscribes it, in whatever account: the topic is where it is.
  const subscriptions =
    scope === ChainScope.ACCOUNT
      ? declared.declarations.filter(({ type }) => type === 'AWS::SNS::Subscription')
      : [];
  return groups
    .map((group) => ({ scope, stacks: group, verdict: judgeStacks(group, parts, subscriptions) }))
    .filter(({ verdict }) => verdict.outcome !== 'PASS');
}

/** Whether something else monitors the account. */
export function isCovered(account: string, { coveredAccounts = [] }: ChainRequirements): boolean {
  return coveredAccounts.some((covered) => accountKey(covered.account) === accountKey(account));
}

/** All accounts that are not known before deployment are one. */
export function accountKey(account: string): string {
  return Token.isUnresolved(account) ? UNRESOLVED_ACCOUNT : account;
}

function byAccount(stacks: readonly DeployedStack[]): DeployedStack[][] {
  const groups = new Map<string, DeployedStack[]>();
  for (const stack of stacks) listIn(groups, accountOf(stack)).push(stack);
  return [...groups.values()];
}

type Parts = ReadonlyMap<string, readonly (Declaration | UnreadablePart)[]>;

function partsByStack({ declarations, unreadable = [] }: Declared): Parts {
  const parts = new Map<string, (Declaration | UnreadablePart)[]>();
  for (const part of [...declarations, ...unreadable]) listIn(parts, part.stack.id).push(part);
  return parts;
}

function judgeStacks(
  stacks: readonly DeployedStack[],
  parts: Parts,
  subscriptions: readonly Declaration[],
): AccountVerdict {
  const ids = new Set(stacks.flatMap(({ declaringStacks }) => declaringStacks));
  const its = [...ids].flatMap((id) => parts.get(id) ?? []);
  const isUnread = (part: Declaration | UnreadablePart): part is UnreadablePart => 'reason' in part;
  const declarations = [
    ...its.filter((part): part is Declaration => !isUnread(part)),
    ...subscriptions.filter(({ stack }) => !ids.has(stack.id)),
  ];
  const read = (isCandidate: (pattern: Field<string>) => boolean) =>
    audit(snapshotOf(accountOf(stacks[0]), declarations, its.filter(isUnread), isCandidate));
  // Most accounts that pass have the exact pattern: then no other has to be judged, and no alarm of another be read.
  const verdict = read((pattern) => pattern === FILTER_PATTERN);
  return verdict.outcome === 'PASS' ? verdict : read(mayCount);
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
