import { actionWords, isNetworkAclChange, shortActionWords, subjectOf } from './action';
import { channelOf, sourceOf } from './channel';
import { at, isFields, textAt } from './fields';
import { type Links, linksOf, type LogGroup } from './links';
import { type LookedUp, lookedUpWords } from './looked-up';
import { type OutcomeKind, outcomeOf } from './outcome';
import { mfaWords, principalOf } from './principal';
import { type Risk, riskOf } from './risk';
import { type Rule, ruleOf } from './rule';
import { harmless, shown } from './untrusted';

/** What one record says, in words that every form uses. All texts are harmless, and "unknown" where the record has nothing. */
export interface Notice {
  readonly risk: Risk;
  /** Why it is this risk, each a part of a sentence; at least one. */
  readonly reasons: readonly string[];
  /** A sentence without its full stop. */
  readonly action: string;
  readonly shortAction: string;
  readonly eventName: string;
  readonly outcome: OutcomeKind;
  readonly errorCode?: string;
  readonly error?: string;
  readonly networkAcl: string;
  readonly rule?: Rule;
  readonly vpc?: string;
  readonly association?: string;
  readonly newAssociation?: string;
  readonly account: string;
  readonly region: string;
  readonly who: string;
  readonly whoDetails: readonly string[];
  /** The ARN of the role, the user or the root user. */
  readonly principal: string;
  readonly channel: string;
  readonly source: string;
  readonly mfa: string;
  /** `2026-11-25 10:15:30 UTC` */
  readonly time: string;
  readonly eventId: string;
  /** What one would like to know and the record does not hold, each a sentence. */
  readonly notInRecord: readonly string[];
  /** What EC2 was asked, or why there was no answer. */
  readonly lookUp?: string;
  readonly links: Links;
}

export interface NoticeContext {
  readonly logGroup?: LogGroup;
  /** A text says why a look-up failed. */
  readonly lookedUp?: LookedUp | string;
}

/** Never throws, whatever the record is: one that cannot be read becomes a notice that says so. */
export function noticeOf(record: unknown, context: NoticeContext = {}): Notice {
  if (!isFields(record)) return unreadable('it is no JSON object');
  const eventName = textAt(record, 'eventName');
  const account = textAt(record, 'recipientAccountId') ?? textAt(record, 'userIdentity', 'accountId');
  const region = textAt(record, 'awsRegion');
  const eventId = textAt(record, 'eventID');
  const outcome = outcomeOf(record);
  const principal = principalOf(record, account);
  const subject = subjectOf(record);
  const common = {
    eventName: eventName === undefined ? 'unknown' : shown(eventName),
    outcome: outcome.kind,
    ...(outcome.errorCode && { errorCode: outcome.errorCode }),
    ...(outcome.error && { error: outcome.error }),
    account: account === undefined ? 'unknown' : shown(account),
    region: region === undefined ? 'unknown' : shown(region),
    who: principal.name,
    whoDetails: principal.details,
    principal: principal.arn,
    channel: channelOf(record),
    source: sourceOf(record),
    mfa: mfaWords(record),
    time: timeWords(textAt(record, 'eventTime')),
    eventId: eventId === undefined ? 'unknown' : shown(eventId),
    networkAcl: subject.networkAcl ?? 'unknown',
  };
  if (!isNetworkAclChange(eventName)) {
    const reason = `${common.eventName === 'unknown' ? 'a record without an event name' : common.eventName} is no change of a network ACL`;
    return {
      ...common,
      risk: 'none',
      reasons: [reason],
      action: `Not judged: ${reason}`,
      shortAction: reason,
      notInRecord: [],
      links: linksOf(region, undefined, undefined, eventId, undefined),
    };
  }

  const request = at(record, 'requestParameters');
  const hasRule = eventName.endsWith('Entry');
  const rule = hasRule ? ruleOf(isFields(request) ? request : undefined) : {};
  const lookedUp = typeof context.lookedUp === 'object' ? context.lookedUp : undefined;
  const lookUp =
    typeof context.lookedUp === 'string' ? `failed: ${harmless(context.lookedUp)}` : lookedUp && lookedUpWords(lookedUp);
  const facts = { eventName, outcome: outcome.kind, errorCode: outcome.errorCode, isRoot: principal.isRoot, rule, lookedUp };
  return {
    ...riskOf(facts),
    action: actionWords(eventName, subject, rule, outcome),
    shortAction: shortActionWords(eventName, subject, rule, outcome),
    ...common,
    ...subjectFields(subject),
    networkAcl: common.networkAcl,
    ...(hasRule && { rule }),
    notInRecord: missingFacts(eventName, lookedUp),
    ...(lookUp && { lookUp }),
    links: linksOf(region, subject.networkAcl, rule.number, eventId, eventName === 'CreateNetworkAcl' ? undefined : context.logGroup),
  };
}

/** For what is no record at all. @param why - a part of a sentence */
export function unreadable(why: string): Notice {
  const unknown = 'unknown';
  const reason = `a line of the log could not be read: ${why}`;
  return {
    risk: 'none',
    reasons: [reason],
    action: 'Unknown: look at the log group',
    shortAction: reason,
    eventName: unknown,
    outcome: 'unknown',
    networkAcl: unknown,
    account: unknown,
    region: unknown,
    who: unknown,
    whoDetails: [],
    principal: unknown,
    channel: unknown,
    source: unknown,
    mfa: unknown,
    time: unknown,
    eventId: unknown,
    notInRecord: [],
    links: {},
  };
}

function subjectFields(subject: Readonly<Record<string, string | undefined>> | object) {
  return Object.fromEntries(Object.entries(subject).filter(([, value]) => value !== undefined));
}

function missingFacts(eventName: string, lookedUp: LookedUp | undefined): string[] {
  switch (eventName) {
    case 'DeleteNetworkAclEntry':
      return ['What the rule was is not in the record.'];
    case 'ReplaceNetworkAclEntry':
      return ['What the rule said before is not in the record.'];
    case 'ReplaceNetworkAclAssociation':
      return [
        lookedUp?.movedSubnet
          ? 'Which network ACL the subnet had before is not in the record.'
          : 'Which subnet it is, which network ACL it had before, and whether the new one is the default one is not in the record.',
      ];
    default:
      return [];
  }
}

/** `2026-11-25T10:15:30Z` as `2026-11-25 10:15:30 UTC`. */
function timeWords(text: string | undefined): string {
  if (text === undefined) return 'unknown';
  const time = new Date(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(time.getTime())) return shown(text, 40);
  return `${time.toISOString().replace('T', ' ').replace(/\..*/, '')} UTC`;
}
