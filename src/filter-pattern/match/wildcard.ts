import type { TextValue } from '../syntax/pattern';

/**
 * The pieces of a text between its wildcards: all texts that begin with the first, end with the last, and have the others in
 * between. One piece means no wildcard.
 *
 * A `*` is a wildcard at the ends only: `Ev*ent` is itself. ADR 3, star-within.
 * @see https://github.com/awsdocs/amazon-cloudwatch-logs-user-guide/blob/abb2f62b5c1ba7a87e1193647554d7f2dcb06a50/doc_source/FilterAndPatternSyntax.md
 */
export function pieces({ text, everyStar }: TextValue): readonly string[] {
  if (everyStar) return text.split('*');
  if (text === '*') return ['', ''];
  const leading = text.startsWith('*');
  const trailing = text.endsWith('*');
  const literal = text.slice(leading ? 1 : 0, trailing ? -1 : undefined);
  return [...(leading ? [''] : []), literal, ...(trailing ? [''] : [])];
}

export const hasInnerStar = (text: string): boolean => {
  const index = text.indexOf('*', 1);
  return index !== -1 && index < text.length - 1;
};

/**
 * Does the text end with what stands behind the last wildcard, and have it before, too? Others report that `*111.111.111` did not
 * match `111.111.111.111`. ADR 3, star-overlap.
 */
export function endsTwice(value: TextValue, text: string): boolean {
  if (!value.text.includes('*')) return false;
  const parts = pieces(value);
  const last = parts[parts.length - 1];
  if (parts.length === 1 || last === '') return false;
  return text.endsWith(last) && text.indexOf(last) < text.length - last.length;
}

/** Does the whole text fit? Each piece is looked for once, behind the one before it: no backtracking. */
export function matchesText(value: TextValue, text: string): boolean {
  if (!value.text.includes('*')) return value.text === text;
  const parts = pieces(value);
  if (parts.length === 1) return parts[0] === text;
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false;
  let offset = first.length;
  for (let index = 1; index < parts.length - 1; index++) {
    const found = text.indexOf(parts[index], offset);
    if (found === -1) return false;
    offset = found + parts[index].length;
  }
  return offset <= text.length - last.length;
}
