/** @see https://www.iana.org/assignments/protocol-numbers */
const NAMES: Readonly<Record<string, string>> = {
  '-1': 'all',
  '1': 'ICMP',
  '2': 'IGMP',
  '4': 'IPv4 in IP',
  '6': 'TCP',
  '17': 'UDP',
  '41': 'IPv6 in IP',
  '47': 'GRE',
  '50': 'ESP',
  '51': 'AH',
  '58': 'ICMPv6',
  '89': 'OSPF',
  '103': 'PIM',
  '112': 'VRRP',
  '132': 'SCTP',
};

/** "TCP" for "6", "tcp" and 6; "all" for "-1"; "protocol 200" for a number without a name; undefined for what is no protocol. */
export function protocolName(text: string): string | undefined {
  const given = text.trim().toLowerCase();
  if (given in NAMES && /^-?\d/.test(given)) return NAMES[given];
  if (/^\d{1,3}$/.test(given) && Number(given) <= 255) return `protocol ${Number(given)}`;
  if (given === 'icmp6') return 'ICMPv6';
  return Object.values(NAMES).find((name) => name.toLowerCase() === given);
}

/** Of ICMP's and ICMPv6's types, those that rules name. @see https://www.iana.org/assignments/icmp-parameters */
const ICMP_TYPES: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  ICMP: {
    0: 'echo reply',
    3: 'destination unreachable',
    5: 'redirect',
    8: 'echo request',
    11: 'time exceeded',
    13: 'timestamp',
  },
  ICMPv6: {
    1: 'destination unreachable',
    2: 'packet too big',
    3: 'time exceeded',
    128: 'echo request',
    129: 'echo reply',
    133: 'router solicitation',
    134: 'router advertisement',
    135: 'neighbor solicitation',
    136: 'neighbor advertisement',
  },
};

export function icmpTypeName(protocol: string, type: number): string | undefined {
  return ICMP_TYPES[protocol]?.[type];
}
