/** Without what a terminal obeys, and what no file can hold: names and texts come out of files that anybody may have written. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (found) => ' '.repeat(found.length));
}
