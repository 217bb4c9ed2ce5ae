import { readArguments, sharedHelp } from './arguments';
import type { Command, Given, Output } from './command';
import { EXIT, type ExitStatus } from './exit-status';
import { printable } from './printable';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { WholeFile } from './whole-file';

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
    if (command.takesNothing && given.positionals.length > 0) {
      throw new UsageError(
        `"${given.positionals[0]}" means nothing here: see "nacl-change-monitor ${command.name} --help"`,
      );
    }
    if (!command.takesNothing && given.positionals.length === 0) {
      throw new UsageError(`nothing is given: see "nacl-change-monitor ${command.name} --help"`);
    }
    const status = await runInto(given, command, terminal);
    const isVerdict = status === EXIT.NOT_SOUND || status === EXIT.UNKNOWN;
    return isVerdict && given.flag('exit-zero') ? EXIT.SOUND : status;
  } catch (error) {
    terminal.stderr(`nacl-change-monitor: ${sentence(error)}\n`);
    return EXIT.UNUSABLE;
  }
}

function helpOf(command: Command): string {
  const { name, synopsis, help } = command;
  return `nacl-change-monitor ${name} ${synopsis}\n\n${help}\n\n${sharedHelp(command)}\n`;
}

/** What users bring about says so itself; the rest is an error of this program. */
function sentence(error: unknown): string {
  const { name, message } = error as Error;
  if (error instanceof UsageError && error.detail) return `${printable(message)}:\n${error.detail}`;
  if (['UsageError', 'TemplateError'].includes(name)) return `${printable(message)}.`;
  return `this is an error of nacl-change-monitor itself, report it to its maintainers: ${printable(message)}.`;
}

/** Standard output is where a result goes, and a file where one is named; a report looks after its files itself. */
async function runInto(given: Given, command: Command, terminal: Terminal): Promise<ExitStatus> {
  const file = given.text('output');
  if (file === undefined) {
    const print = given.flag('quiet') ? async () => {} : (text: string) => terminal.stdout(text);
    const { columns, isColoured } = terminal;
    return command.run(given, { print, columns, isColoured }, terminal);
  }
  const whole = await WholeFile.open(file);
  try {
    const output: Output = { print: (text) => whole.write(text), isColoured: false };
    const status = await command.run(given, output, terminal);
    await whole.finish();
    return status;
  } catch (error) {
    await whole.discard();
    throw error;
  }
}
