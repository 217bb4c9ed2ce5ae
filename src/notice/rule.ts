import { numberAt, textAt } from './fields';
import { icmpTypeWords, protocolName } from './protocols';
import { type Ports, servicesOf, serviceWords } from './services';
import { shown } from './untrusted';

/**
 * A rule of a network ACL, as far as the record has it. What it does not have is undefined.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
 */
export interface Rule {
  /** From 1 to 32766; 32767 is the last one, `*`, which nobody can change. */
  readonly number?: string;
  readonly direction?: string;
  readonly action?: string;
  /** By name: `TCP`; `all`. */
  readonly protocol?: string;
  /** Of TCP and UDP; 0 to 65535 where all are meant. */
  readonly ports?: Ports;
  readonly icmpType?: number;
  readonly icmpCode?: number;
  readonly cidr?: string;
}

const HAS_PORTS = /^(TCP|UDP)$/;

/** @param request - the record's `requestParameters` */
export function ruleOf(request: unknown): Rule {
  const given = (...paths: string[]) => {
    const text = textAt(request, ...paths);
    return text && shown(text, 60);
  };
  const text = given('aclProtocol', 'protocol');
  const protocol = protocolName(text) ?? text;
  const egress = given('egress')?.toLowerCase();
  return {
    number: given('ruleNumber'),
    direction: egress === 'true' ? 'outbound' : egress === 'false' ? 'inbound' : undefined,
    action: given('ruleAction')?.toLowerCase(),
    protocol,
    // EC2 ignores them in rules for other protocols.
    ports: HAS_PORTS.test(protocol ?? 'TCP') ? portsOf(request) : undefined,
    icmpType: numberAt(request, 'icmpTypeCode.type'),
    icmpCode: numberAt(request, 'icmpTypeCode.code'),
    cidr: given('cidrBlock', 'ipv6CidrBlock'),
  };
}

function portsOf(request: unknown): Ports | undefined {
  const from = numberAt(request, 'portRange.from', 'portRange.to') ?? -2;
  const to = numberAt(request, 'portRange.to', 'portRange.from') ?? -2;
  if (from === -1) return { from: 0, to: 65535 };
  return from >= 0 && from <= to && to <= 65535 ? { from, to } : undefined;
}

/** "rule 100"; "rule * (32767)", as the console shows the last one. */
export function ruleName({ number = 'of unknown number' }: Rule): string {
  return `rule ${number === '32767' ? '* (32767)' : number}`;
}

/** "allow TCP port 22 (SSH) from 0.0.0.0/0", with "unknown" for each part that the record lacks. */
export function ruleWords(rule: Rule): string {
  const { action = 'unknown action for', direction, cidr = 'unknown addresses' } = rule;
  return `${action} ${trafficWords(rule)} ${direction === 'outbound' ? 'to' : 'from'} ${cidr}`;
}

/** "TCP ports 20-25, with 22 (SSH)", "ICMP type 8 code 0 (echo request)", "all protocols and ports". */
export function trafficWords({
  protocol = 'unknown protocol',
  ports,
  icmpType = -1,
  icmpCode = -1,
}: Rule): string {
  if (protocol === 'all') return 'all protocols and ports';
  if (HAS_PORTS.test(protocol)) return `${protocol} ${portsWords(ports)}`;
  if (icmpType < 0 || !protocol.startsWith('ICMP')) return protocol;
  return `${protocol} type ${icmpType}${icmpCode < 0 ? '' : ` code ${icmpCode}`}${icmpTypeWords(protocol, icmpType)}`;
}

function portsWords(ports: Ports | undefined): string {
  if (!ports) return 'unknown ports';
  const { from, to } = ports;
  const inside = servicesOf(ports);
  if (from === to) return `port ${serviceWords(inside) || from}`;
  if (to - from === 65535) return 'all ports';
  // Of a wide range only what matters is named.
  const named = serviceWords(inside.length < 4 ? inside : servicesOf(ports, '!'));
  return `ports ${from}-${to}${named && `, with ${named}`}`;
}
