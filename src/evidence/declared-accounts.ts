import type { Declaration, Declared, DeployedStack } from '../cloudformation/declaration';
import { accountOf } from '../cloudformation/pseudo-parameters';
import { Account, type UnreadPart } from './account';
import { type ChangeOf, declaredListings } from './declared-listings';

/** Some stacks of one account, and what they have. */
export interface DeclaredAccount {
  readonly stacks: readonly DeployedStack[];
  readonly account: Account;
}

/** One for each account of an app. What one of them refers to in another is read there. */
export function declaredAccounts(declared: Declared): DeclaredAccount[] {
  const everywhere = declaredListings(declared.declarations, changesIn(declared));
  return accountsOfGroups(declared, [...groupedBy(declared.stacks, accountOf).values()], everywhere);
}

/** One for each stack, as if it were the only one of its account. */
export function declaredStacks(declared: Declared): DeclaredAccount[] {
  return accountsOfGroups(
    declared,
    declared.stacks.map((stack) => [stack]),
    undefined,
  );
}

function accountsOfGroups(
  declared: Declared,
  groups: readonly (readonly DeployedStack[])[],
  everywhere: ReturnType<typeof declaredListings> | undefined,
): DeclaredAccount[] {
  const { declarations, unreadable = [] } = declared;
  const changeOf = changesIn(declared);
  const declarationsOf = groupedBy(declarations, ({ stack }) => stack.id);
  const unreadOf = groupedBy(unreadable, ({ stack }) => stack.id);
  return groups.map((stacks) => {
    const ids = [...new Set(stacks.flatMap(({ declaringStacks }) => declaringStacks))];
    const own: Declaration[] = ids.flatMap((id) => declarationsOf.get(id) ?? []);
    const unread: UnreadPart[] = ids.flatMap((id) => unreadOf.get(id) ?? []);
    return {
      stacks,
      account: new Account(accountOf(stacks[0]), declaredListings(own, changeOf), everywhere, unread),
    };
  });
}

/** A macro over a template may change all of its resources, one inside a resource that resource. */
export function changesIn({ unreadable = [] }: Declared): ChangeOf {
  const changes = new Map<string, string>();
  for (const { stack, origin, reason, mayChange } of unreadable) {
    if (mayChange === 'stack') changes.set(stack.id, reason);
    if (mayChange === 'resource') changes.set(`${stack.id}\n${origin.logicalId}`, reason);
  }
  if (changes.size === 0) return () => undefined;
  return ({ stack, logicalId }) => changes.get(stack.id) ?? changes.get(`${stack.id}\n${logicalId}`);
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const others = groups.get(keyOf(item));
    if (others) others.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
