import { evaluate, parse } from '../../../src/filter-pattern';
import columns from '../../corpus/filter-pattern/evaluate-columns.json';
import json from '../../corpus/filter-pattern/evaluate-json.json';
import terms from '../../corpus/filter-pattern/evaluate-terms.json';

interface Case {
  readonly pattern: string;
  /** A line of a log, or the JSON object that it holds. */
  readonly event: unknown;
  readonly expected: boolean;
}

const onFields: readonly Case[] = json;
const onLines: readonly Case[] = [...terms, ...columns];

test.each([...onFields, ...onLines])('$pattern on $event: $expected', ({ pattern, event, expected }) => {
  expect(evaluate(parse(pattern), event)).toBe(expected);
});

test.each(onFields.filter(({ event }) => typeof event === 'object'))(
  'on the raw line, $pattern on $event: $expected',
  ({ pattern, event, expected }) => {
    expect(evaluate(parse(pattern), JSON.stringify(event))).toBe(expected);
  },
);
