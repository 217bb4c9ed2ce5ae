import { parseArgs } from 'node:util';
import type { Command, Given, Options } from './command';
import { UsageError } from './usage-error';

const FORMATS = ['text', 'json'] as const;

/** Those of all commands. */
const COMMON: Options = {
  format: { type: 'string', default: 'text' },
  output: { type: 'string', short: 'o' },
  'exit-zero': { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  help: { type: 'boolean', short: 'h' },
};

export const COMMON_HELP = `Options of all commands:
  --format text|json  how the result is printed (text)
  -o, --output FILE   write the result into a file
  -q, --quiet         print no result; the exit status says it
  --exit-zero         exit with 0 instead of 1 or 3
  -h, --help          this text`;

/** @throws UsageError where the command does not take them */
export function readArguments({ name, options }: Command, args: readonly string[]): Given {
  const { values, positionals } = parsed(name, { ...COMMON, ...options }, args);
  const format = FORMATS.find((each) => each === values.format);
  const isHelp = values.help === true;
  if (!format && !isHelp) {
    throw new UsageError(`there is no format "${values.format}": take text or json`);
  }
  return {
    positionals,
    format: format ?? 'text',
    text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
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
