import { failRegex, isLiteral, LAST_CODE, type Ranges, type RegexCursor } from './regex-cursor';

const DIGITS: Ranges = [48, 57];
const WORD: Ranges = [48, 57, 65, 90, 95, 95, 97, 122];
// Tab to carriage return, and the blank: AWS says that these include tab, blank and newline.
const WHITE: Ranges = [9, 13, 32, 32];
const CLASSES: Readonly<Record<string, Ranges>> = {
  d: DIGITS,
  D: complement(DIGITS),
  s: WHITE,
  S: complement(WHITE),
  w: WORD,
  W: complement(WORD),
};
const ESCAPABLE = '^$?[]{}|\\*+.:_#=@/;,- ';

/** All codes outside the ranges. */
function complement(ranges: Ranges): Ranges {
  const pairs: [number, number][] = [];
  for (let index = 0; index < ranges.length; index += 2) pairs.push([ranges[index], ranges[index + 1]]);
  pairs.sort((left, right) => left[0] - right[0]);
  const outside: number[] = [];
  let next = 0;
  for (const [first, last] of pairs) {
    if (first > next) outside.push(next, first - 1);
    next = Math.max(next, last + 1);
  }
  if (next <= LAST_CODE) outside.push(next, LAST_CODE);
  return outside;
}

/** `\d` and the like, `\xhh`, or an operator or symbol that stands for itself. CloudWatch Logs refuses `\(`, https://github.com/ministryofjustice/modernisation-platform-environments/pull/5137 */
export function readEscape(cursor: RegexCursor): Ranges {
  const start = cursor.index++;
  const character = cursor.source[cursor.index] ?? '';
  cursor.index++;
  if (Object.hasOwn(CLASSES, character)) return CLASSES[character];
  if (character === 'x') {
    const code = hexadecimal(cursor.source, cursor.index);
    if (code === undefined) failRegex(cursor, 'expected two hexadecimal digits after "\\x"');
    cursor.index += 2;
    return [code, code];
  }
  if (character === '') failRegex(cursor, 'expected a character after "\\"', start);
  if (!ESCAPABLE.includes(character))
    failRegex(cursor, `"\\${character}" is not supported in a regular expression`, start);
  const code = character.charCodeAt(0);
  return [code, code];
}

function hexadecimal(source: string, index: number): number | undefined {
  const digits = source.slice(index, index + 2);
  if (digits.length < 2) return undefined;
  let code = 0;
  for (const digit of digits) {
    const value = '0123456789abcdef'.indexOf(digit.toLowerCase());
    if (value === -1) return undefined;
    code = code * 16 + value;
  }
  return code;
}

/** `[abc]`, `[a-z]`, `[^0-9]`. */
export function parseClass(cursor: RegexCursor): Ranges {
  const { source } = cursor;
  const opening = cursor.index++;
  const negated = source[cursor.index] === '^';
  if (negated) cursor.index++;
  const ranges: number[] = [];
  while (source[cursor.index] !== ']') {
    if (cursor.index >= source.length)
      failRegex(cursor, 'the bracket that opens here is not closed', opening);
    readMember(cursor, ranges);
  }
  if (ranges.length === 0) failRegex(cursor, 'expected a character in the brackets');
  cursor.index++;
  return negated ? complement(ranges) : ranges;
}

function readMember(cursor: RegexCursor, ranges: number[]): void {
  const { source } = cursor;
  const start = cursor.index;
  const first = readClassCharacter(cursor);
  if (source[cursor.index] !== '-' || source[cursor.index + 1] === ']' || cursor.index + 1 >= source.length) {
    ranges.push(...first);
    return;
  }
  cursor.index++;
  const last = readClassCharacter(cursor);
  if (first.length !== 2 || first[0] !== first[1] || last.length !== 2 || last[0] !== last[1]) {
    failRegex(cursor, 'a range needs one character on each side', start);
  }
  if (last[0] < first[0]) failRegex(cursor, 'the range ends before it begins', start);
  ranges.push(first[0], last[0]);
}

function readClassCharacter(cursor: RegexCursor): Ranges {
  const character = cursor.source[cursor.index];
  if (character === '\\') return readEscape(cursor);
  const code = character.charCodeAt(0);
  if (!isLiteral(code) && !'^$?{|*+.'.includes(character)) {
    failRegex(cursor, `"${character}" is not supported in a regular expression`);
  }
  cursor.index++;
  return [code, code];
}
