import type { Condition } from './pattern';
import type { Scanner } from './scanner';

const AMPERSAND = 0x26;
const BAR = 0x7c;

/**
 * Tests joined by `&&`, `||` and parentheses; `&&` binds closer. Recursion is safe here: a pattern has at most 1,024 characters, so
 * at most 512 nested parentheses.
 */
export function parseCondition<T>(scanner: Scanner, parseTest: () => T): Condition<T> {
  const first = parseConjunction(scanner, parseTest);
  if (!takeDouble(scanner, BAR)) return first;
  const operands = [first];
  do operands.push(parseConjunction(scanner, parseTest));
  while (takeDouble(scanner, BAR));
  return { kind: 'or', operands };
}

function parseConjunction<T>(scanner: Scanner, parseTest: () => T): Condition<T> {
  const first = parsePrimary(scanner, parseTest);
  if (!takeDouble(scanner, AMPERSAND)) return first;
  const operands = [first];
  do operands.push(parsePrimary(scanner, parseTest));
  while (takeDouble(scanner, AMPERSAND));
  return { kind: 'and', operands };
}

function parsePrimary<T>(scanner: Scanner, parseTest: () => T): Condition<T> {
  scanner.skipSpace();
  const opening = scanner.offset;
  if (!scanner.take('(')) return parseTest();
  const condition = parseCondition(scanner, parseTest);
  scanner.skipSpace();
  if (scanner.take(')')) return condition;
  return scanner.atEnd
    ? scanner.fail('the parenthesis that opens here is not closed', opening)
    : scanner.fail('expected "&&", "||" or ")"');
}

function takeDouble(scanner: Scanner, code: number): boolean {
  scanner.skipSpace();
  if (scanner.code !== code) return false;
  if (scanner.text.charCodeAt(scanner.offset + 1) !== code) {
    scanner.fail(`expected "${code === BAR ? '||' : '&&'}"`);
  }
  scanner.offset += 2;
  return true;
}
