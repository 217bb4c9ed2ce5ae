import { Account, type UnreadPart } from './account';
import { type Listing, listingOf } from './listing';
import type { Listings, ResourceKind, ResourceKinds } from './listings';
import { REFERENCE_NAMES } from './reference-names';
import type { MetricFilter, Resource } from './resource-model';

/** An account as plain data: all that was read of it, by kind. */
export type AccountData = {
  /** Twelve digits, or `UNRESOLVED_ACCOUNT`. */
  readonly id: string;
  readonly unreadParts?: readonly UnreadPart[];
  /** The ARNs of organization trails of other accounts that record this one. */
  readonly recordedBy?: readonly string[];
} & { readonly [Kind in ResourceKind]?: readonly ResourceKinds[Kind][] };

/** The accounts of plain data, each of which sees what the others share with it. */
export function accountsOf(data: readonly AccountData[]): Account[] {
  const everywhere = listingsOf((kind) =>
    data.flatMap((account) => (account[kind] ?? []) as readonly Resource[]),
  );
  return data.map(
    (account) =>
      new Account(
        account.id,
        listingsOf((kind) => account[kind] ?? []),
        everywhere,
        account.unreadParts ?? [],
        account.recordedBy,
      ),
  );
}

function listingsOf(resourcesOf: (kind: ResourceKind) => readonly Resource[]): Listings {
  const kinds = Object.keys(REFERENCE_NAMES) as ResourceKind[];
  const listings = kinds.map((kind): [ResourceKind, Listing<Resource>] => {
    const names = REFERENCE_NAMES[kind] as (
      resource: Resource,
    ) => ReturnType<(typeof REFERENCE_NAMES)['topics']>;
    return [kind, listingOf(resourcesOf(kind), names, (resource) => [resource], undefined, patternOf)];
  });
  return Object.fromEntries(listings) as unknown as Listings;
}

function patternOf(resource: Resource | MetricFilter): MetricFilter['pattern'] | undefined {
  return 'metricName' in resource ? resource.pattern : undefined;
}
