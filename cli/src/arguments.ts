import { parseArgs } from 'node:util';
import type { Command, Given, Options } from './command';
import { FORMAT_NAMES } from './formats';
import { REPORT_HELP, REPORT_OPTIONS } from './report-arguments';
import { UsageError } from './usage-error';

/** Those of commands whose result is no report. */
const RESULT_OPTIONS: Options = {
  format: { type: 'string', default: 'text' },
  output: { type: 'string', short: 'o' },
};

const RESULT_FORMATS: readonly string[] = ['text', 'json'];

const resultHelp = (formats = RESULT_FORMATS) => `Options of the result:
  --format ${formats.join('|')}${formats === RESULT_FORMATS ? '  ' : `\n${' '.repeat(22)}`}how it is printed (text)
  -o, --output FILE   write it into a file instead`;

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
export function sharedHelp({ hasReport = false, formats }: Command): string {
  return `${hasReport ? REPORT_HELP : resultHelp(formats)}\n\n${COMMON_HELP}`;
}

/** @throws UsageError where the command does not take them */
export function readArguments(
  { name, options, hasReport = false, formats: own = RESULT_FORMATS }: Command,
  args: readonly string[],
): Given {
  const shared = hasReport ? REPORT_OPTIONS : RESULT_OPTIONS;
  const { values, positionals } = parsed(name, { ...COMMON, ...shared, ...options }, args);
  const formats: readonly string[] = hasReport ? FORMAT_NAMES : own;
  const format = String(values.format);
  if (!formats.includes(format) && values.help !== true) {
    throw new UsageError(`there is no format "${format}": take one of ${formats.join(', ')}`);
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
