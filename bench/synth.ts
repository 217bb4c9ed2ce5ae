import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SynthJob, SynthResult, Variant } from './child/synth';
import { inFreshProcess } from './fresh-process';
import { type BenchOptions, type Findings, progress } from './part';
import { LEFT_OUT, type SynthCase, synthCases } from './synth-cases';
import { caseRows, growthRows, synthGoals } from './synth-report';
import { table } from './table';

/** The classes of the library that a variant needs. */
const NEEDED: Partial<Record<Variant, string>> = {
  'our Aspect': 'RequireNaclChangeMonitor',
  'our plug-in': 'NaclChangeMonitorValidator',
};
const VARIANTS: readonly Variant[] = [
  'no Aspect',
  'no-op Aspect',
  'our Aspect',
  'no-op plug-in',
  'our plug-in',
  'cdk-nag',
];

export interface Measured extends SynthCase {
  /** Of each round. */
  readonly milliseconds: number[];
  readonly ownMilliseconds: number[];
  readonly peaksMiB: number[];
}

/** What the Aspect and the plug-in add to the synth of an app, beside an Aspect that does nothing and cdk-nag. */
export async function measureSynth(options: BenchOptions): Promise<Findings> {
  const exported = require(options.library);
  const missing = VARIANTS.filter((variant) => {
    const needed = NEEDED[variant];
    return needed !== undefined && !(needed in exported);
  });
  const variants = VARIANTS.filter((variant) => !missing.includes(variant));
  const measured = await measureInRounds(synthCases(variants, options), options.library);
  return {
    title: 'Synthesizing an app',
    text: [
      table(
        [
          'resources in stacks, with',
          'ms (least to most)',
          'to no-op',
          'adds, ms',
          'own, ms',
          'peak, MiB',
          'runs',
        ],
        caseRows(measured),
      ),
      'The exponents with which it grows with the resources:',
      table(['stacks, with', 'of the time', 'of what it adds', 'of its own'], growthRows(measured)),
      [
        '`app.synth()` alone, one a process. Every case runs once in each round, and ratios and differences are medians over',
        'the rounds. "To no-op" compares with an Aspect or plug-in that does nothing; what a variant "adds" is over no Aspect,',
        'and includes what CDK does for any plug-in; its "own" time is what passes in its code. An app has one monitor; one',
        'resource in ten is a metric filter, one an alarm. With an exponent of 1 twice the resources take twice as long; it is',
        'missing where a difference was below the noise.',
        ...(options.full ? [] : [LEFT_OUT]),
        ...missing.map(
          (variant) => `Left out: ${variant}, because the package exports no ${NEEDED[variant]}.`,
        ),
      ].join('\n'),
    ].join('\n\n'),
    goals: synthGoals(measured),
  };
}

async function measureInRounds(cases: readonly SynthCase[], library: string): Promise<Measured[]> {
  const measured = cases
    .filter(({ runs }) => runs > 0)
    .map((one): Measured => ({ ...one, milliseconds: [], ownMilliseconds: [], peaksMiB: [] }));
  const folder = mkdtempSync(join(tmpdir(), 'nacl-change-monitor-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const rounds = Math.max(...measured.map(({ runs }) => runs));
  for (let round = 0; round < rounds; round++) {
    for (const one of measured.filter(({ runs }) => round < runs)) {
      const { resources, stacks, variant } = one;
      progress(
        `synth: round ${round + 1} of ${rounds}, ${resources} resources, ${stacks} stacks, ${variant}`,
      );
      const outdir = join(folder, 'cdk.out');
      const job: SynthJob = { library, variant, resources, stacks, outdir };
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
