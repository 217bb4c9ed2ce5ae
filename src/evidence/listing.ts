import { compare, type Field, isUnreadable, shown, type Unreadable } from '../field/field';
import { doubtOf, type Possible } from './possible';
import type { Resource } from './resource-model';

/** The resources of one type, found by name without looking at, or reading, all of them. */
export interface Listing<T> {
  all(): readonly T[];
  /** Those of that name, and those of which it is not known. */
  named(name: Field<string>): readonly Possible<T>[];
  /** Those of exactly that name. */
  exactly(name: Field<string>): readonly Possible<T>[];
  /** Those with a text that suits, which is read before the rest: of metric filters the pattern. */
  where(suits: (text: Field<string>) => boolean): readonly T[];
}

/**
 * A listing that reads a resource when it is asked for, and once.
 *
 * @param items what resources are read from
 * @param namesOf the names by which an item is found, cheaper to read than the whole
 * @param read the resources of an item
 * @param ownNames the names of one resource, where an item may be several of different names
 * @param textOf what `where` goes by
 */
export function listingOf<Item, T extends Resource>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly Field<string>[],
  read: (item: Item) => readonly T[],
  ownNames?: (resource: T) => readonly Field<string>[],
  textOf?: (item: Item) => Field<string> | undefined,
): Listing<T> {
  const resources = new Map<Item, readonly T[]>();
  const resourcesOf = (item: Item): readonly T[] => {
    const known = resources.get(item) ?? read(item);
    resources.set(item, known);
    return known;
  };
  const answers = new Map<string, readonly Possible<T>[]>();
  let built: NameIndex<Item> | undefined;
  const index = () => {
    built ??= new NameIndex(items, namesOf);
    return built;
  };
  return {
    all: () => items.flatMap(resourcesOf),
    where: (suits) =>
      items
        .filter((item) => {
          const text = textOf?.(item);
          return text === undefined || suits(text);
        })
        .flatMap(resourcesOf),
    named: (name) => {
      const key = JSON.stringify(name);
      const answer =
        answers.get(key) ??
        index()
          .find(name)
          .flatMap(([item, doubt]) => {
            const all = resourcesOf(item);
            if (all.length < 2 || !ownNames) return all.map((resource) => possible(resource, doubt));
            return all.flatMap((resource) => among(ownNames(resource), name, resource));
          });
      answers.set(key, answer);
      return answer;
    },
    exactly: (name) =>
      index()
        .exactly(name)
        .flatMap(resourcesOf)
        .filter((resource) => !ownNames || ownNames(resource).some((own) => shown(own) === shown(name)))
        .map((resource) => possible(resource, undefined)),
  };
}

function possible<T extends Resource>(resource: T, doubtfulName: Unreadable | undefined): Possible<T> {
  const doubt = doubtfulName ?? doubtOf(resource);
  if (doubt === undefined) return { resource };
  return doubtfulName === undefined ? { resource, doubt } : { resource, doubt, mayBeAnother: true };
}

/** One of several resources of an item, as far as a name may mean it. */
function among<T extends Resource>(
  ownNames: readonly Field<string>[],
  name: Field<string>,
  resource: T,
): readonly Possible<T>[] {
  const results = ownNames.map((own) => compare(own, name));
  if (results.includes('same')) return [possible(resource, undefined)];
  const doubt = results.find(isUnreadable);
  return doubt ? [possible(resource, doubt)] : [];
}

/** Most names are known texts, which a map finds; only the others have to be compared one by one. */
class NameIndex<Item> {
  private readonly byText = new Map<string, Item[]>();
  private readonly named: { readonly item: Item; readonly name: Field<string> }[] = [];
  private readonly undecided: { readonly item: Item; readonly name: Field<string> }[] = [];

  constructor(items: readonly Item[], namesOf: (item: Item) => readonly Field<string>[]) {
    for (const item of items) {
      for (const name of namesOf(item)) {
        const entry = { item, name };
        this.named.push(entry);
        if (isUndecided(name)) this.undecided.push(entry);
        const others = this.byText.get(shown(name));
        if (others) others.push(item);
        else this.byText.set(shown(name), [item]);
      }
    }
  }

  public exactly(name: Field<string>): readonly Item[] {
    return this.byText.get(shown(name)) ?? [];
  }

  /** Each item once, with the doubt where its name may be this one. */
  public find(name: Field<string>): [Item, Unreadable | undefined][] {
    const found = new Map<Item, Unreadable | undefined>();
    for (const item of this.exactly(name)) found.set(item, undefined);
    for (const entry of isUndecided(name) ? this.named : this.undecided) {
      if (found.has(entry.item) && found.get(entry.item) === undefined) continue;
      const result = compare(entry.name, name);
      if (isUnreadable(result)) found.set(entry.item, result);
    }
    return [...found];
  }
}

/** Whether it may turn out to be another text than the one that stands for it. */
function isUndecided(name: Field<string>): boolean {
  return isUnreadable(name) || name.includes('${AWS::');
}
