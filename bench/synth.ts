import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SynthJob, SynthResult, Variant } from './child/synth';
import { inFreshProcess } from './fresh-process';
import { type BenchOptions, type Findings, type Goal, progress } from './part';
import { growthExponent, median, medianOfRounds } from './statistics';
import { count, fixed, spread, table } from './table';

const VARIANTS: readonly Variant[] = ['no-op Aspect', 'our Aspect', 'our plug-in', "cdk-nag's AwsSolutions"];
const STACKS = 25;

/** The size that the goals speak of. */
const SIZE_OF_GOALS = 10_000;
const MOST_OF_SYNTH = 0.05;
const MOST_OF_CDK_NAG = 1 / 50;

interface Measured {
  readonly resources: number;
  readonly variant: Variant;
  /** Of each round. */
  readonly milliseconds: number[];
  readonly ownMilliseconds: number[];
  readonly peaksMiB: number[];
}

/**
 * What the Aspect and the plug-in cost the synth of an app in which no stack has a chain, from a CPU profile: wall times of
 * two runs differ by more than that.
 */
export async function measureSynth(options: BenchOptions): Promise<Findings> {
  const sizes = options.quick ? [500, 1_000] : [2_500, SIZE_OF_GOALS, 20_000];
  const measured = await measureInRounds(sizes, options);
  const find = (variant: Variant, resources: number) =>
    measured.find((one) => one.variant === variant && one.resources === resources) as Measured;
  const largest = options.quick ? 1_000 : SIZE_OF_GOALS;
  return {
    title: 'Synthesizing an app',
    text: [
      table(
        [
          `resources in ${STACKS} stacks, with`,
          'synth, ms (least to most)',
          'own, ms (least to most)',
          'own, of a no-op',
          'peak, MiB',
        ],
        measured.map((one) => [
          `${count(one.resources)}, ${one.variant}`,
          spread(median(one.milliseconds), one.milliseconds),
          one.variant === 'no-op Aspect' ? '' : spread(median(one.ownMilliseconds), one.ownMilliseconds),
          one.variant === 'no-op Aspect'
            ? ''
            : `${fixed(100 * shareOf(one, find('no-op Aspect', one.resources)), 1)} %`,
          fixed(median(one.peaksMiB), 0),
        ]),
      ),
      [
        'No stack has a chain, so that each is flagged; one resource in ten is a metric filter, one an alarm, one a topic.',
        '"Own" is what passes in the code of the Aspect or plug-in and in what that calls, loading included, in a CPU profile;',
        '"of a no-op" is its share of the synth with an Aspect that does nothing, in the same round.',
      ].join('\n'),
    ].join('\n\n'),
    goals: [
      ...goalsOf(
        find('our Aspect', largest),
        find('no-op Aspect', largest),
        find("cdk-nag's AwsSolutions", largest),
      ),
      growthGoal(measured.filter(({ variant }) => variant === 'our Aspect')),
    ],
  };
}

function shareOf(one: Measured, noOp: Measured): number {
  return medianOfRounds(one.ownMilliseconds, noOp.milliseconds, (own, whole) => own / whole);
}

function goalsOf(ours: Measured, noOp: Measured, cdkNag: Measured): Goal[] {
  const app = `our Aspect, ${count(ours.resources)} resources in ${STACKS} stacks that all fail`;
  const share = shareOf(ours, noOp);
  const ofCdkNag = medianOfRounds(ours.ownMilliseconds, cdkNag.ownMilliseconds, (one, other) => one / other);
  return [
    {
      goal: `${app}: at most ${100 * MOST_OF_SYNTH} % of the synth with a no-op Aspect`,
      measured: `${fixed(100 * share, 1)} %`,
      holds: share <= MOST_OF_SYNTH,
    },
    {
      goal: `${app}: at most 1/${1 / MOST_OF_CDK_NAG} of cdk-nag's AwsSolutions`,
      measured: `1/${fixed(1 / ofCdkNag, 0)}`,
      holds: ofCdkNag <= MOST_OF_CDK_NAG,
    },
  ];
}

function growthGoal(ours: readonly Measured[]): Goal {
  const exponent = growthExponent(
    ours.map(({ resources, ownMilliseconds }) => ({ size: resources, time: median(ownMilliseconds) })),
  );
  return {
    goal: 'our Aspect: its own time grows with the resources with an exponent of at most 1.1',
    measured: exponent === undefined ? '–' : fixed(exponent, 2),
    holds: exponent !== undefined && exponent <= 1.1,
  };
}

async function measureInRounds(sizes: readonly number[], { library, runs, quick }: BenchOptions) {
  const measured = sizes.flatMap((resources) =>
    VARIANTS.map(
      (variant): Measured => ({
        resources,
        variant,
        milliseconds: [],
        ownMilliseconds: [],
        peaksMiB: [],
      }),
    ),
  );
  const folder = mkdtempSync(join(tmpdir(), 'nacl-change-monitor-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const rounds = quick ? 2 : runs;
  for (let round = 0; round < rounds; round++) {
    for (const one of measured) {
      const { resources, variant } = one;
      progress(`synth: round ${round + 1} of ${rounds}, ${resources} resources, ${variant}`);
      const outdir = join(folder, 'cdk.out');
      const job: SynthJob = { library, variant, resources, stacks: STACKS, outdir };
      const result = await inFreshProcess<SynthJob, SynthResult>('synth', job);
      rmSync(outdir, { recursive: true, force: true });
      one.milliseconds.push(result.milliseconds);
      one.ownMilliseconds.push(result.ownMilliseconds);
      one.peaksMiB.push(result.peakMiB);
    }
  }
  process.off('exit', remove);
  remove();
  return measured;
}
