import { isSpace } from '../characters';
import { isNumber } from '../syntax/number';
import type { Column, ColumnTest, NamedColumn } from '../syntax/pattern';
import { compare, order } from './compare';
import { evaluateCondition } from './evaluate-json';

/**
 * Gives each column its word and asks its condition. Without "..." the last column takes what is left of the line, as in AWS's
 * own `[w1=ERROR, w2]`, which is said to match lines of seven words.
 */
export function evaluateColumns(columns: readonly Column[], line: string): boolean {
  const words = splitWords(line);
  const ellipsis = columns.findIndex((column) => column.kind === 'ellipsis');
  if (ellipsis !== -1) {
    const behind = columns.length - ellipsis - 1;
    if (words.length < ellipsis + behind) return false;
    return (
      hold(columns.slice(0, ellipsis), words) &&
      hold(columns.slice(ellipsis + 1), behind === 0 ? [] : words.slice(-behind))
    );
  }
  const blank = columns.length === 1 && columns[0].kind === 'column' && columns[0].condition === undefined;
  if (blank) return true;
  if (words.length < columns.length) return false;
  const last = words.slice(columns.length - 1).join(' ');
  return hold(columns, [...words.slice(0, columns.length - 1), last]);
}

function hold(columns: readonly Column[], words: readonly string[]): boolean {
  return columns.every((column, index) => {
    const { condition } = column as NamedColumn;
    return condition === undefined || evaluateCondition(condition, (test) => passesWord(words[index], test));
  });
}

/** A word that looks like a number is one for the operators that order, and equals another spelling of that number. */
function passesWord(word: string, test: ColumnTest): boolean {
  if (test.value.kind === 'number' && isNumber(word))
    return order(Number(word), test.operator, test.value.value);
  return compare(word, test);
}

/** Words stand between white space; what is in brackets or double quotes is one word, without them. */
function splitWords(line: string): string[] {
  const words: string[] = [];
  const last = { '"': line.lastIndexOf('"'), ']': line.lastIndexOf(']') };
  let index = 0;
  while (index < line.length) {
    if (isSpace(line.charCodeAt(index))) {
      index++;
      continue;
    }
    const closing = line[index] === '"' ? '"' : line[index] === '[' ? ']' : undefined;
    const end = closing === undefined || last[closing] <= index ? -1 : line.indexOf(closing, index + 1);
    if (end !== -1) {
      words.push(line.slice(index + 1, end));
      index = end + 1;
      continue;
    }
    const start = index++;
    while (index < line.length && !isSpace(line.charCodeAt(index))) index++;
    words.push(line.slice(start, index));
  }
  return words;
}
