import { changesLink, type LogGroup } from './links';
import { countWords, fitting, inRiskOrder, timeRangeWords } from './listing';
import { fitted, headline, type MailText, mailText, outcomeWords, RISK_WORDS } from './mail';
import type { Notice } from './notice';

/** Of the text for people: nobody reads more, and SNS allows 256 KiB with the attributes, of which one is the raw JSON. */
const MOST_BYTES = 64 * 1024;

/** One mail for all changes of a delivery; for a single one its own. */
export function digestText(notices: readonly Notice[], logGroup?: LogGroup): MailText {
  if (notices.length === 1) return mailText(notices[0]);
  const sorted = inRiskOrder(notices);
  const blocks = fitting(
    sorted.map((notice, index) => [`${index + 1}. ${headline(notice).join('\n')}`, ...brief(notice), ''].join('\n')),
    MOST_BYTES,
  );
  const left = sorted.slice(blocks.length);
  const [worst] = sorted;
  const head = `${sorted.length} network ACL changes: ${countWords(sorted)}`;
  const body = [
    `${head}.`,
    `Between them: ${timeRangeWords(sorted)}.`,
    '',
    ...blocks,
    ...(left.length > 0 ? [omittedWords(left, logGroup), ''] : []),
    ...whereWords(logGroup),
  ].join('\n');
  const lead = worst.risk === 'none' ? head : `${RISK_WORDS[worst.risk]}: ${head}`;
  return { subject: fitted(`${lead}, first: ${worst.shortAction}`), body: `${body.trimEnd()}\n` };
}

/** "12 more are not shown (12 without known risk), from ... to ...: they are in log group ...". */
export function omittedWords(left: readonly Notice[], logGroup?: LogGroup): string {
  const where = logGroup ? `log group ${logGroup.name}, region ${logGroup.region}` : 'the log group';
  return `${left.length} more are not shown (${countWords(left)}). They are in ${where}, at ${timeRangeWords(left)}.`;
}

function whereWords(logGroup: LogGroup | undefined): string[] {
  const link = logGroup && changesLink(logGroup);
  return link ? ['All changes (Logs Insights):', link] : [];
}

function brief(notice: Notice): string[] {
  return [
    `Who: ${notice.who}; ${notice.channel}; from ${notice.source}; MFA: ${notice.mfa}`,
    `When: ${notice.time}, account ${notice.account}, region ${notice.region}`,
    ...(notice.outcome === 'succeeded' ? [] : [`Outcome: ${outcomeWords(notice)}`]),
    ...(notice.lookUp ? [`Looked up afterwards: ${notice.lookUp}`] : []),
    ...notice.notInRecord,
    `Event: ${notice.eventName}, id ${notice.eventId}`,
    ...(notice.links.networkAcl ? [notice.links.networkAcl] : []),
  ];
}
