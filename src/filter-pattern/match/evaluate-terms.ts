import { searchRegex } from '../regex/search-regex';
import type { Term } from '../syntax/pattern';

/**
 * Every included term must be in the text, and no excluded one. Optional terms count only where all terms are optional: then one of
 * them is enough. Next to any other term CloudWatch Logs ignores them.
 */
export function evaluateTerms(terms: readonly Term[], text: string): boolean {
  const required = terms.filter((term) => term.mode !== 'optional');
  if (required.length === 0) return terms.length === 0 || terms.some((term) => isInText(term, text));
  return required.every((term) => isInText(term, text) === (term.mode === 'include'));
}

/** A term may be a part of a word: `ERROR` is in `ERRORCODE`. A blank term is in every text. */
function isInText(term: Term, text: string): boolean {
  if (term.kind === 'regex') return searchRegex(term.text, text);
  return isBlank(term.text) || text.includes(term.text);
}

/** `""` and `" "` match everything. */
export const isBlank = (text: string): boolean => text.trim() === '';
