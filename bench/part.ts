/** What a part of the bench is told. */
export interface BenchOptions {
  /** The compiled package, as users load it. */
  readonly library: string;
  /** How often each case is measured. */
  readonly runs: number;
  /** Small cases only, to see that the bench works. */
  readonly quick: boolean;
}

/** What a part of the bench found. */
export interface Findings {
  readonly title: string;
  /** Tables and what has to be said about them, in Markdown. */
  readonly text: string;
  readonly goals: readonly Goal[];
}

export interface Goal {
  readonly goal: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** Shows on a terminal where the bench is; the findings go to stdout. */
export function progress(text: string) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
