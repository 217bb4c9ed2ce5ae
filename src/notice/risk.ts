import type { EventName } from './action';
import { addressRange, isEverywhere, shareOfAll } from './address-range';
import type { LookedUp } from './looked-up';
import type { OutcomeKind } from './outcome';
import { type Rule, trafficWords } from './rule';
import { SERVICES } from './services';

/** From what somebody should get up for to what can wait. */
export const RISKS = ['high', 'attempt', 'none'] as const;
export type Risk = (typeof RISKS)[number];

/** What decides the risk of a change. */
export interface RiskFacts {
  readonly eventName: EventName;
  readonly outcome: OutcomeKind;
  readonly errorCode?: string;
  readonly isRoot: boolean;
  readonly rule: Rule;
  readonly lookedUp?: LookedUp;
}

export interface Judgement {
  readonly risk: Risk;
  /** Each a part of a sentence; at least one. */
  readonly reasons: readonly string[];
}

interface Row {
  readonly risk: Risk;
  /** For the documentation, which shows this table. */
  readonly what: string;
  /** Why it is so for a change, or nothing where the row is not about it. */
  reason(facts: RiskFacts): string | false | undefined;
}

/**
 * The first row that holds decides; the reasons of all `high` ones that hold are given.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-21
 */
export const RISK_TABLE: readonly Row[] = [
  {
    risk: 'high',
    what: 'inbound, allow, TCP, UDP or all protocols, ports with 22 or 3389, from everywhere (an IPv4 prefix of /8 or shorter, an IPv6 prefix of /16 or shorter)',
    reason: (facts) => mayHaveHappened(facts) && opening(facts, 'is open to'),
  },
  {
    risk: 'high',
    what: 'anything that the root user does or tries',
    reason: ({ isRoot }) => isRoot && 'the root user made the call',
  },
  {
    risk: 'high',
    what: 'a subnet moved to a default network ACL, where a look-up says so',
    reason: (facts) =>
      mayHaveHappened(facts) &&
      facts.eventName === 'ReplaceNetworkAclAssociation' &&
      facts.lookedUp?.isDefault === true &&
      'a subnet now has the default network ACL',
  },
  {
    risk: 'attempt',
    what: 'a call that was denied: somebody tried',
    reason: (facts) => {
      if (facts.outcome !== 'denied') return undefined;
      const would = opening(facts, 'would be open to');
      return `somebody tried and was denied, nothing changed${would ? `; otherwise ${would}` : ''}`;
    },
  },
  {
    risk: 'none',
    what: 'a dry run',
    reason: ({ outcome }) => outcome === 'dry run' && 'a dry run, nothing changed',
  },
  {
    risk: 'none',
    what: 'a call that failed for another reason',
    reason: ({ outcome, errorCode }) => {
      if (outcome !== 'failed') return undefined;
      const sure = !/^server|internal|unavailable/i.test(errorCode ?? '');
      return sure
        ? 'the call failed, nothing changed'
        : 'the call failed on the side of AWS; whether something changed is not in the record';
    },
  },
  {
    risk: 'none',
    what: 'a deleted network ACL',
    reason: ({ eventName }) =>
      eventName === 'DeleteNetworkAcl' && 'only a network ACL that no subnet uses can be deleted',
  },
  {
    risk: 'none',
    what: 'a deleted rule: what it was is not in the record',
    reason: ({ eventName }) =>
      eventName === 'DeleteNetworkAclEntry' && 'what the rule was is not in the record, so this is not judged',
  },
  {
    risk: 'none',
    what: 'a new network ACL, which no subnet uses yet',
    reason: ({ eventName }) => eventName === 'CreateNetworkAcl' && 'no subnet uses a new network ACL',
  },
  {
    risk: 'none',
    what: 'a subnet moved to another network ACL',
    reason: ({ eventName, lookedUp }) => {
      if (eventName !== 'ReplaceNetworkAclAssociation') return undefined;
      return lookedUp?.isDefault === false
        ? 'the new network ACL is not the default one'
        : 'whether the new network ACL is the default one is not in the record, so this is not judged';
    },
  },
  {
    risk: 'none',
    what: 'a rule that denies',
    reason: ({ rule }) => rule.action === 'deny' && 'the rule denies',
  },
  {
    risk: 'none',
    what: 'an outbound rule',
    reason: ({ rule }) => rule.direction === 'outbound' && 'an outbound rule',
  },
  {
    risk: 'none',
    what: 'a rule for a limited range of addresses',
    reason: ({ rule }) => {
      const range = rule.cidr === undefined ? undefined : addressRange(rule.cidr);
      return range && !isEverywhere(range) && `limited to ${rule.cidr}`;
    },
  },
  {
    risk: 'none',
    what: "another port or protocol from everywhere; a database's port is named",
    reason: ({ rule }) => {
      if (rule.cidr === undefined || addressRange(rule.cidr) === undefined || !rule.protocol) return undefined;
      const databases = [...SERVICES].filter(
        ([port, one]) => one.database && rule.ports && port >= rule.ports.from && port <= rule.ports.to,
      );
      const named = databases.map(([port, { name }]) => `${port} ${name}`).join(', ');
      return named
        ? `not an administrative port, but a database's: ${named}`
        : `${trafficWords(rule)}: no administrative port`;
    },
  },
  {
    risk: 'none',
    what: 'what a record lacks so much of that nothing can be said',
    reason: () => 'unknown, the record has too little to judge',
  },
];

export function riskOf(facts: RiskFacts): Judgement {
  const held = RISK_TABLE.flatMap((row) => {
    const reason = row.reason(facts);
    return reason ? [{ risk: row.risk, reason }] : [];
  });
  const { risk } = held[0];
  const reasons = held.filter((one) => one.risk === risk).map(({ reason }) => reason);
  return { risk, reasons: risk === 'high' ? reasons : reasons.slice(0, 1) };
}

/** Of a record without an outcome the worse is assumed. */
function mayHaveHappened({ outcome }: RiskFacts): boolean {
  return outcome === 'succeeded' || outcome === 'unknown';
}

/** What of a rule is an administrative port to everybody, in words. A part that the record lacks may be anything. */
function opening({ eventName, rule }: RiskFacts, isOpenTo: string): string | undefined {
  if (eventName !== 'CreateNetworkAclEntry' && eventName !== 'ReplaceNetworkAclEntry') return undefined;
  const { action, direction, protocol, ports, cidr } = rule;
  if (action !== 'allow' || direction === 'outbound') return undefined;
  const range = cidr === undefined ? undefined : addressRange(cidr);
  if (range === undefined || !isEverywhere(range)) return undefined;
  if (protocol !== 'all' && protocol !== 'TCP' && protocol !== 'UDP') return undefined;
  const reached = protocol === 'all' || ports === undefined ? undefined : administrative(ports);
  if (reached?.length === 0) return undefined;
  const returning = ports && ports.from >= 1024 && ports.to - ports.from >= 1000;
  return [
    `${direction ?? 'perhaps inbound'} ${trafficWords(rule)} ${isOpenTo} ${cidr}, ${shareOfAll(range)}`,
    reached && ports && ports.from < ports.to && `it contains ${reached.join(' and ')}`,
    returning && 'return traffic uses such a range too (1024-65535), because network ACLs are stateless',
  ]
    .filter(Boolean)
    .join('; ');
}

function administrative({ from, to }: NonNullable<Rule['ports']>): string[] {
  return [...SERVICES]
    .filter(([port, one]) => one.administrative && port >= from && port <= to)
    .map(([port, { name }]) => `${port} (${name})`);
}
