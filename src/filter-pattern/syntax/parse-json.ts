import { parseCondition } from './parse-condition';
import { parseSelector } from './parse-selector';
import { parseOperator, parseValue, type Quota } from './parse-value';
import type { FieldState, FieldTest, JsonPattern } from './pattern';
import type { Scanner } from './scanner';

const STATES: readonly FieldState['state'][] = ['NULL', 'TRUE', 'FALSE'];

/** `{ ... }`, from the opening brace up to the end of the text. */
export function parseJson(scanner: Scanner): JsonPattern {
  const quota: Quota = { regexes: 0, wildcards: 0 };
  const opening = scanner.offset++;
  const condition = parseCondition(scanner, () => parseTest(scanner, quota));
  scanner.skipSpace();
  if (!scanner.take('}')) {
    return scanner.atEnd
      ? scanner.fail('the brace that opens here is not closed', opening)
      : scanner.fail('expected "&&", "||" or "}"');
  }
  scanner.skipSpace();
  if (!scanner.atEnd) scanner.fail('expected nothing after "}"');
  return { kind: 'json', condition };
}

function parseTest(scanner: Scanner, quota: Quota): FieldTest {
  const start = scanner.offset;
  const selector = parseSelector(scanner, quota);
  const end = scanner.offset;
  scanner.skipSpace();
  const operator = parseOperator(scanner);
  if (operator !== undefined) {
    return { kind: 'compare', selector, operator, value: parseValue(scanner, operator, quota) };
  }
  // AWS shows these words in capitals only, so small letters are refused.
  if (scanner.takeWord('IS')) return { kind: 'is', selector, state: parseState(scanner) };
  if (scanner.takeWord('NOT')) {
    scanner.skipSpace();
    if (!scanner.takeWord('EXISTS')) scanner.fail('expected "EXISTS" after "NOT"');
    return { kind: 'not-exists', selector };
  }
  if (scanner.takeWord('EXISTS')) scanner.fail('"EXISTS" is not supported without "NOT"', scanner.offset - 6);
  return scanner.fail(`expected "=" or "!=" after ${scanner.text.slice(start, end)}`);
}

function parseState(scanner: Scanner): FieldState['state'] {
  scanner.skipSpace();
  for (const state of STATES) if (scanner.takeWord(state)) return state;
  if (scanner.takeWord('NOT')) scanner.fail('"IS NOT" is not supported', scanner.offset - 3);
  return scanner.fail('expected "NULL", "TRUE" or "FALSE" after "IS"');
}
