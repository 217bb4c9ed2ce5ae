import type { RequireJob, RequireResult } from './child/require';
import { inFreshProcess } from './fresh-process';
import { type BenchOptions, type Findings, progress } from './part';
import { median, medianOfRounds } from './statistics';
import { fixed, spread, table } from './table';

const MOST_OVER_CORE = 10;

/** What `require` of the package takes, over that of aws-cdk-lib's core, which any CDK app loads. */
export async function measureRequire({ library, runs, quick }: BenchOptions): Promise<Findings> {
  const core = { name: 'aws-cdk-lib/core', modules: ['aws-cdk-lib/core'] };
  const ours = { name: 'aws-cdk-lib/core, then ours', modules: ['aws-cdk-lib/core', library] };
  const constructs = {
    name: 'aws-cdk-lib/core, then constructs',
    modules: ['aws-cdk-lib/core', 'constructs'],
  };
  const variants = [core, constructs, ours];

  const rounds = quick ? runs : 3 * runs; // a round is half a second, and the differences are small
  const times = new Map(variants.map((variant) => [variant, [] as number[]]));
  const peaks = new Map(variants.map((variant) => [variant, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    progress(`require: round ${round + 1} of ${rounds}`);
    for (const variant of variants) {
      const { modules } = variant;
      const { milliseconds, peakMiB } = await inFreshProcess<RequireJob, RequireResult>('require', {
        modules,
      });
      times.get(variant)?.push(milliseconds);
      peaks.get(variant)?.push(peakMiB);
    }
  }

  const timesOf = (variant: typeof core) => times.get(variant) ?? [];
  const overCore = (variant: typeof core) =>
    medianOfRounds(timesOf(variant), timesOf(core), (time, base) => time - base);
  const rows = variants.map((variant) => [
    variant.name,
    spread(median(timesOf(variant)), timesOf(variant), 1),
    variant === core ? '' : fixed(overCore(variant), 1),
    fixed(median(peaks.get(variant) ?? []), 0),
  ]);
  return {
    title: 'Loading the package',
    text: [
      table(['`require` of', 'ms (least to most)', 'over core, ms', 'peak, MiB'], rows),
      `Medians of ${rounds} fresh processes each, in turn.`,
    ].join('\n\n'),
    goals: [
      {
        goal: `\`require\` of the package over aws-cdk-lib/core: at most ${MOST_OVER_CORE} ms`,
        measured: `${fixed(overCore(ours), 1)} ms`,
        holds: overCore(ours) <= MOST_OVER_CORE,
      },
    ],
  };
}
