import * as fc from 'fast-check';
import type {
  Column,
  ColumnTest,
  Condition,
  FieldTest,
  FilterPattern,
  NumberValue,
  RegexValue,
  Selector,
  Term,
  Value,
} from '../../src/filter-pattern';

/** Any condition: groups of two operands or more, nested, of the kind or the other. */
export function conditions<T extends { kind: string }>(
  tests: fc.Arbitrary<T>,
  maxDepth = 4,
): fc.Arbitrary<Condition<T>> {
  return fc.letrec<{ condition: Condition<T>; group: Condition<T> }>((tie) => ({
    condition: fc.oneof({ maxDepth, withCrossShrink: true }, tests, tie('group')),
    group: fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      operands: fc.array(tie('condition'), { minLength: 2, maxLength: 4 }),
    }),
  })).condition;
}

const names = fc.oneof(fc.constantFrom('eventName', 'a-b', '0'), fc.stringMatching(/^[A-Za-z0-9_-]{1,6}$/));
const keys = fc.oneof(
  names,
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }).filter((key) => !key.includes("'")),
);

export const selectors: fc.Arbitrary<Selector> = fc
  .array(fc.oneof(keys, fc.nat(20)), { minLength: 1, maxLength: 3 })
  .chain((steps) =>
    fc
      .option(fc.constantFrom({ any: 'key' as const }, { any: 'element' as const }), { freq: 4 })
      .map((any) => (any === null ? steps : [...steps, any])),
  );

export const numbers: fc.Arbitrary<NumberValue> = fc
  .stringMatching(/^[+-]?[0-9]{1,4}(\.[0-9]{1,3})?([eE][+-]?[0-9]{1,2})?$/)
  .map((text) => ({ kind: 'number', text, value: Number(text) }));

const texts = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.stringMatching(/^[a-z0-9*.+:\\"/-]{0,6}$/),
    fc.constantFrom('', '*', '12', '1e3', '+1', 'NULL', ' '),
  )
  .map((text) => ({ kind: 'text' as const, text }));

const characters = fc.constantFrom('a', 'b', 'B', '0', '1', ' ', '_', '-', ':', '\\.', '\\x61', '\\*');
const classes = fc.constantFrom(
  '.',
  '\\d',
  '\\D',
  '\\s',
  '\\S',
  '\\w',
  '\\W',
  '[ab]',
  '[^ab]',
  '[a-c0]',
  '[\\d_]',
);
const repetitions = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,}', '{0,2}', '{2,3}');
const pieces = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.oneof(characters, classes), repetitions).map((pair) => pair.join('')) },
  { weight: 1, arbitrary: fc.constantFrom('^', '$') },
);

/** What AWS and JavaScript read the same way. */
export const regexSources: fc.Arbitrary<string> = fc
  .array(
    fc.array(pieces, { minLength: 1, maxLength: 5 }).map((sequence) => sequence.join('')),
    { minLength: 1, maxLength: 3 },
  )
  .map((alternatives) => alternatives.join('|'));

const regexes: fc.Arbitrary<RegexValue> = regexSources.map((source) => ({ kind: 'regex', source }));

const values: fc.Arbitrary<Value> = fc.oneof(
  { weight: 8, arbitrary: texts },
  { weight: 4, arbitrary: numbers },
  { weight: 1, arbitrary: regexes },
);

const comparisons: fc.Arbitrary<ColumnTest> = fc.oneof(
  fc.record({ kind: fc.constant('compare'), operator: fc.constantFrom('=', '!='), value: values }),
  fc.record({
    kind: fc.constant('compare'),
    operator: fc.constantFrom('<', '>', '<=', '>='),
    value: numbers,
  }),
);

const fieldTests: fc.Arbitrary<FieldTest> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(selectors, comparisons).map(([selector, test]) => ({ ...test, selector })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('is'),
      selector: selectors,
      state: fc.constantFrom('NULL', 'TRUE', 'FALSE'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('not-exists'), selector: selectors }) },
);

const terms: fc.Arbitrary<Term> = fc.record({
  mode: fc.constantFrom('include', 'optional', 'exclude'),
  kind: fc.constant('text'),
  text: texts.map(({ text }) => text),
});
const regexTerms: fc.Arbitrary<Term> = fc.record({
  mode: fc.constantFrom('include', 'optional', 'exclude'),
  kind: fc.constant('regex'),
  text: regexSources,
});

const columns: fc.Arbitrary<Column> = fc.oneof(
  fc.record({ kind: fc.constant('column'), name: fc.oneof(fc.constant(''), names) }),
  fc.record({ kind: fc.constant('column'), name: names, condition: conditions(comparisons, 2) }),
);
const columnLists = fc
  .tuple(fc.array(columns, { minLength: 1, maxLength: 4 }), fc.option(fc.nat(4), { freq: 2 }))
  .map(([list, at]): Column[] =>
    at === null ? list : [...list.slice(0, at), { kind: 'ellipsis' }, ...list.slice(at)],
  );

/** Patterns as the parser would return them. A few break a limit on regular expressions or wildcards. */
export const patterns: fc.Arbitrary<FilterPattern> = fc.oneof(
  fc.record({ kind: fc.constant('json'), condition: conditions(fieldTests) }),
  fc.record({
    kind: fc.constant('terms'),
    terms: fc.array(fc.oneof({ weight: 5, arbitrary: terms }, { weight: 1, arbitrary: regexTerms })),
  }),
  fc.record({ kind: fc.constant('columns'), columns: columnLists }),
);

const scraps = fc.constantFrom(
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '[*]',
    '$',
    '$.',
    '$.a',
    '$.*',
    ".['a b']",
    '[0]',
    ',',
    '...',
    '?',
    '-',
    '+',
  ],
  ...[
    '=',
    '!=',
    '<',
    '>=',
    '&&',
    '||',
    '&',
    '|',
    ' ',
    '  ',
    '\t',
    'IS',
    'NULL',
    'NOT',
    'EXISTS',
    'a',
    'w1',
    '*',
  ],
  ...[
    '"',
    '"a b"',
    '\\"',
    '\\',
    '%',
    '%a.b%',
    '%[a-c]{1,3}$%',
    '1',
    '-2.5',
    '1e+3',
    '4*',
    'ü',
    '\ud800',
    "'",
  ],
  ...['{ $.a = ', ' && $.b != ', ' || ($.c < 5)', '[a, b = ', '{9,1}', '\\x', '\0'],
);

/** Texts that look like patterns; some are. */
export const almostPatterns: fc.Arbitrary<string> = fc.oneof(
  fc.array(scraps, { maxLength: 14 }).map((parts) => parts.join('')),
  fc.array(scraps, { maxLength: 8 }).map((parts) => `{ $.a = 1 ${parts.join(' ')} }`),
  fc.array(scraps, { maxLength: 8 }).map((parts) => `[a, ${parts.join(' ')}]`),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
