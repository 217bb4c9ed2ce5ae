import { readFile } from 'node:fs/promises';
import type { Given } from './command';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** Accounts that need no chain of their own, with the reason: the Aspect's `coveredAccounts`. */
export type Covered = ReadonlyMap<string, string>;

/** @throws UsageError where an account or its reason is missing */
export async function coveredIn(given: Given): Promise<Covered> {
  const file = given.text('covered-file');
  const lines = file === undefined ? [] : await linesOf(file);
  const covered = new Map<string, string>();
  for (const [where, text] of [...given.texts('covered').map((each) => ['', each]), ...lines]) {
    const [, account, reason] = /^([^=]*)=?([\s\S]*)$/.exec(text)?.map((part) => part.trim()) ?? [];
    if (!/^\d{12}$/.test(account)) {
      throw new UsageError(
        `${where}"${account}" is no account: give the twelve digits, as in ACCOUNT=REASON`,
      );
    }
    if (reason === '') throw new UsageError(`${where}say who monitors account ${account}: ${account}=REASON`);
    covered.set(account, reason);
  }
  return covered;
}

/** Whoever covers an account that nobody asked about has probably mistaken its digits. */
export function tellUnmet(covered: Covered, met: readonly string[], { stderr }: Terminal): void {
  for (const account of covered.keys()) {
    if (met.includes(account)) continue;
    stderr(
      `nacl-change-monitor: account ${account} is covered, and nothing was asked about it: check its digits, or leave it out.\n`,
    );
  }
}

/** Each with its place, for messages; empty lines and those that begin with "#" say nothing. */
async function linesOf(file: string): Promise<string[][]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file}: it cannot be read (${error.code})`);
  });
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, i) => [`${file}:${i + 1}: `, line.trim()])
    .filter(([, line]) => line !== '' && !line.startsWith('#'));
}
