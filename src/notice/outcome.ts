import { at, textAt } from './fields';
import { harmless } from './untrusted';

/** What became of a call. */
export type OutcomeKind = 'succeeded' | 'denied' | 'dry run' | 'failed' | 'unknown';

export interface Outcome {
  readonly outcome: OutcomeKind;
  /** What AWS answered: `Client.UnauthorizedOperation`. */
  readonly errorCode?: string;
  /** In AWS's words. */
  readonly error?: string;
}

/** Nobody reads what comes behind it: only `sts:DecodeAuthorizationMessage` can. */
const ENCODED = 'Encoded authorization';

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
export function outcomeOf(record: unknown): Outcome {
  const code = textAt(record, 'errorCode');
  const message = textAt(record, 'errorMessage')?.split(ENCODED)[0].trim();
  const is = (pattern: RegExp) => pattern.test(code ?? '');
  if (code || message) {
    return {
      outcome: is(/dryrun/i) ? 'dry run' : is(/unauthori.ed|accessdenied|authfailure/i) ? 'denied' : 'failed',
      errorCode: code && harmless(code),
      error: message && harmless(message, 300),
    };
  }
  if (textAt(record, 'responseElements._return') === 'false') return { outcome: 'failed' };
  // A record without an error is of a call that succeeded; one without parameters says nothing at all.
  return { outcome: at(record, 'requestParameters') ? 'succeeded' : 'unknown' };
}
