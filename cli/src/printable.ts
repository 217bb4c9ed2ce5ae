/** Without what a terminal obeys: names and texts come out of files that anybody may have written. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (found) => ' '.repeat(found.length));
}
