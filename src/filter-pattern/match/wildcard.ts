import type { TextValue } from '../syntax/pattern';

/**
 * The pieces of a text between its wildcards. A text matches that begins with the first piece, ends with the last, and has the
 * others in between. One piece means no wildcard.
 *
 * A `*` is a wildcard at the ends only: `Ev*ent` matches nothing but itself. ADR 3, star-within.
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
 * Does the text end with the last piece, and also have that piece earlier? Users report that `*111.111.111` did not match
 * `111.111.111.111`. ADR 3, star-overlap.
 */
export function endOccursEarlier(value: TextValue, text: string): boolean {
  if (!value.text.includes('*')) return false;
  const parts = pieces(value);
  const last = parts[parts.length - 1];
  if (parts.length === 1 || last === '') return false;
  return text.endsWith(last) && text.indexOf(last) < text.length - last.length;
}

/** Does the whole text match? Each piece is searched for once, after the one before it, so there is no backtracking. */
export function matchesText(value: TextValue, text: string): boolean {
  if (!value.text.includes('*')) return value.text === text;
  const parts = pieces(value);
  if (parts.length === 1) return parts[0] === text;
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let offset = first.length;
  for (let index = 1; index < parts.length - 1; index++) {
    const found = text.indexOf(parts[index], offset);
    if (found === -1) return false;
    offset = found + parts[index].length;
  }
  // The pieces must not overlap: `x*x` is not `x`.
  return offset <= text.length - last.length;
}
