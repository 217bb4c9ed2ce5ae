import { isSpace } from '../characters';
import { isNumber } from '../syntax/number';
import type { Column, ColumnTest, NamedColumn } from '../syntax/pattern';
import { evaluateCondition } from './evaluate-json';
import { compareNumbers, passesValueTest } from './value-test';

/**
 * Gives each column its word and evaluates its condition. Without "..." the last column takes the rest of the line: AWS says that
 * its example `[w1=ERROR, w2]` matches lines of seven words.
 */
export function evaluateColumns(columns: readonly Column[], line: string): boolean {
  const words = splitWords(line);
  const ellipsis = columns.findIndex((column) => column.kind === 'ellipsis');
  if (ellipsis !== -1) {
    const after = columns.length - ellipsis - 1;
    if (words.length < ellipsis + after) return false;
    return (
      passColumns(words, columns.slice(0, ellipsis)) &&
      passColumns(after === 0 ? [] : words.slice(-after), columns.slice(ellipsis + 1))
    );
  }
  const matchesAll =
    columns.length === 1 && columns[0].kind === 'column' && columns[0].condition === undefined;
  if (matchesAll) return true;
  if (words.length < columns.length) return false;
  const rest = words.slice(columns.length - 1).join(' ');
  return passColumns([...words.slice(0, columns.length - 1), rest], columns);
}

function passColumns(words: readonly string[], columns: readonly Column[]): boolean {
  return columns.every((column, index) => {
    const { condition } = column as NamedColumn;
    return condition === undefined || evaluateCondition(condition, (test) => passesWord(words[index], test));
  });
}

/** A word that looks like a number is compared as a number with a number: `007` equals 7. */
function passesWord(word: string, test: ColumnTest): boolean {
  if (test.value.kind === 'number' && isNumber(word))
    return compareNumbers(Number(word), test.operator, test.value.value);
  return passesValueTest(word, test);
}

/** White space separates words. What is in brackets or double quotes is one word, without the brackets or quotes. */
function splitWords(line: string): string[] {
  const words: string[] = [];
  const lastClosing = { '"': line.lastIndexOf('"'), ']': line.lastIndexOf(']') };
  let index = 0;
  while (index < line.length) {
    if (isSpace(line.charCodeAt(index))) {
      index++;
      continue;
    }
    const closing = line[index] === '"' ? '"' : line[index] === '[' ? ']' : undefined;
    const end =
      closing === undefined || lastClosing[closing] <= index ? -1 : line.indexOf(closing, index + 1);
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
