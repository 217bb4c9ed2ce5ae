import type { AwsCommand } from './command';

/** A command line for a POSIX shell: what a shell would read in a name is in single quotes. */
export function shellLine({ args }: Pick<AwsCommand, 'args'>): string {
  return ['aws', ...args.map(quoted)].join(' ');
}

/** One argument. A control character in it, which a terminal would obey, is written as an escape. */
export function quoted(argument: string): string {
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(argument)) return `$'${escaped(argument)}'`;
  // zsh takes what follows a leading = for the name of a program.
  if (/^[\w@%+:,./-][\w@%+=:,./-]*$/.test(argument)) return argument;
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

/** A line of `shellLine`, cut between arguments so that it is still one command when it is pasted. */
export function commandLines(line: string, columns: number | undefined, indent: string): string {
  const width = Math.max(Math.min(columns ?? 80, 80), 30);
  const [first = '', ...words] = line.match(/(?:\$'(?:[^'\\]|\\.)*'|'[^']*'|\\.|[^\s'])+/gu) ?? [];
  const lines = [`${indent}${first}`];
  for (const word of pairs(words)) {
    const last = lines[lines.length - 1];
    if (last.length + word.length + 3 <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}  ${word}`);
  }
  return lines.join(' \\\n');
}

/** An option stays beside its value. */
function pairs(words: readonly string[]): string[] {
  const all: string[] = [];
  for (const word of words) {
    const last = all.at(-1);
    if (last !== undefined && /^-\S+$/.test(last) && !last.includes('=') && !word.startsWith('-')) {
      all[all.length - 1] = `${last} ${word}`;
    } else all.push(word);
  }
  return all;
}
