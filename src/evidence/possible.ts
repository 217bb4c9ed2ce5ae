import { decidedBy, type Unreadable } from '../field/field';
import type { Resource } from './resource-model';

/** A resource that a name or ARN means, for certain or for all that is known. */
export interface Possible<T> {
  readonly resource: T;
  /** Why it may be another one, or may not be there; undefined where it is this one for certain. */
  readonly doubt?: Unreadable;
  /** Whether it is the name that is in doubt: then something outside of the evidence may be meant as well. */
  readonly mayBeAnother?: boolean;
}

/** Why a resource may not be there as it was read: a condition decides, or a macro may change it. */
export function doubtOf({ condition, mayChange, origin }: Resource): Unreadable | undefined {
  if (condition !== undefined) return decidedBy(condition);
  if (mayChange === undefined) return undefined;
  return { unreadable: mayChange, placeholder: `\${${origin.path ?? origin.logicalId} as deployed}` };
}
