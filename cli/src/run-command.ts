import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { COMMON_HELP, readArguments } from './arguments';
import type { Command, Output } from './command';
import { EXIT, type ExitStatus } from './exit-status';
import { printable } from './printable';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** Runs a command with what stands behind its name on the command line. Whatever goes wrong is told in one sentence. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  try {
    const given = readArguments(command, args);
    if (given.flag('help')) {
      await terminal.stdout(helpOf(command));
      return EXIT.SOUND;
    }
    if (given.positionals.length === 0) {
      throw new UsageError(`nothing is given: see "nacl-change-monitor ${command.name} --help"`);
    }
    const { output, close } = await outputFor(given.text('output'), given.flag('quiet'), terminal);
    const status = await command.run(given, output, terminal);
    await close();
    const isVerdict = status === EXIT.NOT_SOUND || status === EXIT.UNKNOWN;
    return isVerdict && given.flag('exit-zero') ? EXIT.SOUND : status;
  } catch (error) {
    terminal.stderr(`nacl-change-monitor: ${sentence(error)}\n`);
    return EXIT.UNUSABLE;
  }
}

function helpOf({ name, synopsis, help }: Command): string {
  return `nacl-change-monitor ${name} ${synopsis}\n\n${help}\n\n${COMMON_HELP}\n`;
}

/** What users bring about says so itself; the rest is an error of this program. */
function sentence(error: unknown): string {
  const { name, message } = error as Error;
  if (error instanceof UsageError && error.detail) return `${printable(message)}:\n${error.detail}`;
  if (['UsageError', 'TemplateError'].includes(name)) return `${printable(message)}.`;
  return `this is an error of nacl-change-monitor itself, report it to its maintainers: ${printable(message)}.`;
}

async function outputFor(
  file: string | undefined,
  isQuiet: boolean,
  terminal: Terminal,
): Promise<{ output: Output; close(): Promise<void> }> {
  if (file === undefined) {
    const print = isQuiet ? async () => {} : (text: string) => terminal.stdout(text);
    const { columns, isColoured } = terminal;
    return { output: { print, columns, isColoured }, close: async () => {} };
  }
  const stream = createWriteStream(file);
  try {
    await once(stream, 'open');
  } catch (error) {
    throw new UsageError(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code}): name a file in a folder that is there`,
    );
  }
  const print = (text: string) =>
    new Promise<void>((resolve, reject) => {
      stream.write(text, (error) => (error ? reject(cannotWrite(file, error)) : resolve()));
    });
  const close = () => new Promise<void>((resolve) => stream.end(() => resolve()));
  return { output: { print, isColoured: false }, close };
}

function cannotWrite(file: string, error: NodeJS.ErrnoException): UsageError {
  return new UsageError(`${file} cannot be written (${error.code})`);
}
