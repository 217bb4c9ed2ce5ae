import { isBare, isName } from '../characters';
import { isNumber } from './number';
import {
  type Column,
  type Comparison,
  type Condition,
  type FieldTest,
  type FilterPattern,
  type Group,
  isGroup,
  type Selector,
  type Term,
  type Value,
} from './pattern';

/**
 * Writes a pattern as text that parses to the same pattern, one way for all that mean the same. The text is spaced for a reader:
 * that of a pattern close to the limit may be longer than the service takes.
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

/** Puts every group within a group in parentheses, so that no reader has to know which operator binds closer. */
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
      return `${selector} ${printComparison(test)}`;
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

const printComparison = ({ operator, value }: Comparison): string => `${operator} ${printValue(value)}`;

function printValue(value: Value): string {
  if (value.kind === 'regex') return `%${value.source}%`;
  if (value.kind === 'number') return value.text;
  return consistsOf(value.text, isBare) && !value.text.includes('+') && !isNumber(value.text)
    ? value.text
    : quote(value.text);
}

/** A column that is not the last and has no name prints as nothing between commas. */
function printColumn(column: Column): string {
  if (column.kind === 'ellipsis') return '...';
  const { name, condition } = column;
  return condition === undefined
    ? name
    : printCondition(condition, (test) => `${name} ${printComparison(test)}`);
}

const SIGNS: Readonly<Record<Term['mode'], string>> = { include: '', optional: '?', exclude: '-' };

function printTerm({ mode, kind, text }: Term): string {
  if (kind === 'regex') return `${SIGNS[mode]}%${text}%`;
  const bare = consistsOf(text, isName) && !text.startsWith('-');
  return SIGNS[mode] + (bare ? text : quote(text));
}

/** As CDK does it, see `Scanner.readQuoted`. */
export function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function consistsOf(text: string, accepts: (code: number) => boolean): boolean {
  for (let index = 0; index < text.length; index++) if (!accepts(text.charCodeAt(index))) return false;
  return text !== '';
}
