import { changesLink, type LogGroup } from './links';
import { countWords, fitting, inRiskOrder, omitted } from './listing';
import { details, headline, type MailText, mailText, riskWords, subjectLine } from './mail';
import type { Notice } from './notice';

/** Of the text for people: nobody reads more, and SNS allows 256 KiB with the attributes, of which one is the raw JSON. */
const MOST_BYTES = 64 * 1024;

/** One mail for all changes of a delivery; for a single one its own. */
export function digestText(notices: readonly Notice[], logGroup?: LogGroup): MailText {
  const sorted = inRiskOrder(notices);
  const [worst] = sorted;
  if (sorted.length === 1) return mailText(worst);
  const blocks = sorted.map((notice, index) =>
    [
      `${index + 1}. ${headline(notice).join('\n')}`,
      ...details(notice),
      notice.links.networkAcl ?? '',
      '',
    ].join('\n'),
  );
  const count = fitting(blocks, MOST_BYTES);
  const words = countWords(sorted);
  return {
    subject: subjectLine(`${riskWords(worst)}: ${words.replace(/, [^,]*$/, '')}`),
    body: [
      `${words}.`,
      '',
      ...blocks.slice(0, count),
      ...omitted(sorted.slice(count), logGroup),
      ...changesLink(logGroup),
      '',
    ].join('\n'),
  };
}
