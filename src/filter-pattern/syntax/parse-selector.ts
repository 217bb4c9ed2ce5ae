import { isDigit } from '../characters';
import { MAXIMUM_PATTERN_WILDCARDS, MAXIMUM_SELECTOR_WILDCARDS } from './limits';
import type { Quota } from './parse-value';
import type { AnyStep, Selector, Step } from './pattern';
import type { Scanner } from './scanner';

const DOLLAR = 0x24;
const DOT = 0x2e;
const BRACKET = 0x5b;
const STAR = 0x2a;
const QUOTE = 0x27;

const ANY_KEY: AnyStep = { any: 'key' };
const ANY_ELEMENT: AnyStep = { any: 'element' };

/** `$` and one step after the other: `.name`, `.*`, `.['key']`, `[0]`, `[*]`. */
export function parseSelector(scanner: Scanner, quota: Quota): Selector {
  if (scanner.code !== DOLLAR) scanner.fail('expected a selector such as $.eventName');
  scanner.offset++;
  const steps: Step[] = [];
  let wildcards = 0;
  for (;;) {
    const start = scanner.offset;
    const step = parseStep(scanner);
    if (step === undefined) break;
    if (typeof step === 'object') {
      if (++wildcards > MAXIMUM_SELECTOR_WILDCARDS) scanner.fail('at most one wildcard in a selector', start);
      if (++quota.wildcards > MAXIMUM_PATTERN_WILDCARDS) {
        scanner.fail(`at most ${MAXIMUM_PATTERN_WILDCARDS} wildcards in the selectors of a pattern`, start);
      }
    }
    steps.push(step);
  }
  if (steps.length === 0) scanner.fail('expected "." or "[" after "$"');
  return steps;
}

function parseStep(scanner: Scanner): Step | undefined {
  const code = scanner.code;
  if (code === BRACKET) return parseBracket(scanner, true);
  if (code !== DOT) return undefined;
  scanner.offset++;
  const next = scanner.code;
  if (next === STAR) {
    scanner.offset++;
    return ANY_KEY;
  }
  if (next === BRACKET) return parseBracket(scanner, false);
  const name = scanner.readName();
  if (name === '') scanner.fail('expected a name after "."');
  return name;
}

/** `['key']`; without a dot before it also `[0]` and `[*]`. */
function parseBracket(scanner: Scanner, withoutDot: boolean): Step {
  const opening = scanner.offset++;
  const step = scanner.code === QUOTE ? parseKey(scanner) : withoutDot ? parseElement(scanner) : undefined;
  if (step === undefined) scanner.fail('expected a key in single quotes after "["');
  if (!scanner.take(']')) {
    return scanner.atEnd
      ? scanner.fail('the bracket that opens here is not closed', opening)
      : scanner.fail('expected "]"');
  }
  return step;
}

function parseKey(scanner: Scanner): string {
  const opening = scanner.offset++;
  const key = scanner.readUntil("'", 'single quote', opening);
  if (key === '') scanner.fail('expected a key between the single quotes', opening);
  return key;
}

function parseElement(scanner: Scanner): Step {
  if (scanner.code === STAR) {
    scanner.offset++;
    return ANY_ELEMENT;
  }
  const start = scanner.offset;
  while (isDigit(scanner.code)) scanner.offset++;
  if (scanner.offset === start) scanner.fail('expected an index, "*" or a key in single quotes after "["');
  return Number(scanner.text.slice(start, scanner.offset));
}
