import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runChild } from '../python/run-child';
import { type Command, STARTABLE, type Startable, VARIANTS, type Variant } from './languages/apps';
import { packageAll } from './languages/package';
import { sizes } from './languages/sizes';
import { type BenchOptions, type Findings, progress } from './part';
import { median, medianOfRounds } from './statistics';
import { fixed, spread, table } from './table';

const MOST_OF_BY_HAND = 1.1;
const LEAST_RUNS = 7;

interface Measured {
  readonly language: string;
  readonly variant: Variant;
  readonly resources: number;
  /** Of each round. */
  readonly milliseconds: readonly number[];
}

/** What an app in Python or Java takes from its start to its end, with a monitor and with the same chain by hand. */
export async function measureLanguages({ runs, quick }: BenchOptions): Promise<Findings> {
  const temporary = mkdtempSync(join(tmpdir(), 'nacl-change-monitor-bench-'));
  const remove = () => rmSync(temporary, { recursive: true, force: true });
  process.once('exit', remove);
  await packageAll();
  const rounds = quick ? runs : Math.max(LEAST_RUNS, runs);
  const measured: Measured[] = [];
  const leftOut: string[] = [];
  for (const startable of STARTABLE) {
    const missing = startable.missing();
    if (missing) leftOut.push(`Left out: ${startable.language}, because ${missing}.`);
    else measured.push(...(await measure(startable, rounds, temporary)));
  }
  process.off('exit', remove);
  remove();
  return {
    title: 'In Python and Java',
    text: [
      table(
        ['app', 'resources', 'ms (least to most)', 'to by hand'],
        measured.map((one) => [
          `${one.language}, ${one.variant}`,
          `${one.resources}`,
          spread(median(one.milliseconds), one.milliseconds),
          one.variant === 'by hand' ? '' : fixed(toByHand(measured, one), 3),
        ]),
      ),
      [
        'The whole process, with the start of its language and of Node.js below it, which jsii needs. "By hand" is the same',
        'chain of L2 constructs on aws-cdk-lib alone; "library loaded" is the same with nothing of the library but its',
        `pattern. One run to warm up, then medians of ${rounds} runs in turn.`,
        ...leftOut,
      ].join('\n'),
      'What is downloaded, each with the npm package inside:',
      sizes(),
    ].join('\n\n'),
    goals: measured
      .filter(({ variant }) => variant === 'monitor')
      .map((one) => {
        const ratio = toByHand(measured, one);
        return {
          goal: `${one.language}: a monitor takes at most ${MOST_OF_BY_HAND} times the same chain by hand`,
          measured: fixed(ratio, 3),
          holds: ratio <= MOST_OF_BY_HAND,
        };
      }),
  };
}

async function measure(startable: Startable, rounds: number, temporary: string): Promise<Measured[]> {
  const { language } = startable;
  progress(`languages: install for ${language}`);
  const commandOf = await startable.prepare(temporary);
  const outdir = join(temporary, 'cdk.out');
  const measured: (Measured & { milliseconds: number[] })[] = [];
  for (const variant of VARIANTS) {
    await synthesize(commandOf(variant), outdir); // compiles Python, and unpacks what jsii caches
    measured.push({ language, variant, resources: resourcesIn(outdir), milliseconds: [] });
  }
  for (let round = 0; round < rounds; round++) {
    for (const one of measured) {
      progress(`languages: round ${round + 1} of ${rounds}, ${language}, ${one.variant}`);
      one.milliseconds.push(await synthesize(commandOf(one.variant), outdir));
    }
  }
  return measured;
}

/** Runs an app as the CDK CLI does, and returns the milliseconds. */
async function synthesize({ executable, parameters }: Command, outdir: string): Promise<number> {
  rmSync(outdir, { recursive: true, force: true });
  // CDK's own validation, from 2.262 on, takes seconds and is not the subject.
  const settings = {
    CDK_OUTDIR: outdir,
    CDK_VALIDATION: 'false',
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20',
  };
  const start = performance.now();
  await runChild(executable, [...parameters], { env: { ...process.env, ...settings } });
  return performance.now() - start;
}

function resourcesIn(outdir: string): number {
  const template = JSON.parse(readFileSync(join(outdir, 'Security.template.json'), 'utf8'));
  return Object.keys(template.Resources).length;
}

function toByHand(measured: readonly Measured[], one: Measured): number {
  const byHand = measured.find(({ language, variant }) => language === one.language && variant === 'by hand');
  return medianOfRounds(one.milliseconds, byHand?.milliseconds ?? [], (ours, theirs) => ours / theirs);
}
