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

/**
 * Every size with every number of stacks and every variant, but for what would take most of an hour: see `LEFT_OUT`.
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

export const LEFT_OUT =
  'With 50,000 resources the plug-ins ran less often, and the apps of 1 and 10 stacks, which CloudFormation would not take, less often and without plug-ins; so did cdk-nag with 10,000 in one stack. All of it takes more than an hour (`--full`).';

function runsOf(resources: number, stacks: number, variant: Variant, { runs, full }: BenchOptions): number {
  const fewer = Math.min(FEWER_RUNS, runs);
  if (full) return runs;
  if (resources < 50_000) return variant === 'cdk-nag' && resources / stacks >= 10_000 ? fewer : runs;
  const isPlugin = !variant.endsWith('Aspect');
  if (stacks === DEPLOYABLE_STACKS) return isPlugin ? fewer : runs;
  return isPlugin ? 0 : fewer;
}
