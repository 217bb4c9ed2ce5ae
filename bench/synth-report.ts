import type { Variant } from './child/synth';
import type { Goal } from './part';
import { growthExponent, median, medianOfRounds } from './statistics';
import type { Measured } from './synth';
import { DEPLOYABLE_STACKS, SIZE_OF_GOALS } from './synth-cases';
import { count, fixed, spread } from './table';

const MOST_OF_NO_OP = 1.05;
const MOST_OF_CDK_NAG = 1 / 20;
const MOST_GROWTH = 1.1;
const UNKNOWN = '–';

/** Each case: its time, that time over the no-op Aspect's, what it adds, its memory. */
export function caseRows(measured: readonly Measured[]): string[][] {
  return measured.map((one) => [
    `${count(one.resources)} in ${one.stacks}, ${one.variant}`,
    spread(median(one.milliseconds), one.milliseconds),
    one.variant === 'no-op Aspect' ? '' : format(toNoOp(measured, one), 3),
    one.variant === 'no Aspect' ? '' : format(added(measured, one), 0),
    fixed(median(one.peaksMiB), 0),
    `${one.milliseconds.length}`,
  ]);
}

/** Each variant and number of stacks: the exponents. */
export function growthRows(measured: readonly Measured[]): string[][] {
  const largest = Math.max(...measured.map(({ resources }) => resources));
  return measured
    .filter(({ resources }) => resources === largest)
    .map(({ stacks, variant }) => [
      `${stacks}, ${variant}`,
      format(growth(measured, stacks, variant, time), 2),
      variant === 'no Aspect' ? '' : format(growth(measured, stacks, variant, added), 2),
    ]);
}

/** The worst of the numbers of stacks counts. No goals where the package has no such class yet. */
export function synthGoals(measured: readonly Measured[]): Goal[] {
  const sizes = measured.map(({ resources }) => resources);
  const size = sizes.includes(SIZE_OF_GOALS) ? SIZE_OF_GOALS : Math.max(...sizes);
  return (['our Aspect', 'our plug-in'] as const).flatMap((variant) => {
    const ours = measured.filter((one) => one.variant === variant && one.resources === size);
    if (ours.length === 0) return [];
    const noOp = worst(ours.map((one) => toNoOp(measured, one)));
    const share = worst(ours.map((one) => shareOfCdkNag(measured, one)));
    const stacks = ours.some((one) => one.stacks === DEPLOYABLE_STACKS) ? DEPLOYABLE_STACKS : ours[0].stacks;
    const exponent = growth(measured, stacks, variant, added);
    return [
      {
        goal: `${variant}, ${count(size)} resources: at most ${MOST_OF_NO_OP} times the no-op Aspect's synth`,
        measured: format(noOp, 3),
        holds: noOp <= MOST_OF_NO_OP,
      },
      {
        goal: `${variant}, ${count(size)} resources: adds at most 1/${1 / MOST_OF_CDK_NAG} of what cdk-nag adds`,
        measured: share > 0 ? `1/${fixed(1 / share, 0)}` : 'nothing above the noise',
        holds: share <= MOST_OF_CDK_NAG,
      },
      {
        goal: `${variant}, ${stacks} stacks: what it adds grows with an exponent of at most ${MOST_GROWTH}`,
        measured: exponent === undefined ? 'nothing above the noise' : fixed(exponent, 2),
        holds: exponent === undefined || exponent <= MOST_GROWTH,
      },
    ];
  });
}

type Figure = (measured: readonly Measured[], one: Measured) => number | undefined;

const time: Figure = (_, one) => median(one.milliseconds);

const added: Figure = (measured, one) => compare(measured, one, 'no Aspect', (ours, base) => ours - base);

const toNoOp: Figure = (measured, one) => compare(measured, one, 'no-op Aspect', (ours, base) => ours / base);

const shareOfCdkNag: Figure = (measured, one) => {
  const cdkNag = sameApp(measured, one, 'cdk-nag');
  const ours = added(measured, one);
  const theirs = cdkNag && added(measured, cdkNag);
  return ours === undefined || theirs === undefined ? undefined : ours / theirs;
};

function growth(measured: readonly Measured[], stacks: number, variant: Variant, figure: Figure) {
  const points = measured
    .filter((one) => one.stacks === stacks && one.variant === variant)
    .map((one) => ({ size: one.resources, time: figure(measured, one) ?? Number.NaN }));
  return growthExponent(points);
}

function compare(
  measured: readonly Measured[],
  one: Measured,
  variant: Variant,
  comparison: (one: number, other: number) => number,
): number | undefined {
  const other = sameApp(measured, one, variant);
  return other && medianOfRounds(one.milliseconds, other.milliseconds, comparison);
}

function sameApp(measured: readonly Measured[], one: Measured, variant: Variant): Measured | undefined {
  return measured.find(
    (other) => other.variant === variant && other.resources === one.resources && other.stacks === one.stacks,
  );
}

/** A figure that is missing is no success. */
function worst(figures: readonly (number | undefined)[]): number {
  return Math.max(...figures.map((figure) => figure ?? Number.POSITIVE_INFINITY));
}

function format(figure: number | undefined, digits: number): string {
  return figure === undefined || !Number.isFinite(figure) ? UNKNOWN : fixed(figure, digits);
}
