/** The events that a control wants to be counted. */
export interface WantedEvents {
  /** Their `eventName`s. */
  readonly names: readonly string[];
  /** The `eventSource` of all of them. */
  readonly source: string;
  /** The texts of the pattern that auditors compare to the character: one of them is enough. */
  readonly exactTexts: readonly string[];
}

/**
 * - `EXACT`: one pattern is an exact text, and all together fire on nothing but the wanted events.
 * - `EQUIVALENT`: they fire on exactly the wanted events.
 * - `BROADER`: on all of them, and on more.
 * - `PARTIAL`: some wanted event never fires, or not always.
 * - `INVALID`: none of the texts is a valid pattern.
 * - `UNPROVEN`: too little could be decided for any other verdict.
 */
export type Verdict = 'EXACT' | 'EQUIVALENT' | 'BROADER' | 'PARTIAL' | 'INVALID' | 'UNPROVEN';

/** What the union of some patterns fires on, proven for all events. */
export interface Coverage {
  readonly verdict: Verdict;
  /** The wanted events in their order; one that could not be decided is missing, and `reason` says why. */
  readonly events: readonly EventCoverage[];
  /** What else it fires on, for a reader. */
  readonly others?: string;
  /** Whether it is proven to fire on every event of CloudTrail. An alarm on such a metric never leaves ALARM. */
  readonly firesOnEverything: boolean;
  /** The first text that is not a valid pattern; the rest is judged without it. */
  readonly error?: InvalidPattern;
  /** Why something could not be decided. */
  readonly reason?: string;
}

export interface EventCoverage {
  readonly name: string;
  readonly fires: 'always' | 'sometimes' | 'never';
  /** When it fires, in the words of the pattern; for `sometimes` only. */
  readonly condition?: string;
}

export interface InvalidPattern {
  /** The index of the text among the patterns. */
  readonly pattern: number;
  readonly offset: number;
  readonly reason: string;
}
