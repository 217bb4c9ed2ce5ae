import { searchRegex } from '../regex/search-regex';
import type { Term } from '../syntax/pattern';

/**
 * All included terms are in the text and no excluded one is. Optional terms count only among themselves: one of them is enough,
 * and any other term next to them makes the service ignore them.
 */
export function evaluateTerms(terms: readonly Term[], text: string): boolean {
  const binding = terms.filter((term) => term.mode !== 'optional');
  if (binding.length === 0) return terms.length === 0 || terms.some((term) => holds(term, text));
  return binding.every((term) => holds(term, text) === (term.mode === 'include'));
}

/** A term is in a text as part of it: `ERROR` is in `ERRORCODE`. A blank one is in every text. */
function holds(term: Term, text: string): boolean {
  if (term.kind === 'regex') return searchRegex(term.text, text);
  return isBlank(term.text) || text.includes(term.text);
}

/** `""` and `" "` match everything. */
export const isBlank = (text: string): boolean => text.trim() === '';
