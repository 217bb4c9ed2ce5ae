import type { Terminal } from './terminal';

const CODES = { good: 32, bad: 31, open: 33 } as const;

/** Colours a verdict; the word itself says as much. */
export function coloured(
  text: string,
  meaning: keyof typeof CODES,
  { isColoured }: Pick<Terminal, 'isColoured'>,
): string {
  return isColoured ? `\u001B[${CODES[meaning]}m${text}\u001B[0m` : text;
}
