import type { Tally } from './tally';

/** A language that the library is packaged for, and what is asked of the package and of an app that uses it. */
export interface Language {
  readonly name: string;
  /** The target of jsii-pacmak. */
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
