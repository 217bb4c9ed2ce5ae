import { EVENT_NAMES } from '../control/network-acl-changes';
import { textAt } from './fields';
import type { Outcome } from './outcome';
import { type Rule, ruleName, ruleWords } from './rule';
import { shown } from './untrusted';

export type EventName = (typeof EVENT_NAMES)[number];

/** What a call was about, beside the rule. */
export interface Subject {
  readonly networkAcl?: string;
  readonly vpc?: string;
  readonly association?: string;
  readonly newAssociation?: string;
}

export function isNetworkAclChange(eventName: string | undefined): eventName is EventName {
  return (EVENT_NAMES as readonly (string | undefined)[]).includes(eventName);
}

export function subjectOf(record: unknown): Subject {
  const made = textAt(record, 'responseElements', 'networkAcl', 'networkAclId');
  const id = (text: string | undefined) => (text === undefined ? undefined : shown(text));
  return {
    networkAcl: id(textAt(record, 'requestParameters', 'networkAclId') ?? made),
    vpc: id(
      textAt(record, 'requestParameters', 'vpcId') ??
        textAt(record, 'responseElements', 'networkAcl', 'vpcId'),
    ),
    association: id(textAt(record, 'requestParameters', 'associationId')),
    newAssociation: id(textAt(record, 'responseElements', 'newAssociationId')),
  };
}

interface Words {
  readonly done: string;
  readonly tried: string;
  /** In as few words as a subject line has room for. */
  readonly short: string;
}

/** A sentence without its full stop that never says more than what became of the call. */
export function actionWords(eventName: EventName, subject: Subject, rule: Rule, outcome: Outcome): string {
  const { done, tried } = wordsFor(eventName, subject, rule);
  switch (outcome.kind) {
    case 'succeeded':
      return done;
    case 'denied':
      return `Denied: tried to ${tried}`;
    case 'dry run':
      return `Dry run, nothing changed: to ${tried} would have succeeded`;
    case 'failed':
      return `Failed: tried to ${tried}`;
    default:
      return `${eventName}, whose outcome is unknown: to ${tried}`;
  }
}

/** The same for a subject line, what matters first: "inbound allow TCP 22 (SSH) from 0.0.0.0/0, rule 100 added". */
export function shortActionWords(
  eventName: EventName,
  subject: Subject,
  rule: Rule,
  outcome: Outcome,
): string {
  const { short, done, tried } = wordsFor(eventName, subject, rule);
  const traffic = short && `${short.replace(/ ports? (?=\d)/, ' ')}, `;
  const [doneBefore, triedBefore] = [done, tried].map((text) => text.split(/: |, | with$| with:/)[0]);
  switch (outcome.kind) {
    case 'succeeded':
      return traffic ? `${traffic}${ruleName(rule)} ${doneBefore.split(' ')[0].toLowerCase()}` : doneBefore;
    case 'denied': // the risk says it already
      return `${traffic}${triedBefore}`;
    case 'dry run':
      return `dry run, ${traffic}${triedBefore}`;
    case 'failed':
      return `failed, ${traffic}${triedBefore}`;
    default:
      return `${eventName}, outcome unknown`;
  }
}

function wordsFor(eventName: EventName, subject: Subject, rule: Rule): Words {
  const networkAcl = subject.networkAcl ?? 'of unknown id';
  const acl = `network ACL ${networkAcl}`;
  const direction = rule.direction ?? 'unknown direction';
  const rest = `${direction}, ${ruleWords(rule)}`;
  const short = `${direction} ${ruleWords(rule)}`;
  const name = ruleName(rule);
  const vpc = subject.vpc === undefined ? '' : ` in VPC ${subject.vpc}`;
  switch (eventName) {
    case 'CreateNetworkAcl':
      return { done: `Created ${acl}${vpc}`, tried: `create a network ACL${vpc}`, short: '' };
    case 'CreateNetworkAclEntry':
      return { done: `Added ${name} to ${acl}: ${rest}`, tried: `add ${name} to ${acl}: ${rest}`, short };
    case 'DeleteNetworkAcl':
      return { done: `Deleted ${acl}`, tried: `delete ${acl}`, short: '' };
    case 'DeleteNetworkAclEntry':
      return {
        done: `Deleted ${name} (${direction}) of ${acl}`,
        tried: `delete ${name} (${direction}) of ${acl}`,
        short: '',
      };
    case 'ReplaceNetworkAclEntry':
      return {
        done: `Replaced ${name} of ${acl}, which is now: ${rest}`,
        tried: `replace ${name} of ${acl} with: ${rest}`,
        short,
      };
    case 'ReplaceNetworkAclAssociation': {
      const association = `association ${subject.association ?? 'of unknown id'}`;
      const became = subject.newAssociation === undefined ? '' : `, which became ${subject.newAssociation}`;
      return {
        done: `Moved a subnet to ${acl} (${association}${became})`,
        tried: `move a subnet to ${acl} (${association})`,
        short: '',
      };
    }
  }
}
