import * as fc from 'fast-check';
import { evaluate, type FilterPattern, print } from '../../src/filter-pattern';
import { almostPatterns, patterns } from './arbitraries';
import { read } from './read';
import { coverageOf } from './small-world';

const events = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '{}',
    '[]',
    'null',
    '{"a":1e999}',
    '{"__proto__":{"a":1}}',
    '"',
    '[',
    'a "b [c] d',
    '\ud800',
  ),
);

test('any text is a pattern, or an error with a reason and a place in it', () => {
  fc.assert(
    fc.property(almostPatterns, (text) => {
      const found = read(text);
      if ('kind' in found) return;
      expect(found.reason).not.toBe('');
      expect(found.offset).toBeGreaterThanOrEqual(0);
      expect(found.offset).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1500 },
  );
});

test('any pattern is evaluated on any event, raw or parsed, and both agree', () => {
  fc.assert(
    fc.property(patterns, events, (pattern, line) => {
      const found = evaluate(pattern, line);
      if (pattern.kind === 'json' && /^\s*[{[]/.test(line))
        expect(evaluate(pattern, parsed(line))).toBe(found);
      else expect(typeof found).toBe('boolean');
    }),
    { numRuns: 1000 },
  );
});

test('any texts get a verdict: INVALID only when none is a pattern', () => {
  const texts = fc.oneof(almostPatterns, patterns.map(print));
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 3 }), (all) => {
      const { verdict, error } = coverageOf(...all);
      const wrong = all.filter((text) => !('kind' in read(text)));
      expect(verdict === 'INVALID').toBe(wrong.length === all.length);
      expect(error === undefined).toBe(wrong.length === 0);
    }),
    { numRuns: 500 },
  );
});

const LONGEST = 1024;
const fill = (piece: string, before = '', after = '') =>
  before + piece.repeat(Math.floor((LONGEST - before.length - after.length) / piece.length)) + after;

/** As long as a pattern may be, and as bad as one can be. */
const WORST: Readonly<Record<string, string>> = {
  'parentheses within parentheses': `{ ${'('.repeat(505)}$.a=1${')'.repeat(505)} }`,
  'parentheses that never close': fill('(', '{ '),
  'columns in parentheses': `[${'('.repeat(505)}a=1${')'.repeat(505)}]`,
  'a group within a group': `{${'($.a=1&&($.b=2||'.repeat(56)}$.c=3${'))'.repeat(56)}}`,
  'as many tests as there is room for': fill('||$.a=1', '{$.b=2', '}'),
  'one field, one wildcard after the other': fill('||$.eventName=*a*', '{$.eventName=*b*', '}'),
  'one field, many different wildcards': `{${Array.from({ length: 40 }, (_, index) => `$.eventName=*${index}x*`).join('&&')}}`,
  'many fields, each with two outcomes': `{${Array.from(
    { length: 60 },
    (_, index) => `($.a${index}=x||$.b${index}=y)`,
  )
    .join('&&')
    .slice(0, 940)
    .replace(/\)[^)]*$/, ')')}}`,
  'a contradiction behind pairs that each have two ways out': `{$.eventName=x&&${Array.from(
    { length: 40 },
    (_, index) => `($.a${index}=1||$.b${index}=1)`,
  ).join('&&')}&&$.z=1&&$.z=2}`,
  stars: fill('*', '{$.eventName=', '}'),
  'stars and letters': fill('*a', '{$.eventName=', '}'),
  'a regular expression of repetitions': `{$.eventName=${fill('a*', '%', '%').slice(0, 900)}%}`,
  'a regular expression of large repetitions':
    '{$.eventName=%.{1000}.{1000}.{1000}a% || $.eventName=%a.{1000}$%}',
  alternatives: fill('|a', '%a', '%'),
  terms: fill('a '),
  'optional regular expressions': fill('?%a*% '),
  quotes: fill('\\"', '"', '"'),
  columns: fill(',a', '[a', ']'),
  'a character too many': 'a'.repeat(LONGEST + 1),
  'a megabyte': '{ ($.a = 1) || '.repeat(70_000),
};

test.each(Object.entries(WORST))('%s: an end, whatever the verdict', (_, text) => {
  const { verdict } = coverageOf(text, '{ $.eventName = OpenDoor }');
  expect(['PARTIAL', 'BROADER', 'UNPROVEN']).toContain(verdict);
  const found = read(text);
  if (!('kind' in found)) return;
  const event = { eventName: 'a'.repeat(2000), a: 1 };
  expect(evaluate(found, JSON.stringify(event))).toBe(evaluate(found, event));
  const printed = print(found);
  if (printed.length <= LONGEST) expect(read(printed)).toEqual(found);
});

test('as many filters as a log group has, each full of names and sources: an end', () => {
  const filters = Array.from({ length: 100 }, (_, filter) => {
    const parts = Array.from({ length: 14 }, (_, index) => {
      const id = `${filter}x${index}`;
      return `$.eventName=a${id}&&$.eventName=b&&$.eventSource!=c${id}`;
    });
    return `{${parts.join('||')}}`;
  });
  expect(coverageOf('{ $.eventName = OpenDoor }', ...filters)).toEqual({
    verdict: 'PARTIAL',
    events: [
      { name: 'OpenDoor', fires: 'always' },
      { name: 'OpenDoorLock', fires: 'never' },
    ],
    firesOnEverything: false,
  });
});

test('long lines are read to their end', () => {
  const line = `${'a '.repeat(200_000)}"${'['.repeat(200_000)}`;
  for (const [text, expected] of [
    ['[..., last = x]', false],
    ['%a[^b]*b%', false],
    ['%a *a *a *a *x$%', false],
    ['-b a', true],
    ['[first = a, ...]', true],
  ] as const) {
    expect({ text, found: evaluate(read(text) as FilterPattern, line) }).toEqual({ text, found: expected });
  }
});

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}
