import { actionWords, isNetworkAclChange, type Subject } from './action';
import { channelOf, sourceOf } from './channel';
import { at, textAt } from './fields';
import { type Links, type LogGroup, linksOf } from './links';
import { type LookedUp, lookedUpWords } from './looked-up';
import { type Outcome, outcomeOf } from './outcome';
import { isRoot, mfaWords, principalArn, principalWords } from './principal';
import { type Judgement, riskOf } from './risk';
import { ruleOf } from './rule';
import { harmless, shown } from './untrusted';

/** What one record says, in words that every form uses. All texts are harmless, and "unknown" where the record has nothing. */
export interface Notice extends Judgement, Outcome, Subject {
  /** A sentence without its full stop. */
  readonly action: string;
  readonly eventName: string;
  readonly account: string;
  readonly region: string;
  readonly who: string;
  /** The ARN of the role, the user or the root user. */
  readonly principal: string;
  readonly how: string;
  readonly source: string;
  readonly mfa: string;
  /** `2026-11-25 10:15:30 UTC` */
  readonly time: string;
  readonly eventId: string;
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
export function noticeOf(record: unknown, { logGroup, lookedUp }: NoticeContext = {}): Notice {
  const eventName = textAt(record, 'eventName');
  const identity = at(record, 'userIdentity');
  const account = textAt(record, 'recipientAccountId', 'userIdentity.accountId');
  const outcome = outcomeOf(record);
  const subject = subjectOf(record, eventName);
  const region = shown(textAt(record, 'awsRegion'));
  const eventId = shown(textAt(record, 'eventID'));
  const found = typeof lookedUp === 'object' ? lookedUp : undefined;
  return {
    ...(isNetworkAclChange(eventName)
      ? {
          ...riskOf({ ...outcome, ...subject, eventName, isRoot: isRoot(identity), lookedUp: found }),
          action: actionWords(eventName, subject, outcome.outcome),
        }
      : notJudged(`${shown(eventName)} is not in the list of network ACL changes`)),
    ...outcome,
    ...subject,
    eventName: shown(eventName),
    account: shown(account),
    region,
    who: principalWords(identity, account),
    principal: shown(principalArn(record), 300),
    how: channelOf(record),
    source: sourceOf(record),
    mfa: mfaWords(identity),
    time: timeWords(textAt(record, 'eventTime')),
    eventId,
    lookUp: lookedUp && harmless(found ? lookedUpWords(found) : `failed, ${lookedUp}`, 400),
    links: linksOf(region, subject.networkAcl, eventId, subject.rule.number, logGroup),
  };
}

/** For what is no record at all. @param why - a part of a sentence */
export function unreadable(why: string): Notice {
  return { ...noticeOf({}), ...notJudged(`a line of the log is not in the form of a record: ${why}`) };
}

function notJudged(reason: string) {
  return { risk: 'none', reasons: [reason], action: 'See the log group' } as const;
}

function subjectOf(record: unknown, eventName = ''): Subject {
  const rule = ruleOf(at(record, 'requestParameters'));
  const { number, direction } = rule;
  const text = (...paths: string[]) => shown(textAt(record, ...paths));
  return {
    networkAcl: text('requestParameters.networkAclId', 'responseElements.networkAcl.networkAclId'),
    vpc: text('requestParameters.vpcId', 'responseElements.networkAcl.vpcId'),
    association: text('requestParameters.associationId'),
    newAssociation: text('responseElements.newAssociationId'),
    // A deleted rule has no more, whatever else the caller sent.
    rule: /^[CR].*Entry$/.test(eventName) ? rule : { number, direction },
  };
}

/** `2026-11-25T10:15:30Z` as `2026-11-25 10:15:30 UTC`. */
function timeWords(text: string | undefined): string {
  return shown(text).replace(/^(\d{4}-\d\d-\d\d)T([\d:]+)Z$/, '$1 $2 UTC');
}
