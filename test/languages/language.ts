import type { Tally } from './tally';

/** What an app of the library needs, written in a language, and what is asked of it. */
export interface Language {
  readonly name: string;
  /** The targets of jsii-pacmak to build for it. */
  readonly target: string;
  /** One sentence where its tools are not on this machine. */
  missing(): string | undefined;
  run(tally: Tally, room: Room): Promise<void>;
}

/** Folders and files of one run. */
export interface Room {
  /** What was built, one folder a target. */
  readonly dist: string;
  /** Gone when the run ends. */
  readonly temporary: string;
  /** What TypeScript synthesizes: TypeScript writes it and the others read it. */
  readonly expected: string;
  /** Where the runners' reports go. */
  readonly reports: string;
}
