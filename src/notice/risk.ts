import type { EventName, Subject } from './action';
import { addressRange } from './address-range';
import type { LookedUp } from './looked-up';
import type { Outcome } from './outcome';
import { type Rule, trafficWords } from './rule';
import { servicesOf, serviceWords } from './services';

/** From what somebody should get up for to what can wait. */
export const RISKS = ['high', 'attempt', 'none'] as const;
export type Risk = (typeof RISKS)[number];

/** What decides the risk of a change. */
export interface RiskFacts extends Outcome, Subject {
  readonly eventName: EventName;
  readonly isRoot: boolean;
  readonly lookedUp?: LookedUp;
}

/** Why the row holds for a change, as a part of a sentence, or something false. */
type Reason = (facts: RiskFacts) => unknown;

/**
 * The table of docs/notices.md, row by row. The first that holds decides; of `high` ones each reason is given.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-21
 */
export const RISK_TABLE: readonly (readonly [risk: Risk, reason: Reason])[] = [
  ['high', (facts) => mayHaveHappened(facts) && opening(facts.rule)],
  ['high', ({ isRoot }) => isRoot && 'the root user made the call'],
  [
    'high',
    (facts) =>
      mayHaveHappened(facts) &&
      isMove(facts) &&
      facts.lookedUp?.isDefault &&
      'a subnet now has a default network ACL',
  ],
  [
    'attempt',
    ({ outcome, rule }) =>
      outcome === 'denied' &&
      ['somebody was denied, nothing changed', opening(rule)].filter(Boolean).join('; it would have been '),
  ],
  ['none', ({ outcome }) => outcome === 'dry run' && 'a dry run, nothing changed'],
  // EC2's codes for its own faults do not say whether it did anything.
  [
    'none',
    ({ outcome, errorCode = '' }) =>
      outcome === 'failed' &&
      (/^server|internal|unavailable/i.test(errorCode)
        ? 'AWS failed, its effect is not in the record'
        : 'the call failed, nothing changed'),
  ],
  ['none', ({ eventName }) => eventName === 'DeleteNetworkAcl' && 'only one without subnets can be deleted'],
  [
    'none',
    ({ eventName }) => eventName === 'DeleteNetworkAclEntry' && 'what the rule was is not in the record',
  ],
  ['none', ({ eventName }) => eventName === 'CreateNetworkAcl' && 'a new network ACL has no subnets'],
  [
    'none',
    (facts) =>
      isMove(facts) &&
      (facts.lookedUp?.isDefault === false
        ? 'not a default network ACL'
        : 'whether it is a default network ACL is not in the record'),
  ],
  ['none', ({ rule }) => rule.action === 'deny' && 'the rule denies'],
  ['none', ({ rule }) => rule.direction === 'outbound' && 'an outbound rule'],
  ['none', ({ rule }) => addressRange(rule.cidr)?.isEverywhere === false && `limited to ${rule.cidr}`],
  [
    'none',
    ({ rule }) =>
      rule.protocol &&
      rule.action === 'allow' &&
      addressRange(rule.cidr) &&
      `${trafficWords(rule)}, no administrative port${databases(rule)}`,
  ],
  ['none', () => 'too much is not in the record'],
];

export interface Judgement {
  readonly risk: Risk;
  /** Each a part of a sentence; at least one. */
  readonly reasons: readonly string[];
}

export function riskOf(facts: RiskFacts): Judgement {
  const held = RISK_TABLE.flatMap(([risk, reason]) => {
    const text = reason(facts);
    return text ? [{ risk, text: String(text) }] : [];
  });
  const [{ risk }] = held;
  return {
    risk,
    reasons: held.filter((one, index) => !index || one.risk === 'high').map(({ text }) => text),
  };
}

/** Of a record without an outcome the worse is assumed. */
function mayHaveHappened({ outcome }: RiskFacts): boolean {
  return outcome === 'succeeded' || outcome === 'unknown';
}

function isMove({ eventName }: RiskFacts): boolean {
  return eventName === 'ReplaceNetworkAclAssociation';
}

function databases({ ports }: Rule): string {
  const found = servicesOf(ports, '#');
  return found.length > 0 ? `, but a database's: ${serviceWords(found)}` : '';
}

/** What of a rule is an administrative port to everybody, in words. A part that the record lacks may be anything. */
function opening(rule: Rule): string | undefined {
  const { action, direction = 'perhaps inbound', protocol = '', ports, cidr } = rule;
  const range = addressRange(cidr);
  const administrative = servicesOf(ports, '!');
  if (action !== 'allow' || direction === 'outbound' || !range?.isEverywhere) return undefined;
  if (!/^(all|TCP|UDP)$/.test(protocol) || (ports && administrative.length === 0)) return undefined;
  const words = `${direction} ${trafficWords(rule)} allowed from ${cidr}, ${range.share}`;
  return ports && ports.from > 1023 && ports.to - ports.from > 1000
    ? `${words}; return traffic needs such ranges too, up to 1024-65535`
    : words;
}
