import { isBare, isName } from '../characters';
import { isNumber } from './number';
import {
  type Column,
  type Condition,
  type FieldTest,
  type FilterPattern,
  type Group,
  isGroup,
  type Selector,
  type Term,
  type Value,
  type ValueTest,
} from './pattern';

/**
 * Writes a pattern as text that parses to the same pattern; white space, quotes and parentheses of the original are not kept. The
 * text is spaced for a reader, so that of a long pattern may exceed the limit of CloudWatch Logs.
 */
export function print(pattern: FilterPattern): string {
  switch (pattern.kind) {
    case 'json':
      return `{ ${printCondition(pattern.condition, printFieldTest)} }`;
    case 'terms':
      return pattern.terms.map(printTerm).join(' ');
    case 'columns':
      return `[${pattern.columns.map(printColumn).join(', ')}]`;
  }
}

/** Puts every inner group in parentheses, so that no reader has to know that `&&` binds closer than `||`. */
function printCondition<T extends { kind: string }>(
  condition: Condition<T>,
  printTest: (test: T) => string,
): string {
  if (!isGroup(condition)) return printTest(condition as T);
  const { kind, operands } = condition as Group<T>;
  return operands
    .map((operand) =>
      isGroup(operand) ? `(${printCondition(operand, printTest)})` : printTest(operand as T),
    )
    .join(kind === 'and' ? ' && ' : ' || ');
}

export function printFieldTest(test: FieldTest): string {
  const selector = printSelector(test.selector);
  switch (test.kind) {
    case 'compare':
      return `${selector} ${printValueTest(test)}`;
    case 'is':
      return `${selector} IS ${test.state}`;
    case 'not-exists':
      return `${selector} NOT EXISTS`;
  }
}

function printSelector(selector: Selector): string {
  const steps = selector.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    if (typeof step === 'object') return step.any === 'key' ? '.*' : '[*]';
    return consistsOf(step, isName) ? `.${step}` : `.['${step}']`;
  });
  return `$${steps.join('')}`;
}

const printValueTest = ({ operator, value }: ValueTest): string => `${operator} ${printValue(value)}`;

function printValue(value: Value): string {
  if (value.kind === 'regex') return `%${value.source}%`;
  if (value.kind === 'number') return value.text;
  return consistsOf(value.text, isBare) && !value.text.includes('+') && !isNumber(value.text)
    ? value.text
    : quote(value.text);
}

/** A column without a name prints as nothing between the commas. */
function printColumn(column: Column): string {
  if (column.kind === 'ellipsis') return '...';
  const { name, condition } = column;
  return condition === undefined
    ? name
    : printCondition(condition, (test) => `${name} ${printValueTest(test)}`);
}

const SIGNS: Readonly<Record<Term['mode'], string>> = { include: '', optional: '?', exclude: '-' };

function printTerm({ mode, kind, text }: Term): string {
  if (kind === 'regex') return `${SIGNS[mode]}%${text}%`;
  const needsNoQuotes = consistsOf(text, isName) && !text.startsWith('-');
  return SIGNS[mode] + (needsNoQuotes ? text : quote(text));
}

/** As CDK does it, see `Scanner.readQuoted`. */
export function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function consistsOf(text: string, allows: (code: number) => boolean): boolean {
  for (let index = 0; index < text.length; index++) if (!allows(text.charCodeAt(index))) return false;
  return text !== '';
}
