import { type Fields, booleanAt, numberAt, textAt } from './fields';
import { icmpTypeName, protocolName } from './protocols';
import { SERVICES } from './services';
import { shown } from './untrusted';

/**
 * A rule of a network ACL, as far as the record has it. What it does not have is undefined.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
 */
export interface Rule {
  /** From 1 to 32766; 32767 is the last one, which nobody can change. */
  readonly number?: string;
  readonly direction?: 'inbound' | 'outbound';
  readonly action?: 'allow' | 'deny';
  /** By name: `TCP`; `all`. */
  readonly protocol?: string;
  /** Of TCP and UDP; 0 to 65535 where all are meant. */
  readonly ports?: { readonly from: number; readonly to: number };
  readonly icmp?: { readonly type: number; readonly code?: number };
  readonly cidr?: string;
}

const LAST_RULE = '32767';
const PORT_PROTOCOLS = ['TCP', 'UDP'];

/** @param request - the record's `requestParameters` */
export function ruleOf(request: Fields | undefined): Rule {
  const egress = booleanAt(request, 'egress');
  const action = textAt(request, 'ruleAction')?.toLowerCase();
  const protocolText = textAt(request, 'aclProtocol') ?? textAt(request, 'protocol');
  const protocol = protocolText === undefined ? undefined : (protocolName(protocolText) ?? shown(protocolText));
  const type = numberAt(request, 'icmpTypeCode', 'type');
  const hasIcmp = protocol?.startsWith('ICMP') && type !== undefined;
  const cidr = textAt(request, 'cidrBlock') ?? textAt(request, 'ipv6CidrBlock');
  return {
    number: numberText(textAt(request, 'ruleNumber')),
    direction: egress === undefined ? undefined : egress ? 'outbound' : 'inbound',
    action: action === 'allow' || action === 'deny' ? action : undefined,
    protocol,
    ports: PORT_PROTOCOLS.includes(protocol ?? '') ? portsOf(request) : undefined,
    icmp: hasIcmp ? { type, code: numberAt(request, 'icmpTypeCode', 'code') } : undefined,
    cidr: cidr === undefined ? undefined : shown(cidr.trim()),
  };
}

function numberText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return text.trim() === '*' ? LAST_RULE : shown(text.trim(), 20);
}

function portsOf(request: Fields | undefined): Rule['ports'] {
  const port = numberAt(request, 'portRange') ?? undefined;
  const from = numberAt(request, 'portRange', 'from') ?? numberAt(request, 'portRange', 'fromPort') ?? port;
  const to = numberAt(request, 'portRange', 'to') ?? numberAt(request, 'portRange', 'toPort') ?? port;
  if (from === undefined && to === undefined) return undefined;
  const [low, high] = [from ?? (to as number), to ?? (from as number)];
  if (low === -1 || high === -1) return { from: 0, to: 65535 };
  return low >= 0 && low <= high && high <= 65535 ? { from: low, to: high } : undefined;
}

/** "rule 100"; "rule * (32767)", as the console shows it; "a rule whose number is unknown". */
export function ruleName({ number }: Rule): string {
  if (number === undefined) return 'a rule of unknown number';
  return number === LAST_RULE ? 'rule * (32767)' : `rule ${number}`;
}

/** "allow TCP port 22 (SSH) from 0.0.0.0/0", with "unknown" for each part that the record lacks. */
export function ruleWords(rule: Rule): string {
  const where = rule.direction === 'outbound' ? 'to' : 'from';
  return `${rule.action ?? 'unknown action for'} ${trafficWords(rule)} ${where} ${rule.cidr ?? 'unknown addresses'}`;
}

/** "TCP ports 20-25 (FTP data, FTP, SSH and others)", "ICMP type 8 code 0 (echo request)", "all protocols and ports". */
export function trafficWords({ protocol, ports, icmp }: Rule): string {
  if (protocol === undefined) return 'an unknown protocol';
  if (protocol === 'all') return 'all protocols and ports';
  if (PORT_PROTOCOLS.includes(protocol)) return `${protocol} ${ports ? portsWords(ports) : 'unknown ports'}`;
  return icmp ? `${protocol} ${icmpWords(protocol, icmp)}` : protocol;
}

function portsWords({ from, to }: NonNullable<Rule['ports']>): string {
  if (from === 0 && to === 65535) return 'all ports (0-65535)';
  const inside = [...SERVICES].filter(([port]) => port >= from && port <= to);
  if (from === to) return inside.length > 0 ? `port ${from} (${inside[0][1].name})` : `port ${from}`;
  // Of a wide range only what matters is named.
  const named = inside.length <= 3 ? inside : inside.filter(([, one]) => one.administrative || one.database);
  const names = named.map(([port, { name }]) => `${port} ${name}`).join(', ');
  return names ? `ports ${from}-${to} (with ${names})` : `ports ${from}-${to}`;
}

function icmpWords(protocol: string, { type, code }: NonNullable<Rule['icmp']>): string {
  if (type === -1) return 'of all types';
  const name = icmpTypeName(protocol, type);
  const codes = code === undefined || code === -1 ? '' : ` code ${code}`;
  return `type ${type}${codes}${name ? ` (${name})` : ''}`;
}
