import { printable } from './printable';

const WIDTH = 80;

/** The narrowest in which an indented text still reads as one. */
const NARROWEST = 30;

/**
 * Breaks a paragraph between words, at 80 columns or at the terminal's where it is narrower. A word that is longer than
 * a line, such as a path, stays whole.
 *
 * @param indent what each line after the first begins with
 */
export function wrap(text: string, columns: number = WIDTH, indent = ''): string {
  const width = Math.max(Math.min(columns, WIDTH), NARROWEST);
  const lines: string[] = [];
  let line = '';
  for (const [word] of printable(text).matchAll(/ *[^ ]+/g)) {
    if (line !== '' && line.length + word.length > width) {
      lines.push(line);
      line = `${indent}${word.trimStart()}`;
    } else {
      line += word;
    }
  }
  return [...lines, line].join('\n');
}
