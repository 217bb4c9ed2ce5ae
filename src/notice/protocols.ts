/** @see https://www.iana.org/assignments/protocol-numbers */
const NAMES: Readonly<Record<string, string>> = {
  '-1': 'all',
  1: 'ICMP',
  6: 'TCP',
  17: 'UDP',
  47: 'GRE',
  58: 'ICMPv6',
};

/** Of ICMP's and ICMPv6's types, those that rules name. @see https://www.iana.org/assignments/icmp-parameters */
const ICMP_TYPES: Readonly<Record<string, string>> = {
  ICMP0: 'echo reply',
  ICMP8: 'echo request',
  ICMPv6128: 'echo request',
};

/** "TCP" for "6" and "tcp", "all" for "-1", "protocol 200" for a number without a name; undefined for what is no protocol. */
export function protocolName(text = ''): string | undefined {
  const name = Object.entries(NAMES).find(
    (one) => Number(one[0]) === Number(text) || one[1].toLowerCase() === text.toLowerCase(),
  );
  return name?.[1] ?? (/^\d{1,3}$/.test(text) ? `protocol ${text}` : undefined);
}

/** " (echo request)", or nothing. */
export function icmpTypeWords(protocol: string, type: number): string {
  const name = ICMP_TYPES[protocol + type];
  return name ? ` (${name})` : '';
}
