import { printable } from './printable';

/**
 * What a spreadsheet would take for a formula begins with an apostrophe, which says that it is text.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function cell(text: string): string {
  const plain = printable(text);
  const safe = /^\s*[=+\-@＝＋－＠]/.test(plain) ? `'${plain}` : plain;
  return /[",]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
