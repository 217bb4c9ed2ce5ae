import { isName, isSpace } from '../characters';
import { PatternError } from '../pattern-error';

/** The first and the last code of each range, one after the other: `[a-z_]` is 97, 122, 95, 95. */
export type Ranges = readonly number[];

export const LAST_CODE = 0xffff;
export const ANY: Ranges = [0, LAST_CODE];

/** A regular expression, the place where it is read, and how many states it has so far. */
export interface RegexCursor {
  readonly source: string;
  /** The offset of the source in its pattern: errors count from the pattern's start. */
  readonly base: number;
  index: number;
  states: number;
}

export function failRegex(cursor: RegexCursor, reason: string, index = cursor.index): never {
  throw new PatternError(cursor.base + index, reason);
}

/** Letters, digits, white space and the symbols that AWS lists. "]" and "}" are operators only after "[" and "{". */
export function isLiteral(code: number): boolean {
  return isName(code) || isSpace(code) || ':#=@/;,]}'.includes(String.fromCharCode(code));
}
