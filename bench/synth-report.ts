import type { Variant } from './child/synth';
import type { Goal } from './part';
import { growthExponent, median, medianOfRounds } from './statistics';
import type { Measured } from './synth';
import { SIZE_OF_GOALS } from './synth-cases';
import { count, fixed, spread } from './table';

const MOST_OF_NO_OP = 1.05;
const MOST_OF_CDK_NAG = 1 / 20;
const MOST_GROWTH = 1.1;
const UNKNOWN = '–';

/** What does the same as a variant, but for the work. */
const NO_OP: Partial<Record<Variant, Variant>> = {
  'our Aspect': 'no-op Aspect',
  'our plug-in': 'no-op plug-in',
  'cdk-nag': 'no-op plug-in',
};

/** Each case: its time, that time over the no-op's, what it adds, its own share of that, its memory, how often it ran. */
export function caseRows(measured: readonly Measured[]): string[][] {
  return measured.map((one) => [
    `${count(one.resources)} in ${one.stacks}, ${one.variant}`,
    spread(median(one.milliseconds), one.milliseconds),
    NO_OP[one.variant] === undefined ? '' : format(toNoOp(measured, one), 3),
    one.variant === 'no Aspect' ? '' : format(added(measured, one), 0),
    one.variant === 'no Aspect' ? '' : format(own(measured, one), 0),
    fixed(median(one.peaksMiB), 0),
    `${one.milliseconds.length}`,
  ]);
}

/** Each variant and number of stacks: the exponents. */
export function growthRows(measured: readonly Measured[]): string[][] {
  const smallest = Math.min(...measured.map(({ resources }) => resources));
  return measured
    .filter(({ resources }) => resources === smallest)
    .map(({ stacks, variant }) => [
      `${stacks}, ${variant}`,
      format(growth(measured, stacks, variant, time), 2),
      variant === 'no Aspect' ? '' : format(growth(measured, stacks, variant, added), 2),
      variant === 'no Aspect' ? '' : format(growth(measured, stacks, variant, own), 2),
    ]);
}

/** Of the numbers of stacks the worst counts. No goals where the package has no such class, or the size was not measured. */
export function synthGoals(measured: readonly Measured[]): Goal[] {
  return (['our Aspect', 'our plug-in'] as const).flatMap((variant) => {
    const ours = measured.filter((one) => one.variant === variant && one.resources === SIZE_OF_GOALS);
    if (ours.length === 0) return [];
    const ratio = worst(ours.map((one) => toNoOp(measured, one)));
    const share = worst(ours.map((one) => shareOfCdkNag(measured, one)));
    const stacks = Math.max(...ours.map((one) => one.stacks));
    const exponent = growth(measured, stacks, variant, own);
    return [
      {
        goal: `${variant}, ${count(SIZE_OF_GOALS)} resources: at most ${MOST_OF_NO_OP} times the synth of a ${NO_OP[variant]}`,
        measured: format(ratio, 3),
        holds: ratio <= MOST_OF_NO_OP,
      },
      {
        goal: `${variant}, ${count(SIZE_OF_GOALS)} resources: adds at most 1/${1 / MOST_OF_CDK_NAG} of what cdk-nag adds`,
        measured: share > 0 ? `1/${fixed(1 / share, 0)}` : 'nothing above the noise',
        holds: share <= MOST_OF_CDK_NAG,
      },
      {
        goal: `${variant}, ${stacks} stacks: its own time grows with an exponent of at most ${MOST_GROWTH}`,
        measured: format(exponent, 2),
        holds: exponent !== undefined && exponent <= MOST_GROWTH,
      },
    ];
  });
}

type Figure = (measured: readonly Measured[], one: Measured) => number | undefined;

const time: Figure = (_, one) => median(one.milliseconds);

const added: Figure = (measured, one) => compare(measured, one, 'no Aspect', (ours, base) => ours - base);

const own: Figure = (_, one) => median(one.ownMilliseconds);

const toNoOp: Figure = (measured, one) => {
  const noOp = NO_OP[one.variant];
  return noOp && compare(measured, one, noOp, (ours, base) => ours / base);
};

/** Both over no Aspect; between plug-ins over one that does nothing, as what CDK does for any is no cost of either. */
const shareOfCdkNag: Figure = (measured, one) => {
  const cdkNag = sameApp(measured, one, 'cdk-nag');
  const base = one.variant === 'our plug-in' ? 'no-op plug-in' : 'no Aspect';
  const difference = (ours: number, theirs: number) => ours - theirs;
  const ours = compare(measured, one, base, difference);
  const theirs = cdkNag && compare(measured, cdkNag, base, difference);
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
