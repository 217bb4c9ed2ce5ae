/** A CIDR block, as far as its size decides. */
export interface AddressRange {
  /** Who opens two halves has opened all: IPv4 /8 and IPv6 /16, and what is shorter, count as everywhere. */
  readonly isEverywhere: boolean;
  /** How much of all addresses it is. */
  readonly share: string;
}

/** Undefined for what is no CIDR block. */
export function addressRange(cidr = ''): AddressRange | undefined {
  const [, address, digits] = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(cidr) ?? [];
  const isIpv6 = address?.includes(':');
  const prefix = Number(digits);
  if (!address || prefix > (isIpv6 ? 128 : 32) || !(isIpv6 || /^\d+(\.\d+){3}$/.test(address)))
    return undefined;
  const [family, longest] = isIpv6 ? ['IPv6', 16] : ['IPv4', 8];
  return {
    isEverywhere: prefix <= longest,
    share:
      prefix === 0
        ? `every ${family} address`
        : `1/${2 ** prefix} of all ${family} addresses; a /${longest} or shorter counts as everywhere`,
  };
}
