import { parseArgs } from 'node:util';
import type { Command, Given, Options, ResultOptions } from './command';
import { UsageError } from './usage-error';

/** Of commands whose result goes to one place. */
export function inOnePlace(...formats: string[]): ResultOptions {
  const names = formats.join('|');
  const list = formats.join(', ');
  // What does not fit beside it goes below it.
  const how = list.length > 40 ? `(text):\n${' '.repeat(22)}${list}` : `(text): ${list}`;
  return {
    options: {
      format: { type: 'string', default: 'text' },
      output: { type: 'string', short: 'o' },
    },
    help: `Options of the result:
  --format ${formats.length > 2 ? `FORMAT     how it is printed ${how}` : `${names}  how it is printed (text)`}
  -o, --output FILE   write it into a file instead`,
    formats,
  };
}

/** What most commands have. */
const PLAIN = inOnePlace('text', 'json');

/** Those of all commands. */
const COMMON: Options = {
  'exit-zero': { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  help: { type: 'boolean', short: 'h' },
};

const COMMON_HELP = `Options of all commands:
  -q, --quiet         print no result; the exit status says it
  --exit-zero         exit with 0 instead of 1 or 3
  -h, --help          this text`;

/** The options that a command has beside its own. */
export function sharedHelp({ result = PLAIN }: Command): string {
  return `${result.help}\n\n${COMMON_HELP}`;
}

/** The names of all options that a command takes. */
export function optionNames({ options, result = PLAIN }: Command): string[] {
  return Object.keys({ ...options, ...result.options, ...COMMON });
}

/** @throws UsageError where the command does not take them */
export function readArguments({ name, options, result = PLAIN }: Command, args: readonly string[]): Given {
  const { values, positionals } = parsed(name, { ...COMMON, ...result.options, ...options }, args);
  const format = String(values.format);
  if (!result.formats.includes(format) && values.help !== true) {
    throw new UsageError(`there is no format "${format}": take one of ${result.formats.join(', ')}`);
  }
  return {
    positionals,
    format,
    text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    texts: (option) => [values[option] ?? []].flat().map(String),
    flag: (option) => values[option] === true,
  };
}

function parsed(name: string, options: Options, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError(`${reasonOf(message)}: see "nacl-change-monitor ${name} --help"`);
  }
}

/** Node's own words go on about what else may have been meant. */
function reasonOf(message: string): string {
  const option = /'([^']*)'/.exec(message)?.[1];
  if (message.startsWith('Unknown option')) {
    return `there is no option ${option}, and what begins with "-" and is none has to come after "--"`;
  }
  const [first] = message.split(/\.? (?=To specify|Did you)|\n/);
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/\.$/, '');
}
