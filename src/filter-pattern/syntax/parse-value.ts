import { isDigit, isSpace } from '../characters';
import { parseRegex } from '../regex/parse-regex';
import { MAXIMUM_REGEXES } from './limits';
import { isNumber } from './number';
import type { Comparison, NumberValue, Operator, RegexValue, Value } from './pattern';
import { DOUBLE_QUOTE, type Scanner } from './scanner';

/** Counts what a JSON or column pattern may have only a few of. */
export interface Quota {
  regexes: number;
  wildcards: number;
}

const PERCENT = 0x25;
const PLUS = 0x2b;
const MINUS = 0x2d;

/** `=`, `!=`, `<`, `>`, `<=` or `>=`, if one comes next. */
export function parseOperator(scanner: Scanner): Operator | undefined {
  switch (scanner.code) {
    case 0x3d:
      scanner.offset++;
      return '=';
    case 0x21:
      return scanner.take('!=') ? '!=' : undefined;
    case 0x3c:
      scanner.offset++;
      return scanner.take('=') ? '<=' : '<';
    case 0x3e:
      scanner.offset++;
      return scanner.take('=') ? '>=' : '>';
    default:
      return undefined;
  }
}

/** An operator has been read: now its value. The four that order take numbers only. */
export function parseValue(scanner: Scanner, operator: Operator, quota: Quota): Comparison['value'] {
  scanner.skipSpace();
  const start = scanner.offset;
  const value = readValue(scanner, operator, quota);
  if (operator !== '=' && operator !== '!=' && value.kind !== 'number') {
    scanner.fail(`expected a number after "${operator}"`, start);
  }
  expectBoundary(scanner, start);
  return value;
}

function readValue(scanner: Scanner, operator: Operator, quota: Quota): Value {
  const code = scanner.code;
  if (code === DOUBLE_QUOTE) return { kind: 'text', text: scanner.readQuoted() };
  if (code === PERCENT) {
    if (++quota.regexes > MAXIMUM_REGEXES) {
      scanner.fail(`at most ${MAXIMUM_REGEXES} regular expressions in a pattern`);
    }
    return readRegex(scanner);
  }
  const start = scanner.offset;
  const text = scanner.readBare();
  if (text === '') scanner.fail(`expected a value after "${operator}"`);
  const first = text.charCodeAt(0);
  if ((isDigit(first) || first === PLUS || first === MINUS) && isNumber(text)) return readNumber(text);
  const plus = text.indexOf('+');
  if (plus !== -1) scanner.fail('"+" needs double quotes round the text', start + plus);
  return { kind: 'text', text };
}

const readNumber = (text: string): NumberValue => ({ kind: 'number', text, value: Number(text) });

/** `%...%`, checked, so that a pattern which parses can be matched. */
export function readRegex(scanner: Scanner): RegexValue {
  const opening = scanner.offset++;
  const start = scanner.offset;
  const source = scanner.readUntil('%', 'regular expression', opening);
  parseRegex(source, start);
  return { kind: 'regex', source };
}

/** After a value comes white space, the end, or something that closes or joins; `a@b` would be two values in one. */
function expectBoundary(scanner: Scanner, start: number): void {
  const code = scanner.code;
  if (scanner.atEnd || isSpace(code)) return;
  const character = scanner.text[scanner.offset];
  if (')}&|,]'.includes(character)) return;
  const closed =
    scanner.text.charCodeAt(start) === DOUBLE_QUOTE || scanner.text.charCodeAt(start) === PERCENT;
  scanner.fail(
    closed
      ? `expected an end of the value before ${show(character)}`
      : `${show(character)} needs double quotes round the text`,
  );
}

const show = (character: string): string => (character === '"' ? "'\"'" : `"${character}"`);
