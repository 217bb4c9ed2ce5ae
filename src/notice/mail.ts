import type { Notice } from './notice';
import type { Risk } from './risk';

/** Text for people, with what SNS asks of a subject: ASCII, no line breaks, shorter than 100 characters. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}

export const RISK_WORDS: Readonly<Record<Risk, string>> = {
  high: 'HIGH RISK',
  attempt: 'DENIED ATTEMPT',
  none: 'No known risk',
};

/** @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const LONGEST_SUBJECT = 99;

export function mailText(notice: Notice): MailText {
  return { subject: subjectLine(notice), body: `${[...headline(notice), '', ...details(notice)].join('\n')}\n` };
}

function subjectLine(notice: Notice): string {
  const where = ` [${ascii(notice.account)} ${ascii(notice.region)}]`;
  return fitted(`${RISK_WORDS[notice.risk]}: ${notice.shortAction}`, where.length > 45 ? '' : where);
}

/** Cut at the end, with what has to stand there all the same. */
export function fitted(text: string, end = ''): string {
  const room = LONGEST_SUBJECT - end.length;
  const line = ascii(text);
  return `${line.length > room ? `${line.slice(0, room - 3)}...` : line}${end}`;
}

function ascii(text: string): string {
  return text.replace(/[^ -~]/gu, '?');
}

/** What everybody has to know, in two lines. */
export function headline({ risk, reasons, action }: Notice): string[] {
  return [`${RISK_WORDS[risk]}: ${reasons.join('; ')}.`, `${action}.`];
}

function details(notice: Notice): string[] {
  const { links } = notice;
  return [
    `Who: ${[notice.who, ...notice.whoDetails].join('; ')}`,
    `How: ${notice.channel}`,
    `From: ${notice.source}`,
    `MFA: ${notice.mfa}`,
    `When: ${notice.time}`,
    `Where: account ${notice.account}, region ${notice.region}`,
    `Outcome: ${outcomeWords(notice)}`,
    ...(notice.lookUp ? [`Looked up afterwards: ${notice.lookUp}`] : []),
    ...notice.notInRecord,
    `Event: ${notice.eventName}, id ${notice.eventId}`,
    ...(links.networkAcl ? ['', 'The network ACL:', links.networkAcl] : []),
    ...(links.event ? ['', 'The event (CloudTrail keeps it for 90 days):', links.event] : []),
    ...(links.history ? ['', 'What happened to it before (Logs Insights):', links.history] : []),
  ];
}

/** "denied, Client.UnauthorizedOperation: You are not authorized to perform this operation." */
export function outcomeWords({ outcome, errorCode, error }: Notice): string {
  const code = errorCode === undefined ? '' : `, ${errorCode}`;
  return `${outcome}${code}${error === undefined ? '' : `: ${error}`}`;
}
