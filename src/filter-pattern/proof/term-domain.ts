import { searchRegex } from '../regex/search-regex';
import type { Domain } from './formula';

/**
 * Words that stand in the text of every CloudTrail event: the keys of its fields. A term within one of them cannot be missing.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
const ALWAYS_THERE = ['eventName', 'eventSource'];
const OFTEN_THERE =
  'eventVersion userIdentity type principalId arn accountId eventTime awsRegion sourceIPAddress userAgent errorCode errorMessage requestParameters responseElements requestID eventID readOnly eventType managementEvent recipientAccountId eventCategory tlsDetails sessionContext true false null';

/** Is this word in the text of every event that has these values? */
export const isAlwaysThere = (term: string, values: readonly string[]): boolean =>
  [...ALWAYS_THERE, ...values].some((text) => text.includes(term));

/** Does every event that has these values have a match of this regular expression? */
export const isAlwaysFound = (regex: string, values: readonly string[]): boolean =>
  isFoundIn(regex, [...ALWAYS_THERE, ...values]);

/**
 * A term may be in a text, or not: a caller chooses its user agent. What we cannot be sure of is marked: that a short term or one
 * of usual words is missing from an event, and that quotes or escapes come in the order that a term has them.
 */
export function termDomain(term: string): Domain {
  const missing = term.length < 4 || !hasLetter(term) || OFTEN_THERE.includes(term);
  const structure = hasStructure(term);
  return {
    complete: true,
    classes: [
      {
        holds: [true, false],
        shape: 'plain',
        doubtful: structure ? `no event may have the text ${term}` : undefined,
      },
      {
        holds: [false, true],
        shape: 'plain',
        doubtful: missing || structure ? `every event may have the text ${term}` : undefined,
      },
    ],
  };
}

/**
 * A match of this regular expression may be in a text when it is in one of the values, which any event may have elsewhere, as its
 * user agent. Other matches are not looked for, nor whether any text is without one.
 */
export function searchDomain(regex: string, values: readonly string[]): Domain {
  const doubtful = 'a regular expression over the whole text of an event';
  return {
    complete: true,
    classes: [
      { holds: [true, false], shape: 'plain', doubtful: isFoundIn(regex, values) ? undefined : doubtful },
      { holds: [false, true], shape: 'plain', doubtful },
    ],
  };
}

/** A match within a value is a match within the whole text, unless an anchor ties it to the ends. */
const isFoundIn = (regex: string, values: readonly string[]): boolean =>
  !regex.includes('^') && !regex.includes('$') && values.some((value) => searchRegex(regex, value));

const hasLetter = (term: string): boolean => term.toLowerCase() !== term.toUpperCase();

/** Quotes, backslashes, and whatever JSON may write as an escape. */
function hasStructure(term: string): boolean {
  for (const character of term) {
    if (character === '"' || character === '\\' || character < ' ' || character > '~') return true;
  }
  return false;
}
