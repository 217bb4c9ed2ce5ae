import type { Possible } from '../evidence/possible';
import type { Unreadable } from '../field/field';
import { couldNotRead, type Finding, PASS } from './check';

/** One of the things that may be the case, with what would then be said. */
export interface Possibility {
  readonly finding: Finding;
  readonly doubt?: Unreadable;
}

/**
 * What is said where several things may be the case: what all of them say, or UNKNOWN.
 *
 * @param what the start of a sentence that goes on with "could not be read", where they differ
 */
export function agreed(possibilities: readonly Possibility[], what: string): Finding {
  const [first, ...others] = possibilities;
  if (others.every(({ finding }) => finding.outcome === first.finding.outcome)) return first.finding;
  const { doubt = EACH_REPLACES_THE_OTHER } = possibilities.find(({ doubt: why }) => why !== undefined) ?? {};
  return couldNotRead(what, doubt, possibilities.find(({ finding }) => finding !== PASS)?.finding.subject);
}

export const EACH_REPLACES_THE_OTHER = {
  unreadable: 'several are set, and each replaces the other',
  placeholder: '${several}',
};

/**
 * Judges a resource that a reference means.
 *
 * One that may not be there, or may be another, says nothing for certain; several of one name, of which conditions decide
 * which is made, do where all say the same.
 */
export function judgeMeant<T>(
  meant: readonly Possible<T>[],
  what: string,
  judge: (resource: T) => Finding,
): Finding {
  const certain = meant.filter(({ doubt }) => doubt === undefined);
  const named = meant.filter(({ mayBeAnother }) => !mayBeAnother);
  if (certain.length === 1) return judge(certain[0].resource);
  const [{ doubt }] = meant;
  if (named.length < 2 && doubt) return couldNotRead(what, doubt);
  const several = certain.length > 1 ? certain : named;
  const possibilities = several.map((one) => ({ finding: judge(one.resource), doubt: one.doubt }));
  return agreed(possibilities, what);
}

/**
 * What may hold where one thing replaces another, as policies that are set on a topic do: those that are there for
 * certain, each that may be there, and the default where none is certain.
 */
export function whatMayHold<T>(set: readonly Possible<T>[], byDefault: T): readonly Possible<T>[] {
  return set.some(({ doubt }) => doubt === undefined) ? set : [{ resource: byDefault }, ...set];
}
