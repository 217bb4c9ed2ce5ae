import type { AppSize } from './child/app';
import type { Variant } from './child/synth';
import type { BenchOptions } from './part';

const SIZES = [1_000, 10_000, 50_000];
const STACKS = [1, 10, 100];

/** The size that the goals speak of. */
export const SIZE_OF_GOALS = 10_000;

/** The number of stacks at which 50,000 resources can be deployed: CloudFormation takes 500 a stack. */
const DEPLOYABLE_STACKS = 100;

const FEWER_RUNS = 3;

export interface SynthCase extends AppSize {
  readonly variant: Variant;
  readonly runs: number;
}

/** Every size with every number of stacks and every variant, but for what `LEFT_OUT` says. */
export function synthCases(variants: readonly Variant[], options: BenchOptions): SynthCase[] {
  const sizes = options.quick ? [100, 1_000] : SIZES;
  const stacks = options.quick ? [10] : STACKS;
  return sizes.flatMap((resources) =>
    stacks.flatMap((number) =>
      variants.map((variant) => ({
        resources,
        stacks: number,
        variant,
        runs: runsOf(resources, number, variant, options),
      })),
    ),
  );
}

export const LEFT_OUT =
  'Not measured: 50,000 resources in 1 and 10 stacks, as CloudFormation takes 500 a stack. Measured less often: plug-ins with 50,000 resources, and cdk-nag with 10,000 in one stack, which takes it most of a minute. All of it takes more than an hour (`--full`).';

function runsOf(resources: number, stacks: number, variant: Variant, { runs, full }: BenchOptions): number {
  if (full) return runs;
  const largest = resources === 50_000;
  if (largest && stacks < DEPLOYABLE_STACKS) return 0;
  const slow =
    (largest && !variant.endsWith('Aspect')) || (variant === 'cdk-nag' && resources / stacks >= 10_000);
  return slow ? Math.min(FEWER_RUNS, runs) : runs;
}
