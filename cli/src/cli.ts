import { EXIT, type ExitStatus } from './exit-status';
import { printable } from './printable';
import type { Terminal } from './terminal';
import { VERSION } from './version';

const HELP = `nacl-change-monitor: would a change of a network ACL reach somebody?

  nacl-change-monitor audit                   whether live accounts have a chain
  nacl-change-monitor plan                    the least that makes it sound
  nacl-change-monitor drill                   sets it off, to prove it
  nacl-change-monitor changes                 what was changed, and by whom
  nacl-change-monitor check PATH...           whether templates make a chain
  nacl-change-monitor explain 'PATTERN'...    what a filter pattern fires on
  nacl-change-monitor test 'PATTERN' FILE...  which records it matches
  nacl-change-monitor completion SHELL        names for a shell to complete

Only audit, plan, drill and changes ask AWS. Options and examples:
"nacl-change-monitor COMMAND --help".

Exit status: 0 sound, 1 not, 2 wrong usage or something could not be read,
3 not known.
`;

/** Each command is loaded when it is asked for: one file a command, which the bundle imports. */
const COMMANDS = {
  audit: async () => ((await require('./commands/audit')) as typeof import('./commands/audit')).audit,
  changes: async () => ((await require('./commands/changes')) as typeof import('./commands/changes')).changes,
  check: async () => ((await require('./commands/check')) as typeof import('./commands/check')).check,
  completion: async () =>
    ((await require('./commands/completion')) as typeof import('./commands/completion')).completion,
  drill: async () => ((await require('./commands/drill')) as typeof import('./commands/drill')).drill,
  explain: async () => ((await require('./commands/explain')) as typeof import('./commands/explain')).explain,
  plan: async () => ((await require('./commands/plan')) as typeof import('./commands/plan')).plan,
  test: async () => ((await require('./commands/test')) as typeof import('./commands/test')).test,
};

/** The whole command line. */
export async function cli([name, ...args]: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  if (name === '--help' || name === '-h' || name === 'help') {
    await terminal.stdout(HELP);
    return EXIT.SOUND;
  }
  if (name === '--version') {
    await terminal.stdout(`${VERSION}\n`);
    return EXIT.SOUND;
  }
  if (name === undefined) {
    terminal.stderr(HELP);
    return EXIT.UNUSABLE;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    const names = Object.keys(COMMANDS).join(', ');
    terminal.stderr(`nacl-change-monitor: there is no command "${printable(name)}": take one of ${names}.\n`);
    return EXIT.UNUSABLE;
  }
  const run = await COMMANDS[name as keyof typeof COMMANDS]();
  return run(args, terminal);
}
