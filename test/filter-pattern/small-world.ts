import * as fc from 'fast-check';
import { type Condition, coverage, evaluate, type FieldTest, parse, print } from '../../src/filter-pattern';
import { conditions } from './arbitraries';

/**
 * A world of few events, in which every claim about all events can be tried: for each combination of outcomes that the tests
 * below can have together, there is an event that shows it.
 */
export const WANTED = {
  names: ['OpenDoor', 'OpenDoorLock'],
  source: 'house.example.com',
  exactTexts: ['{ ($.eventName = OpenDoor) || ($.eventName = OpenDoorLock) }'],
};

const nameTests = fc
  .tuple(
    fc.constantFrom('=', '=', '=', '!='),
    fc.constantFrom(
      'OpenDoor',
      'OpenDoorLock',
      'OpenDoor*',
      '*Lock',
      '*Door*',
      '*',
      '%^Open[A-Z]%',
      '%k$%',
      'x',
      '1',
    ),
  )
  .map(([operator, value]) => `$.eventName ${operator} ${value}`);

const OTHER_NAMES = [
  ...[
    'OpenDoorX',
    'OpenDoorXLock',
    'OpenDoork',
    'OpenXDoor',
    'OpenXDoorLock',
    'OpenXDoork',
    'OpenX',
    'OpenXLock',
  ],
  ...['OpenXk', 'XDoor', 'XDoorLock', 'XDoork', 'XLock', 'k', 'Open', 'x', '1'],
];

const flatTests = fc.oneof(
  fc
    .constantFrom(
      ...['= x', '!= x', '= x*', '!= *x', '= *', '= "12"', '= 1', '!= 1', '> 1', '<= 1', '= %^x%'],
      ...['IS NULL', 'IS TRUE', 'NOT EXISTS', 'NOT EXISTS'],
    )
    .map((test) => `$.errorCode ${test}`),
  fc.constantFrom(
    ...['$.eventSource = house.example.com', '$.eventSource != house.example.com', '$.eventSource = *.com'],
    ...['$.eventName NOT EXISTS', '$.eventName.b = x', '$[0] = x'],
  ),
);

const deepTests = fc
  .tuple(
    fc.constantFrom('$.a', '$.a.b', '$.a[0]', '$.a[1]'),
    fc.constantFrom('= x', '!= x', '= *', '> 1', 'IS NULL', 'NOT EXISTS', 'NOT EXISTS'),
  )
  .map((parts) => parts.join(' '));

/** Patterns that coverage may leave undecided: terms, and selectors that find several fields. */
export const looseFilters: fc.Arbitrary<string[]> = fc.array(
  fc.oneof(
    fc
      .array(
        fc
          .tuple(
            fc.constantFrom('', '', '-', '?'),
            fc.constantFrom(
              ...[
                'Door',
                'OpenDoor',
                'OpenDoorLock',
                'DoorLocks',
                'eventName',
                'errorCode',
                'house',
                'window',
                'x',
              ],
              ...[
                '""',
                '"a b"',
                '":null"',
                '"\\"eventName"',
                '%Door%',
                '%^.\\x22eventName%',
                '%Lock$%',
                '%x[yx]%',
              ],
            ),
          )
          .map((parts) => parts.join('')),
        { maxLength: 3 },
      )
      .map((terms) => terms.join(' ')),
    fc
      .tuple(
        nameTests,
        fc.constantFrom('&&', '||'),
        fc.constantFrom('$.*', '$.a.*', '$.a[*]'),
        fc.constantFrom('= x', '!= x', '= *Door*', '> 1', 'IS NULL', 'NOT EXISTS'),
      )
      .map((parts) => `{ ${parts.join(' ')} }`),
    deepTests.map((test) => `{ ${test} }`),
  ),
  { minLength: 1, maxLength: 3 },
);

const FLAT = [
  ...[undefined, {}, null, true, false, 0, 1, 1.5, 12],
  ...['', 'x', 'xy', 'yx', 'xyx', 'y', '1', '12'],
];
const INNER = [{}, null, true, 1, 2, 'x', 'y'];
const DEEP = [
  ...[undefined, ...INNER, [], ...INNER.map((b) => ({ b }))],
  ...INNER.flatMap((first) => [[first], ...INNER.map((second) => [first, second])]),
];

const world = (names: readonly string[], sources: readonly string[], as: readonly unknown[]) =>
  new Map(
    names.map((eventName) => [
      eventName,
      sources.flatMap((eventSource) =>
        FLAT.flatMap((errorCode) =>
          as.map((a): object => JSON.parse(JSON.stringify({ eventName, eventSource, errorCode, a }))),
        ),
      ),
    ]),
  );

export const wantedEvents: ReadonlyMap<string, object[]> = world(WANTED.names, [WANTED.source], DEEP);

/** Without the tests of `$.a` and below. */
export const otherEvents: ReadonlyMap<string, object[]> = world(
  OTHER_NAMES,
  [WANTED.source, 'garden.example.com', 'x'],
  [undefined],
);

const conditionsOf = (...tests: fc.Arbitrary<string>[]): fc.Arbitrary<Condition<FieldTest>> =>
  conditions(
    fc
      .oneof({ weight: 2, arbitrary: nameTests }, ...tests.map((arbitrary) => ({ weight: 1, arbitrary })))
      .map(testOf),
    3,
  ).filter((condition) => withinLimits(textOf(condition)));

export const flatConditions = conditionsOf(flatTests);
export const deepConditions = conditionsOf(flatTests, deepTests);

export const filtersOf = (condition: fc.Arbitrary<Condition<FieldTest>>): fc.Arbitrary<string[]> =>
  fc.array(condition.map(textOf), { minLength: 1, maxLength: 3 });

export const withinLimits = (text: string): boolean =>
  text.length <= 1024 && (text.match(/%/g)?.length ?? 0) <= 4;

export function testOf(text: string): FieldTest {
  return (parse(`{ ${text} }`) as { condition: FieldTest }).condition;
}

export function textOf(condition: Condition<FieldTest>): string {
  return print({ kind: 'json', condition });
}

export const coverageOf = (...texts: readonly string[]) => coverage(texts, WANTED);

/** Which of the events one of the patterns counts. */
export function counted(texts: readonly string[], events: readonly object[]): object[] {
  const patterns = texts.map((text) => parse(text));
  return events.filter((event) => patterns.some((pattern) => evaluate(pattern, event)));
}
