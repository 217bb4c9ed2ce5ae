import type { ParseArgsConfig } from 'node:util';
import type { ExitStatus } from './exit-status';
import type { Terminal } from './terminal';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** What was given: values of options by their name, and the rest in its order. */
export interface Given {
  readonly positionals: readonly string[];
  /** One of those that the command has. */
  readonly format: string;
  text(option: string): string | undefined;
  /** Of an option that may be given several times. */
  texts(option: string): readonly string[];
  flag(option: string): boolean;
}

/** Where a command prints its result: standard output, a file, or nowhere. */
export interface Output {
  print(text: string): Promise<void>;
  /** How the text is to be laid out; a file has no colours. */
  readonly columns?: number;
  readonly isColoured: boolean;
}

/** One command, one file. */
export interface Command {
  readonly name: string;
  /** How it is called, after the name. */
  readonly synopsis: string;
  /** What it is for, options and examples, for `--help`. */
  readonly help: string;
  /** Those that it has beside the options of all commands. */
  readonly options: Options;
  /** Whether its result is a report on accounts: then it has all formats, and goes to several files. */
  readonly hasReport?: boolean;
  /** How its result is printed, where that is more than text and JSON; a report has its own. */
  readonly formats?: readonly string[];
  /** Whether nothing has to stand behind its name. */
  readonly takesNothing?: boolean;
  run(given: Given, output: Output, terminal: Terminal): Promise<ExitStatus>;
}
