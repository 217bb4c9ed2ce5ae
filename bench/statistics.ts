export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The median of what `compare` says of the values of the same round, so that a slow minute of the machine hits both. Rounds
 * in which one of the two is missing do not count.
 */
export function medianOfRounds(
  ones: readonly number[],
  others: readonly number[],
  compare: (one: number, other: number) => number,
): number {
  const rounds = Math.min(ones.length, others.length);
  return median(ones.slice(0, rounds).map((one, round) => compare(one, others[round])));
}

/**
 * The exponent k of time = c * size^k that fits best (least squares of the logarithms): 1 is linear. Undefined where a time
 * is not above zero, as a difference within the noise may be.
 */
export function growthExponent(points: readonly { size: number; time: number }[]): number | undefined {
  if (points.length < 2 || !points.every(({ time }) => time > 0)) return undefined;
  const xs = points.map(({ size }) => Math.log(size));
  const ys = points.map(({ time }) => Math.log(time));
  const meanX = mean(xs);
  const meanY = mean(ys);
  const covariance = mean(xs.map((x, index) => (x - meanX) * (ys[index] - meanY)));
  return covariance / mean(xs.map((x) => (x - meanX) ** 2));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
