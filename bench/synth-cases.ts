import type { AppSize } from './child/app';
import type { Variant } from './child/synth';
import type { BenchOptions } from './part';

const SIZES = [1_000, 10_000, 50_000];
const STACKS = [1, 10, 100];

/** The size that the goals speak of. */
export const SIZE_OF_GOALS = 10_000;

/** The number of stacks at which 50,000 resources can be deployed: CloudFormation takes 500 a stack. */
export const DEPLOYABLE_STACKS = 100;

const FEWER_RUNS = 3;

export interface SynthCase extends AppSize {
  readonly variant: Variant;
  readonly runs: number;
}

/**
 * Every size with every number of stacks and every variant, but for what would take most of an hour: the apps of 50,000
 * resources that no account could deploy are measured less often and without plug-ins, and so is cdk-nag at 50,000.
 */
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

function runsOf(resources: number, stacks: number, variant: Variant, { runs, full }: BenchOptions): number {
  if (full || resources < 50_000) return runs;
  const plugin = variant === 'cdk-nag' || variant === 'our plug-in';
  if (stacks === DEPLOYABLE_STACKS) return plugin ? Math.min(FEWER_RUNS, runs) : runs;
  return plugin ? 0 : Math.min(FEWER_RUNS, runs);
}
