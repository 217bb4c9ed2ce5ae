import type { EVENT_NAMES } from '../control/network-acl-changes';
import type { OutcomeKind } from './outcome';
import { type Rule, ruleName, ruleWords } from './rule';

export type EventName = (typeof EVENT_NAMES)[number];

/** What is done, and what somebody tries to do. */
const VERBS: Readonly<Record<EventName, readonly [done: string, tried: string]>> = {
  CreateNetworkAcl: ['Created', 'create'],
  CreateNetworkAclEntry: ['Added', 'add'],
  DeleteNetworkAcl: ['Deleted', 'delete'],
  DeleteNetworkAclEntry: ['Deleted', 'delete'],
  ReplaceNetworkAclEntry: ['Replaced', 'replace'],
  ReplaceNetworkAclAssociation: ['Moved', 'move'],
};

export function isNetworkAclChange(eventName = ''): eventName is EventName {
  return Object.hasOwn(VERBS, eventName);
}

/** What a call was about. All texts are harmless. */
export interface Subject {
  readonly networkAcl: string;
  readonly vpc: string;
  readonly association: string;
  readonly newAssociation: string;
  readonly rule: Rule;
}

/** A sentence without its full stop that never says more than what became of the call. */
export function actionWords(eventName: EventName, subject: Subject, outcome: OutcomeKind): string {
  const [done, tried] = VERBS[eventName];
  const hasDone = outcome === 'succeeded';
  const object = objectOf(eventName, subject, hasDone);
  const attempt = `to ${tried} ${object}`;
  return {
    succeeded: `${done} ${object}`,
    denied: `Denied: tried ${attempt}`,
    failed: `Failed: tried ${attempt}`,
    'dry run': `Dry run: ${attempt} would have succeeded`,
    unknown: `${eventName}, outcome unknown: ${attempt}`,
  }[outcome];
}

function objectOf(eventName: EventName, subject: Subject, hasDone: boolean): string {
  const { networkAcl, association, newAssociation, rule } = subject;
  const { direction = 'unknown direction' } = rule;
  const acl = `network ACL ${networkAcl}`;
  const name = ruleName(rule);
  const words = `: ${direction}, ${ruleWords(rule)}`;
  const of = `${name} of ${acl} (what it was is not in the record)`;
  switch (eventName) {
    case 'CreateNetworkAcl':
      return `${hasDone ? acl : 'a network ACL'} in VPC ${subject.vpc}`;
    case 'CreateNetworkAclEntry':
      return `${name} to ${acl}${words}`;
    case 'DeleteNetworkAcl':
      return acl;
    case 'DeleteNetworkAclEntry':
      return `${direction} ${of}`;
    case 'ReplaceNetworkAclEntry':
      return `${of}, ${hasDone ? 'now' : 'with'}${words}`;
    default:
      return `a subnet (which one, and what it had before, is not in the record) to ${acl}, association ${association}${
        hasDone ? `, now ${newAssociation}` : ''
      }`;
  }
}
