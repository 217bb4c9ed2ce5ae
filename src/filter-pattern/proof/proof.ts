import type { EventCoverage } from './result';

/** What is proven about one pattern, or about several together. */
export interface Proof {
  /** The wanted events that could be decided, in their order. */
  readonly events: readonly EventCoverage[];
  /** Whether other events fire too, undefined when that could not be decided. */
  readonly broader: boolean | undefined;
  /** Descriptions of the other events that fire. */
  readonly otherEvents: readonly string[];
  readonly firesOnEverything: boolean;
  /** Why something could not be decided. */
  readonly reason?: string;
}

/** Whether every wanted event is proven to fire always. */
export const firesOnAll = (events: readonly EventCoverage[], names: readonly string[]): boolean =>
  events.length === names.length && events.every(({ fires }) => fires === 'always');
