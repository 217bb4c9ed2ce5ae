import type { Account } from '../account';
import type { May, Open } from '../open';
import type { Random } from '../random';

/** A change of an account. It says in a few words what it changed, or nothing where it does not apply. */
export type Step = (account: Account, random: Random) => string | undefined;

/** Ids are the logical ids of the template, so they hold letters and digits only. */
export function freshId(account: Account, stem: string): string {
  const taken = new Set(
    Object.values(account)
      .filter(Array.isArray)
      .flatMap((list: { id: string }[]) => list.map(({ id }) => id)),
  );
  let number = 2;
  while (taken.has(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

/** A value that a parameter gives. Each parameter is a variable of its own. */
export function byParameter<T>(random: Random, options: readonly T[]): Open<T> {
  return { variable: `Given${random.below(1e6)}`, options, written: 'parameter' };
}

/** A value under one of two conditions, so that several values of an account hang together. */
export function byCondition<T>(random: Random, one: T, other: T): Open<T> {
  const options = random.chance(0.5) ? [one, other] : [other, one];
  return { variable: random.pick(['IsProd', 'IsLarge']), options, written: 'condition' };
}

/** A change of one property: mostly the plain value, sometimes a condition between it and the value before. */
export function plainOrOpen<T>(random: Random, before: May<T>, after: T): May<T> {
  const isPlain = typeof before !== 'object' || before === null;
  return isPlain && random.chance(0.15) ? byCondition(random, before, after) : after;
}

export function said(value: unknown): string {
  const text = JSON.stringify(value) ?? 'none';
  return text.replaceAll('"', '').slice(0, 400);
}
