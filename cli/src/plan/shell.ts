import type { AwsCommand } from './command';

/** A command line for a POSIX shell: what a shell would read in a name is in single quotes. */
export function shellLine({ args }: Pick<AwsCommand, 'args'>): string {
  return ['aws', ...args.map(quoted)].join(' ');
}

/** One argument. A control character in it, which a terminal would obey, is written as an escape. */
export function quoted(argument: string): string {
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(argument)) return `$'${escaped(argument)}'`;
  if (/^[\w@%+=:,./-]+$/.test(argument)) return argument;
  return `'${argument.replaceAll("'", "'\\''")}'`;
}

/** As bash, ksh, zsh and POSIX from 2024 read it. */
function escaped(argument: string): string {
  return argument
    .replace(/[\\']/g, '\\$&')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (found) =>
      [...Buffer.from(found)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
    );
}
