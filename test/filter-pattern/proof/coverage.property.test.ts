import * as fc from 'fast-check';
import type { Condition, FieldTest, FilterPattern } from '../../../src/filter-pattern';
import { proveByEnumeration } from '../../../src/filter-pattern/proof/enumeration';
import { proveBySearch } from '../../../src/filter-pattern/proof/search-proof';
import { conditions } from '../arbitraries';
import {
  counted,
  coverageOf,
  deepConditions,
  filtersOf,
  flatConditions,
  looseFilters,
  otherEvents,
  testOf,
  textOf,
  WANTED,
  wantedEvents,
  withinLimits,
} from '../small-world';

const allEvents = [...wantedEvents.values(), ...otherEvents.values()].flat();

test('what is said of each wanted event is what all events of that name show', () => {
  fc.assert(
    fc.property(filtersOf(deepConditions), (texts) => {
      const tried = [...wantedEvents].map(([name, events]) => {
        const found = counted(texts, events).length;
        return { name, fires: found === 0 ? 'never' : found === events.length ? 'always' : 'sometimes' };
      });
      const said = coverageOf(...texts).events.map(({ name, fires }) => ({ name, fires }));
      expect(tried).toEqual(expect.arrayContaining(said));
    }),
    { numRuns: 120 },
  );
});

test('what is said of other events is what those show', () => {
  fc.assert(
    fc.property(filtersOf(flatConditions), (texts) => {
      const more = [...otherEvents.values()].some((events) => counted(texts, events).length > 0);
      const { verdict, others } = coverageOf(...texts);
      if (more) expect(['BROADER', 'PARTIAL', 'UNPROVEN']).toContain(verdict);
      else expect(verdict).not.toBe('BROADER');
      if (verdict !== 'UNPROVEN') expect(others !== undefined).toBe(more);
    }),
    { numRuns: 150 },
  );
});

test('what is said to fire on everything fires on all events, and nothing else does', () => {
  const onEverything = fc.constantFrom(
    ...['$.eventName = *', '$.eventName != x', '$.eventName = x', '$.eventSource = *', '$.errorCode = *'],
    ...['$.errorCode NOT EXISTS', '$.eventName = *Door*', '$.eventName != *Door*'],
  );
  fc.assert(
    fc.property(filtersOf(fc.oneof(flatConditions, conditions(onEverything.map(testOf), 2))), (texts) => {
      const { verdict, firesOnEverything, others } = coverageOf(...texts);
      fc.pre(verdict !== 'UNPROVEN');
      expect(firesOnEverything).toBe(counted(texts, allEvents).length === allEvents.length);
      if (firesOnEverything)
        expect({ verdict, others }).toEqual({ verdict: 'BROADER', others: 'any other event' });
    }),
    { numRuns: 150 },
  );
});

test('what is said although something else is undecided holds all the same', () => {
  fc.assert(
    fc.property(looseFilters, (texts) => {
      const { verdict, events, firesOnEverything } = coverageOf(...texts);
      if (firesOnEverything) expect(counted(texts, allEvents)).toHaveLength(allEvents.length);
      for (const { name, fires } of events) {
        const all = wantedEvents.get(name) ?? [];
        const found = counted(texts, all).length;
        if (fires !== 'sometimes')
          expect({ name, found }).toEqual({ name, found: fires === 'always' ? all.length : 0 });
      }
      if (verdict !== 'EQUIVALENT') return;
      expect([...otherEvents.values()].flatMap((all) => counted(texts, all))).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

test('texts without wildcards: enumeration agrees with the search', () => {
  const tests = fc
    .tuple(
      fc.constantFrom('=', '=', '!='),
      fc.constantFrom(
        ...['eventName OPERATOR OpenDoor', 'eventName OPERATOR OpenDoorLock', 'eventName OPERATOR x'],
        ...['eventName OPERATOR ""', 'eventSource OPERATOR house.example.com', 'eventSource OPERATOR x'],
      ),
    )
    .map(([operator, test]) => testOf(`$.${test.replace('OPERATOR', operator)}`));
  fc.assert(
    fc.property(conditions(tests), (condition) => {
      const pattern: FilterPattern = { kind: 'json', condition };
      const enumerated = proveByEnumeration(pattern, WANTED);
      fc.pre(enumerated !== undefined);
      expect(proveBySearch(pattern, WANTED)).toEqual(enumerated);
    }),
    { numRuns: 500 },
  );
});

type Rewrite = (condition: Condition<FieldTest>) => Condition<FieldTest>;

const group = (kind: 'and' | 'or', ...operands: Condition<FieldTest>[]): Condition<FieldTest> => ({
  kind,
  operands,
});
const other = (kind: 'and' | 'or') => (kind === 'and' ? 'or' : 'and');
const operandsOf = (condition: Condition<FieldTest>) =>
  condition.kind === 'and' || condition.kind === 'or' ? condition.operands : [condition];
const everywhere =
  (rewrite: Rewrite): Rewrite =>
  (condition) =>
    rewrite(
      condition.kind === 'and' || condition.kind === 'or'
        ? { ...condition, operands: condition.operands.map(everywhere(rewrite)) }
        : condition,
    );
const ofGroups = (
  rewrite: (kind: 'and' | 'or', operands: readonly Condition<FieldTest>[]) => Condition<FieldTest>,
) =>
  everywhere((condition) =>
    condition.kind === 'and' || condition.kind === 'or'
      ? rewrite(condition.kind, condition.operands)
      : condition,
  );

const REWRITES: Readonly<Record<string, Rewrite>> = {
  'operands in another order': ofGroups((kind, operands) => group(kind, ...[...operands].reverse())),
  'operands twice': ofGroups((kind, operands) => group(kind, ...operands, ...operands)),
  'groups nested to the right': ofGroups((kind, [first, ...rest]) =>
    rest.length < 2 ? group(kind, first, ...rest) : group(kind, first, group(kind, ...rest)),
  ),
  'absorption, A and (A or B)': ofGroups((kind, [first, ...rest]) =>
    group(kind, first, group(other(kind), first, rest[0]), ...rest),
  ),
  'distribution over the first operand': ofGroups((kind, [first, ...rest]) => {
    const remaining = rest.length === 1 ? rest[0] : group(kind, ...rest);
    const parts = operandsOf(first);
    if (parts.length === 1 || first.kind === kind) return group(kind, first, ...rest);
    return group(other(kind), ...parts.map((part) => group(kind, part, remaining)));
  }),
  'a contradiction as well': (condition) =>
    group('or', condition, group('and', testOf('$.eventName = x'), testOf('$.eventName != x'))),
  'a tautology as well': (condition) =>
    group('and', condition, group('or', testOf('$.eventName = x'), testOf('$.eventName != x'))),
  'De Morgan: two names excluded, each of which may be': (condition) => {
    const excluded = [testOf('$.eventName != RepaintDoor'), testOf('$.eventName != RepaintDoorLock')];
    const named = ['OpenDoor', 'OpenDoorLock', 'CloseDoor'].map((name) => testOf(`$.eventName = ${name}`));
    const only = group('and', condition, group('or', ...named));
    return group('or', condition, group('and', only, ...excluded));
  },
};

test.each(Object.entries(REWRITES))('%s: the same verdict', (_, rewrite) => {
  fc.assert(
    fc.property(deepConditions, (condition) => {
      const before = textOf(condition);
      const after = textOf(rewrite(condition));
      fc.pre([before, after].every(withinLimits));
      expect(withoutWords(coverageOf(after))).toEqual(withoutWords(coverageOf(before)));
    }),
    { numRuns: 80 },
  );
});

/**
 * Filters of their own may prove more: in one filter, conditions of all of them on one field are searched together, as
 * `$.errorCode > 1`, `= "12"` and `= x` are, and what is not documented of one leaves the rest undecided.
 */
test('alternatives in one filter, or in a filter each: what both prove is the same', () => {
  fc.assert(
    fc.property(filtersOf(deepConditions), (texts) => {
      const together = `{ ${texts.map((text) => `(${text.slice(2, -2)})`).join(' || ')} }`;
      fc.pre(withinLimits(together));
      const [one, many] = [coverageOf(together), coverageOf(...texts)].map(withoutWords);
      for (const { name, fires } of one.events) {
        expect([fires, undefined]).toContain(many.events.find((event) => event.name === name)?.fires);
      }
      if (![one.verdict, many.verdict].includes('UNPROVEN')) expect(one.verdict).toBe(many.verdict);
    }),
    { numRuns: 150 },
  );
});

/** What a rewrite may not change: conditions are told in the words of the pattern. */
function withoutWords({ verdict, events, firesOnEverything }: ReturnType<typeof coverageOf>) {
  return {
    firesOnEverything,
    verdict: verdict === 'EXACT' ? 'EQUIVALENT' : verdict,
    events: events.map(({ name, fires }) => ({ name, fires })),
  };
}
