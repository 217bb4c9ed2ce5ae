import { filterSetsOf } from '../../src/audit/filter-sets';
import type { MetricFilter } from '../../src/evidence/resource-model';
import { FILTER, HIDDEN } from './sound-account';

/** The patterns of the sets, of filters that each have the metric which is written before their pattern. */
const patternsOf = (...filters: [metricName: string, pattern: MetricFilter['pattern']][]) =>
  filterSetsOf(filters.map(([metricName, pattern]) => ({ ...FILTER, metricName, pattern }))).map((set) =>
    set.filters.map(({ pattern }) => pattern),
  );

const CREATED = '{ $.eventName = CreateNetworkAcl }';
const DELETED = '{ $.eventName = DeleteNetworkAcl }';
const UNRELATED = '{ $.eventName = ConsoleLogin }';
const BROKEN = '{ $.eventName = }';

test('the filters of one metric are one set; the set that counts more comes first', () => {
  expect(patternsOf(['Some', CREATED], ['More', CREATED], ['More', DELETED])).toEqual([
    [CREATED, DELETED],
    [CREATED],
  ]);
});

test('filters that count none of the six events are left out', () => {
  expect(patternsOf(['Logins', UNRELATED])).toEqual([]);
});

test('a filter whose pattern could not be read, is none or is not decided is kept, with those beside it', () => {
  expect(patternsOf(['Hidden', HIDDEN])).toEqual([[HIDDEN]]);
  expect(patternsOf(['Hidden', UNRELATED], ['Hidden', HIDDEN])).toEqual([[UNRELATED, HIDDEN]]);
  expect(patternsOf(['Broken', BROKEN])).toEqual([[BROKEN]]);
  expect(patternsOf(['Broken', UNRELATED], ['Broken', BROKEN])).toEqual([[UNRELATED, BROKEN]]);
  expect(patternsOf(['Columns', '[..., word = x]'])).toEqual([['[..., word = x]']]);
});
