import * as fc from 'fast-check';
import {
  type Condition,
  type FieldTest,
  type FilterPattern,
  parse,
  print,
} from '../../../src/filter-pattern';
import { almostPatterns, patterns } from '../arbitraries';
import { read } from '../read';

test('a printed pattern parses to the same pattern', () => {
  fc.assert(
    fc.property(patterns, (pattern) => {
      const text = print(pattern);
      fc.pre(!breaksLimit(text, pattern));
      expect(parse(text)).toEqual(pattern);
    }),
    { numRuns: 700 },
  );
});

test('what parses is printed as the same pattern, and in its final form at once', () => {
  fc.assert(
    fc.property(almostPatterns, (text) => {
      const pattern = read(text);
      fc.pre('kind' in pattern);
      const printed = print(pattern as FilterPattern);
      expect(parse(printed)).toEqual(pattern);
      expect(print(parse(printed))).toBe(printed);
    }),
    { numRuns: 1200, maxSkipsPerRun: 500 },
  );
});

test('white space, quotes and parentheses that change nothing are read as nothing', () => {
  const json = patterns.filter((pattern) => pattern.kind === 'json');
  fc.assert(
    fc.property(json, fc.infiniteStream(fc.boolean()), (pattern, choices) => {
      const text = loosely(pattern, () => choices.next().value);
      fc.pre(!breaksLimit(text, pattern));
      expect(parse(text)).toEqual(pattern);
    }),
    { numRuns: 400 },
  );
});

/** Limits that a generated pattern may break: the parser's refusals are tested by errors.json. */
function breaksLimit(text: string, pattern: FilterPattern): boolean {
  const found = (what: RegExp) => JSON.stringify(pattern).match(what)?.length ?? 0;
  if (pattern.kind !== 'terms' && found(/"kind":"regex"/g) > 2) return true;
  return text.length > 1024 || found(/\{"any":"(key|element)"\}/g) > 3;
}

/** Another way to write a pattern than the printer's. */
function loosely(pattern: FilterPattern, choose: () => boolean): string {
  const space = () => (choose() ? ' \t' : '');
  const write = (condition: Condition<FieldTest>): string => {
    if (condition.kind === 'and' || condition.kind === 'or') {
      const operator = condition.kind === 'and' ? '&&' : '||';
      return condition.operands.map((operand) => `${space()}(${write(operand)})${space()}`).join(operator);
    }
    const printed = print({ kind: 'json', condition }).slice(2, -2);
    const tight = condition.kind === 'compare' ? printed.replace(/ (!?=|[<>]=?) /, '$1') : printed;
    const quoted =
      condition.kind === 'compare' && condition.value.kind === 'text' && /^[a-z]+$/.test(condition.value.text)
        ? printed.replace(/ ([a-z]+)$/, '"$1"')
        : tight;
    return choose() ? `(${space()}${quoted}${space()})` : quoted;
  };
  return pattern.kind === 'json'
    ? `${space()}{${space()}${write(pattern.condition)}${space()}}${space()}`
    : print(pattern);
}
