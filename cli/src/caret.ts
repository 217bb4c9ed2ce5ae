import { printable } from './printable';

const MARGIN = '  ';

/**
 * A text with a caret under the place where it goes wrong, cut to what fits around that place.
 *
 * @param offset in UTF-16 units from its start
 */
export function caret(text: string, offset: number, columns = 80): string {
  const shown = printable(text);
  const room = Math.max(Math.min(columns, 80) - 2 * MARGIN.length, 20);
  const start =
    shown.length <= room ? 0 : Math.max(0, Math.min(offset - Math.floor(room / 2), shown.length - room));
  const line = shown.slice(start, start + room);
  return `${MARGIN}${line}\n${MARGIN}${' '.repeat(offset - start)}^`;
}
