import { searchRegex } from '../regex/search-regex';
import type { Domain } from './formula';

/**
 * Keys that are in the text of every CloudTrail event, so that a term which is a part of one is in every text.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
const ALWAYS_THERE = ['eventName', 'eventSource'];
/** Keys and values that may be in the text of every event, for all that is documented. */
const OFTEN_THERE =
  'eventVersion userIdentity type principalId arn accountId eventTime awsRegion sourceIPAddress userAgent errorCode errorMessage requestParameters responseElements requestID eventID readOnly eventType managementEvent recipientAccountId eventCategory tlsDetails sessionContext true false null';

/** Is the term in the text of every event that has these values? */
export const isAlwaysThere = (term: string, values: readonly string[]): boolean =>
  [...ALWAYS_THERE, ...values].some((text) => text.includes(term));

/** Does the text of every event that has these values have a match of the regular expression? */
export const isAlwaysFound = (regex: string, values: readonly string[]): boolean =>
  isFoundIn(regex, [...ALWAYS_THERE, ...values]);

/**
 * A term may be in a text, because every caller chooses its user agent, or it may not. Two things are doubtful: that an event lacks
 * a short or usual term, and that JSON has the quotes and escapes that are in the term.
 */
export function termDomain(term: string): Domain {
  const usual = term.length < 4 || !hasLetter(term) || OFTEN_THERE.includes(term);
  const structure = hasQuotesOrEscapes(term);
  return {
    complete: true,
    classes: [
      {
        holds: [true, false],
        shape: 'plain',
        doubt: structure ? `no event may have the text ${term}` : undefined,
      },
      {
        holds: [false, true],
        shape: 'plain',
        doubt: usual || structure ? `every event may have the text ${term}` : undefined,
      },
    ],
  };
}

/**
 * A text may have a match when one of these values has one, because a caller may choose that value as its user agent. Whether any
 * other text matches, or whether any text does not, is not examined.
 */
export function searchDomain(regex: string, values: readonly string[]): Domain {
  const doubt = 'a regular expression over the whole text of an event';
  return {
    complete: true,
    classes: [
      { holds: [true, false], shape: 'plain', doubt: isFoundIn(regex, values) ? undefined : doubt },
      { holds: [false, true], shape: 'plain', doubt },
    ],
  };
}

/** A match within a value is a match within the whole text, unless an anchor ties it to an end of the text. */
const isFoundIn = (regex: string, values: readonly string[]): boolean =>
  !regex.includes('^') && !regex.includes('$') && values.some((value) => searchRegex(regex, value));

const hasLetter = (term: string): boolean => term.toLowerCase() !== term.toUpperCase();

/** Quotes, backslashes, and characters that JSON may write as an escape. */
function hasQuotesOrEscapes(term: string): boolean {
  for (const character of term) {
    if (character === '"' || character === '\\' || character < ' ' || character > '~') return true;
  }
  return false;
}
