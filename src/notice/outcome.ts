import { at, isFields, textAt } from './fields';
import { harmless } from './untrusted';

/** What became of a call. */
export type OutcomeKind = 'succeeded' | 'denied' | 'dry run' | 'failed' | 'unknown';

export interface Outcome {
  readonly kind: OutcomeKind;
  /** What AWS answered: `Client.UnauthorizedOperation`. */
  readonly errorCode?: string;
  /** In AWS's words, or in ours where the record has none. */
  readonly error?: string;
}

/** Nobody reads an encoded message, and only `sts:DecodeAuthorizationMessage` can. */
const ENCODED = /\s*Encoded authorization failure message:.*$/is;

const DENIED = /unauthori[sz]ed|accessdenied|authfailure|notauthori[sz]ed/i;

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const MEANINGS: readonly (readonly [pattern: RegExp, meaning: string])[] = [
  [DENIED, 'the caller is not allowed to do this'],
  [/throttl|limitexceeded/i, 'too many calls, or a limit is reached'],
  [/notfound/i, 'what the call names does not exist'],
  [/alreadyexists/i, 'it already exists'],
  [/inuse|dependency/i, 'it is in use'],
  [/invalid|malformed|missing/i, 'a parameter was wrong or missing'],
  [/^server|internal|unavailable/i, 'an error on the side of AWS'],
];

export function outcomeOf(record: unknown): Outcome {
  const code = textAt(record, 'errorCode');
  const message = textAt(record, 'errorMessage')?.replace(ENCODED, '').trim();
  if (code === undefined && message === undefined) {
    if (String(at(record, 'responseElements', '_return')) === 'false') {
      return { kind: 'failed', error: 'EC2 answered that it did not do it' };
    }
    // A record without an error is of a call that succeeded; one without anything else says nothing at all.
    const says = isFields(at(record, 'requestParameters')) || isFields(at(record, 'responseElements'));
    return { kind: says ? 'succeeded' : 'unknown' };
  }
  const kind = /dryrun/i.test(code ?? '') ? 'dry run' : DENIED.test(code ?? '') ? 'denied' : 'failed';
  const meaning = MEANINGS.find(([pattern]) => pattern.test(code ?? ''))?.[1];
  const error = message ? harmless(message, 300) : meaning;
  return { kind, ...(code && { errorCode: harmless(code, 80) }), ...(error && { error }) };
}
