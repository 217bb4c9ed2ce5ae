import { parseCondition } from './parse-condition';
import { parseOperator, parseValue, type Quota } from './parse-value';
import type { Column, ColumnsPattern, ColumnTest, Condition } from './pattern';
import type { Scanner } from './scanner';

const COMMA = 0x2c;
const CLOSING = 0x5d;

/** `[ ... ]`, from the opening bracket up to the end of the text. */
export function parseColumns(scanner: Scanner): ColumnsPattern {
  const quota: Quota = { regexes: 0, wildcards: 0 };
  const opening = scanner.offset++;
  const columns: Column[] = [];
  do columns.push(parseColumn(scanner, quota, columns));
  while (scanner.take(','));
  if (!scanner.take(']')) {
    return scanner.atEnd
      ? scanner.fail('the bracket that opens here is not closed', opening)
      : scanner.fail('expected "," or "]"');
  }
  scanner.skipSpace();
  if (!scanner.atEnd) scanner.fail('expected nothing after "]"');
  return { kind: 'columns', columns };
}

function parseColumn(scanner: Scanner, quota: Quota, earlier: readonly Column[]): Column {
  scanner.skipSpace();
  const start = scanner.offset;
  if (scanner.take('...')) {
    if (earlier.some((column) => column.kind === 'ellipsis'))
      scanner.fail('at most one "..." in a pattern', start);
    scanner.skipSpace();
    return { kind: 'ellipsis' };
  }
  while (scanner.take('(')) scanner.skipSpace();
  const hasNoParenthesis = scanner.offset === start;
  const name = scanner.readName();
  scanner.skipSpace();
  if (hasNoParenthesis && (scanner.atEnd || scanner.code === COMMA || scanner.code === CLOSING)) {
    return { kind: 'column', name };
  }
  scanner.offset = start;
  return { kind: 'column', name, condition: parseColumnCondition(scanner, name, quota) };
}

/** Every test repeats the name of its column. CloudWatch Logs refuses any other name, https://github.com/awsdocs/amazon-cloudwatch-logs-user-guide/issues/21 */
function parseColumnCondition(scanner: Scanner, name: string, quota: Quota): Condition<ColumnTest> {
  return parseCondition(scanner, (): ColumnTest => {
    const start = scanner.offset;
    const read = scanner.readName();
    if (read === '') scanner.fail('expected the name of a column');
    if (read !== name) scanner.fail(`expected the column's own name, ${name}`, start);
    scanner.skipSpace();
    const operator = parseOperator(scanner);
    if (operator === undefined) return scanner.fail(`expected "=" or "!=" after ${name}`);
    return { kind: 'compare', operator, value: parseValue(scanner, operator, quota) };
  });
}
