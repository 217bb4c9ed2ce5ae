import { isDigit } from '../characters';
import { MAXIMUM_REGEX_STATES, MAXIMUM_REPETITIONS } from './limits';
import { parseClass, readEscape } from './parse-class';
import { ANY, failRegex, isLiteral, type Ranges, type RegexCursor } from './regex-cursor';

/** A regular expression of CloudWatch Logs: alternatives of sequences. There are no groups. */
export type Regex = readonly (readonly RegexItem[])[];

export type RegexItem = RegexAnchor | RegexRun;

export interface RegexAnchor {
  readonly kind: 'start' | 'end';
}

/** One character of a class, between `min` and `max` times. */
export interface RegexRun {
  readonly kind: 'run';
  readonly ranges: Ranges;
  readonly min: number;
  readonly max: number;
}

/**
 * Parses the text between two "%".
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html#regex-expressions
 */
export function parseRegex(source: string, base = 0): Regex {
  const cursor: RegexCursor = { source, base, index: 0, states: 0 };
  const alternatives = [parseSequence(cursor)];
  while (source[cursor.index] === '|') {
    cursor.index++;
    alternatives.push(parseSequence(cursor));
  }
  return alternatives;
}

function parseSequence(cursor: RegexCursor): RegexItem[] {
  const items: RegexItem[] = [];
  while (cursor.index < cursor.source.length && cursor.source[cursor.index] !== '|')
    items.push(parseItem(cursor));
  if (items.length === 0) failRegex(cursor, 'expected a regular expression');
  return items;
}

function parseItem(cursor: RegexCursor): RegexItem {
  const character = cursor.source[cursor.index];
  if (character === '^' || character === '$') {
    cursor.index++;
    return { kind: character === '^' ? 'start' : 'end' };
  }
  const ranges = parseAtom(cursor, character);
  const [min, max] = parseQuantifier(cursor);
  cursor.states += Math.max(1, max === Number.POSITIVE_INFINITY ? min + 1 : max);
  if (cursor.states > MAXIMUM_REGEX_STATES) failRegex(cursor, 'the regular expression repeats too much');
  return { kind: 'run', ranges, min, max };
}

function parseAtom(cursor: RegexCursor, character: string): Ranges {
  if (character === '[') return parseClass(cursor);
  if (character === '\\') return readEscape(cursor);
  if (character === '.') {
    cursor.index++;
    return ANY;
  }
  if ('*+?{'.includes(character)) failRegex(cursor, `nothing before "${character}" to repeat`);
  const code = character.charCodeAt(0);
  if (!isLiteral(code)) failRegex(cursor, `"${character}" is not supported in a regular expression`);
  cursor.index++;
  return [code, code];
}

function parseQuantifier(cursor: RegexCursor): [number, number] {
  const range = readQuantifier(cursor);
  const next = cursor.source[cursor.index];
  if (range !== undefined && next !== undefined && '*+?{'.includes(next)) {
    failRegex(cursor, `"${next}" cannot repeat a repetition`);
  }
  return range ?? [1, 1];
}

function readQuantifier(cursor: RegexCursor): [number, number] | undefined {
  switch (cursor.source[cursor.index]) {
    case '*':
      cursor.index++;
      return [0, Number.POSITIVE_INFINITY];
    case '+':
      cursor.index++;
      return [1, Number.POSITIVE_INFINITY];
    case '?':
      cursor.index++;
      return [0, 1];
    case '{':
      return readBounds(cursor);
    default:
      return undefined;
  }
}

/** `{m}`, `{m,}`, `{,n}`, `{m,n}`. */
function readBounds(cursor: RegexCursor): [number, number] {
  const opening = cursor.index++;
  const minimum = readCount(cursor);
  let maximum = minimum;
  if (cursor.source[cursor.index] === ',') {
    cursor.index++;
    maximum = readCount(cursor) ?? Number.POSITIVE_INFINITY;
    if (minimum === undefined && maximum === Number.POSITIVE_INFINITY)
      failRegex(cursor, 'expected a number of repetitions');
  }
  if (maximum === undefined) failRegex(cursor, 'expected a number of repetitions');
  if (cursor.source[cursor.index] !== '}') failRegex(cursor, 'expected "}"');
  cursor.index++;
  if (maximum < (minimum ?? 0)) failRegex(cursor, 'the repetitions end before they begin', opening);
  return [minimum ?? 0, maximum];
}

function readCount(cursor: RegexCursor): number | undefined {
  const { source } = cursor;
  while (source[cursor.index] === ' ') cursor.index++;
  const start = cursor.index;
  while (isDigit(source.charCodeAt(cursor.index))) cursor.index++;
  const end = cursor.index;
  while (source[cursor.index] === ' ') cursor.index++;
  if (end === start) return undefined;
  const count = Number(source.slice(start, end));
  if (count > MAXIMUM_REPETITIONS) failRegex(cursor, `at most ${MAXIMUM_REPETITIONS} repetitions`, start);
  return count;
}
