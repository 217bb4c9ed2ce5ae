import { growthExponent, median, medianOfRounds } from '../../bench/statistics';

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[10, 9, 100], 10], // by value, not by text
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('rounds are compared before the median is taken, and a round that one of the two missed does not count', () => {
  expect(medianOfRounds([11, 21, 31, 1000], [10, 20, 30], (one, other) => one - other)).toBe(1);
});

test.each([
  [1, (size: number) => 3 * size],
  [2, (size: number) => size * size],
  [0, () => 5],
])('the exponent %d is found', (exponent, timeOf) => {
  const points = [1_000, 10_000, 50_000].map((size) => ({ size, time: timeOf(size) }));
  expect(growthExponent(points)).toBeCloseTo(exponent, 10);
});

test.each([
  ['a difference below zero', [-1, 10]],
  ['a figure that is missing', [Number.NaN, 10]],
  ['one size', [10]],
])('%s has no exponent', (_, times) => {
  expect(growthExponent(times.map((time, index) => ({ size: 10 ** index, time })))).toBeUndefined();
});
