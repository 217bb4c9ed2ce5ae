import type { Unreadable } from '../field/field';

/** A resource that a name or ARN means, for certain or for all that is known. */
export interface Possible<T> {
  readonly resource: T;
  /** Why it may be another one, or may not be there; undefined where it is this one for certain. */
  readonly doubt?: Unreadable;
}

export function isCertain({ doubt }: Possible<unknown>): boolean {
  return doubt === undefined;
}
