/** A CIDR block, as far as its size decides. */
export interface AddressRange {
  readonly family: 'IPv4' | 'IPv6';
  readonly prefix: number;
  /** Nobody outside reaches a network from such an address. */
  readonly isPrivate: boolean;
}

/** The longest prefix that still counts as everywhere: who opens /1 twice has opened all. */
const EVERYWHERE = { IPv4: 8, IPv6: 16 } as const;

/** Undefined for what is no CIDR block. */
export function addressRange(cidr: string): AddressRange | undefined {
  const [, address, digits] = /^\s*([\da-f.:]+)\/(\d{1,3})\s*$/i.exec(cidr) ?? [];
  if (address === undefined) return undefined;
  const prefix = Number(digits);
  if (address.includes(':')) {
    return prefix <= 128 ? { family: 'IPv6', prefix, isPrivate: prefix >= 7 && /^f[cd]/i.test(address) } : undefined;
  }
  const bytes = address.split('.').map(Number);
  if (bytes.length !== 4 || bytes.some((byte) => !(byte <= 255)) || prefix > 32) return undefined;
  return { family: 'IPv4', prefix, isPrivate: prefix >= 8 && bytes[0] === 10 };
}

export function isEverywhere({ family, prefix }: AddressRange): boolean {
  return prefix <= EVERYWHERE[family];
}

/** What share of all addresses a range is, for one that counts as everywhere. */
export function shareOfAll({ family, prefix, isPrivate }: AddressRange): string {
  if (prefix === 0) return `every ${family} address`;
  if (isPrivate) return `private addresses, but a /${EVERYWHERE[family]} or shorter counts as everywhere`;
  const share = prefix === 1 ? 'half' : `1/${2 ** prefix}`;
  return `${share} of all ${family} addresses: a /${EVERYWHERE[family]} or shorter counts as everywhere`;
}
