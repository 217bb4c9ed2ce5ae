import type { Notice } from './notice';

/** Text for people, with what SNS asks of a subject: ASCII, no line breaks, shorter than 100 characters. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}

/** What a notice begins with. What could not be judged is not called harmless. */
export function riskWords({ risk, reasons }: Notice): string {
  const none = reasons[0].includes('not in the') ? 'Risk unknown' : 'No known risk';
  return { high: 'HIGH RISK', attempt: 'DENIED ATTEMPT', none }[risk];
}

/** @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const LONGEST_SUBJECT = 99;

export function mailText(notice: Notice): MailText {
  const { account, region } = notice;
  return {
    subject: subjectLine(titleOf(notice), ` [${account} ${region}]`.slice(-40)),
    body: [...headline(notice), '', ...details(notice), '', ...linkLines(notice), ''].join('\n'),
  };
}

/** The risk with its reason, and the action without the network ACL, in as few words as possible. */
export function titleOf(notice: Notice): string {
  const { risk, reasons, action } = notice;
  const words = action.replace(/^Denied: | (of|to) network ACL ("[^"]*"|[^:"])*(?=:)/g, '');
  return `${riskWords(notice)}: ${risk === 'high' ? `${reasons.join('; ')}; ` : ''}${words}`.replace(
    / ports? (?=\d)/g,
    ' ',
  );
}

/** Cut at the end, with what has to stand there all the same. */
export function subjectLine(text: string, end = ''): string {
  const room = LONGEST_SUBJECT - end.length;
  const line = text.length > room ? `${text.slice(0, room - 3)}...` : text;
  return `${line}${end}`.replace(/[^ -~]/g, '?');
}

/** What everybody has to know, in two lines. */
export function headline(notice: Notice): string[] {
  return [`${riskWords(notice)}: ${notice.reasons.join('; ')}.`, `${notice.action}.`];
}

export function details(notice: Notice): string[] {
  const { outcome, errorCode, error, lookUp } = notice;
  return [
    `Who: ${notice.who}`,
    `How: ${notice.how}`,
    `From: ${notice.source}`,
    `MFA: ${notice.mfa}`,
    `When: ${notice.time}`,
    `Where: account ${notice.account}, region ${notice.region}`,
    `Outcome: ${[outcome, errorCode, error].filter(Boolean).join(', ')}`,
    ...(lookUp ? [`Looked up afterwards: ${lookUp}`] : []),
    `Event: ${notice.eventName}, id ${notice.eventId}`,
  ];
}

/** What each link leads to, and the link. */
export function linkLines({ links: { networkAcl, event, history } }: Notice): string[] {
  return [
    networkAcl && `Network ACL:\n${networkAcl}`,
    event && `CloudTrail event:\n${event}`,
    history && `Earlier changes:\n${history}`,
  ].flatMap((line) => line ?? []);
}
