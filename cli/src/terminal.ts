import { createInterface } from 'node:readline';

/** What a command reads from and writes to: the process's own streams, or a test's. */
export interface Terminal {
  readonly stdin: AsyncIterable<Buffer>;
  /** Resolves when more can be written: what is printed may be longer than the memory. */
  stdout(text: string): Promise<void>;
  stderr(text: string): void;
  /** What happens, in the place of an end at once, when nobody reads the output any more. */
  onUnread?(listener: () => void): void;
  /** Shows how far it is, in the place of what was shown before; undefined where nobody looks. */
  status?(text: string): void;
  /** Asks whoever sits there whether to go on; undefined where nobody does. */
  ask?(question: string): Promise<boolean>;
  /** How many characters a line has room for; undefined where nobody looks at it as a line. */
  readonly columns?: number;
  /** Whether the output is looked at in colour. */
  readonly isColoured: boolean;
}

/** The streams of this process. */
export function ownTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  let onUnread = (): void => process.exit(2);
  // Whoever reads may stop early, such as `head`. Each write says so again.
  stdout.once('error', ({ code }: NodeJS.ErrnoException) => {
    stdout.on('error', () => {});
    if (code !== 'EPIPE') stderr.write(`nacl-change-monitor: the output cannot be written (${code}).\n`);
    onUnread();
  });
  // The result does not depend on it.
  stderr.on('error', () => {});
  return {
    stdin,
    stdout: (text) => new Promise((resolve) => stdout.write(text, () => resolve())),
    stderr: (text) => {
      stderr.write(text);
    },
    onUnread: (listener) => {
      onUnread = listener;
    },
    ...(stderr.isTTY && { status: (text: string) => stderr.write(`\r\u001B[K${text}`) }),
    ...(stdin.isTTY && stderr.isTTY && { ask }),
    columns: stdout.columns,
    // https://no-color.org: set and not empty
    isColoured: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
  };
}

/** Only "y" and "yes" are a yes; the end of the input is a no. */
function ask(question: string): Promise<boolean> {
  const { stdin: input, stderr: output } = process;
  // Not as a terminal: then Ctrl-C stays the signal that it is.
  const lines = createInterface({ input, output, terminal: false });
  return new Promise((resolve) => {
    lines.once('close', () => resolve(false));
    lines.question(question, (answer) => {
      resolve(/^y(es)?$/i.test(answer.trim()));
      lines.close();
    });
  });
}
