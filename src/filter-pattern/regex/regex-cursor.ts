import { isName, isSpace } from '../characters';
import { PatternError } from '../pattern-error';

/** First and last code of each run of characters, one after the other: `[a-z_]` is 97, 122, 95, 95. */
export type Ranges = readonly number[];

export const LAST_CODE = 0xffff;
export const ANY: Ranges = [0, LAST_CODE];

/** Where a regular expression is read, and how much of its size is spent. */
export interface RegexCursor {
  readonly source: string;
  /** Where the source stands in its pattern: errors count from the pattern's start. */
  readonly base: number;
  index: number;
  states: number;
}

export function failRegex(cursor: RegexCursor, reason: string, index = cursor.index): never {
  throw new PatternError(cursor.base + index, reason);
}

/** Letters, digits, white space and the symbols that AWS lists; "]" and "}" are operators only after their opening ones. */
export function isLiteral(code: number): boolean {
  return isName(code) || isSpace(code) || ':#=@/;,]}'.includes(String.fromCharCode(code));
}
