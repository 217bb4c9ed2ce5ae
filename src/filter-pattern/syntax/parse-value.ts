import { isDigit, isSpace } from '../characters';
import { parseRegex } from '../regex/parse-regex';
import { MAXIMUM_REGEXES } from './limits';
import { isNumber } from './number';
import type { NumberValue, Operator, RegexValue, Value } from './pattern';
import { DOUBLE_QUOTE, type Scanner } from './scanner';

/** How many regular expressions and wildcards a JSON or column pattern has so far: both are limited. */
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

/** The value after an operator. `<`, `>`, `<=` and `>=` take numbers only. */
export function parseValue(scanner: Scanner, operator: Operator, quota: Quota): Value {
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

/** `%...%`. It is parsed here, so that a pattern with a wrong regular expression is refused. */
export function readRegex(scanner: Scanner): RegexValue {
  const opening = scanner.offset++;
  const start = scanner.offset;
  const source = scanner.readUntil('%', 'regular expression', opening);
  parseRegex(source, start);
  return { kind: 'regex', source };
}

/** After a value come white space, the end, a closing sign, a comma or an operator. Anything else belongs in quotes: `"a@b"`. */
function expectBoundary(scanner: Scanner, start: number): void {
  const code = scanner.code;
  if (scanner.atEnd || isSpace(code)) return;
  const character = scanner.text[scanner.offset];
  if (')}&|,]'.includes(character)) return;
  const first = scanner.text.charCodeAt(start);
  const isDelimited = first === DOUBLE_QUOTE || first === PERCENT;
  scanner.fail(
    isDelimited
      ? `expected an end of the value before ${inQuotes(character)}`
      : `${inQuotes(character)} needs double quotes round the text`,
  );
}

const inQuotes = (character: string): string => (character === '"' ? "'\"'" : `"${character}"`);
