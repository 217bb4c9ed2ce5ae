import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(__dirname, '..', 'docs', 'performance.md');
const BEGIN = '<!-- figures: `npm run bench -- --write` writes from here -->';
const END = '<!-- to here -->';

/** Replaces the figures of docs/performance.md. */
export function writeFigures(figures: string) {
  const text = readFileSync(FILE, 'utf8');
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${FILE} has no lines "${BEGIN}" and "${END}"`);
  writeFileSync(FILE, `${text.slice(0, begin)}${BEGIN}\n\n${figures}\n\n${text.slice(end)}`);
}
