import { isSpace } from '../characters';
import { readRegex } from './parse-value';
import type { Term, TermsPattern } from './pattern';
import { DOUBLE_QUOTE, type Scanner } from './scanner';

const MINUS = 0x2d;
const PERCENT = 0x25;
const QUESTION = 0x3f;

/** Terms with white space between them, up to the end of the text. */
export function parseTerms(scanner: Scanner): TermsPattern {
  const terms: Term[] = [];
  for (scanner.skipSpace(); !scanner.atEnd; scanner.skipSpace()) terms.push(parseTerm(scanner));
  return { kind: 'terms', terms };
}

function parseTerm(scanner: Scanner): Term {
  const mode = parseMode(scanner);
  const term = parseText(scanner, mode);
  if (!scanner.atEnd && !isSpace(scanner.code)) {
    const character = scanner.text[scanner.offset];
    scanner.fail(
      character === '"'
        ? 'expected white space before the double quote'
        : `"${character}" needs double quotes round the term`,
    );
  }
  return term;
}

function parseMode(scanner: Scanner): Term['mode'] {
  const code = scanner.code;
  if (code !== MINUS && code !== QUESTION) return 'include';
  scanner.offset++;
  return code === MINUS ? 'exclude' : 'optional';
}

function parseText(scanner: Scanner, mode: Term['mode']): Term {
  const code = scanner.code;
  if (code === DOUBLE_QUOTE) return { mode, kind: 'text', text: scanner.readQuoted() };
  if (code === PERCENT) return { mode, kind: 'regex', text: readRegex(scanner).source };
  const start = scanner.offset;
  const text = scanner.readBare();
  if (text === '' && (scanner.atEnd || isSpace(scanner.code))) scanner.fail('expected a term');
  // No wildcard is documented for terms, and "+" is bare in numbers only.
  for (const character of '*+') {
    const index = text.indexOf(character);
    if (index !== -1) scanner.fail(`"${character}" needs double quotes round the term`, start + index);
  }
  return { mode, kind: 'text', text };
}
