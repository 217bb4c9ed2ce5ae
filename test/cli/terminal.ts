import { cli } from '../../cli/src/cli';

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string;
  readonly columns?: number;
  readonly isColoured?: boolean;
  /** What whoever sits there answers; nobody does where it is left out. */
  readonly ask?: (question: string) => Promise<boolean>;
}

/** Runs the command line in this process, with streams of its own. */
export async function run(args: readonly string[], { stdin = '', ...look }: RunOptions = {}): Promise<Run> {
  let [stdout, stderr] = ['', ''];
  const status = await cli(args, {
    stdin: (async function* () {
      yield Buffer.from(stdin);
    })(),
    stdout: async (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    isColoured: false,
    ...look,
  });
  return { status, stdout, stderr };
}
