import { GROWTH, type Growth } from './accounts';
import type { JudgeJob, JudgeResult } from './child/judge';
import { inFreshProcess } from './fresh-process';
import { type BenchOptions, type Findings, type Goal, progress } from './part';
import { growthExponent, median } from './statistics';
import { count, fixed, spread, table } from './table';

/** n log n, over the sizes that are measured. */
const MOST_GROWTH = 1.15;
const MOST_MILLISECONDS = 500;

interface Measured {
  readonly growth: Growth;
  readonly size: number;
  readonly milliseconds: number[];
}

/** How a judgement grows where much may be joined with much. */
export async function measureJudgement({ library, runs, quick }: BenchOptions): Promise<Findings> {
  const measured = GROWTH.flatMap((growth) =>
    growth.sizes.map((size): Measured => ({ growth, size, milliseconds: [] })),
  );
  const rounds = quick ? 2 : runs;
  for (let round = 0; round < rounds; round++) {
    for (const { growth, size, milliseconds } of measured) {
      progress(`judgement: round ${round + 1} of ${rounds}, ${growth.title}, ${size}`);
      const job: JudgeJob = { library, title: growth.title, size };
      milliseconds.push((await inFreshProcess<JudgeJob, JudgeResult>('judge', job)).milliseconds);
    }
  }
  return {
    title: 'Judging accounts in which much may be joined with much',
    text: [
      table(
        ['account', 'n', 'pairs', 'ms (least to most)'],
        measured.map(({ growth, size, milliseconds }) => [
          growth.title,
          count(size),
          count(growth.pairs(size)),
          spread(median(milliseconds), milliseconds),
        ]),
      ),
      'From templates, by the plug-in, reading and loading included.',
    ].join('\n\n'),
    goals: [...GROWTH.map((growth) => growthGoal(growth, measured)), pairsGoal(measured)],
  };
}

function growthGoal(growth: Growth, measured: readonly Measured[]): Goal {
  const points = measured
    .filter((one) => one.growth === growth)
    .map(({ size, milliseconds }) => ({ size: growth.pairs(size), time: median(milliseconds) }));
  const exponent = growthExponent(points);
  return {
    goal: `${growth.title}: grows with the pairs that can differ with an exponent of at most ${MOST_GROWTH}`,
    measured: exponent === undefined ? '–' : fixed(exponent, 2),
    holds: exponent !== undefined && exponent <= MOST_GROWTH,
  };
}

function pairsGoal(measured: readonly Measured[]): Goal {
  const { milliseconds } = measured.find(
    ({ growth, size }) => growth === GROWTH[0] && size === 100,
  ) as Measured;
  return {
    goal: `100 filters and 200 alarms on metrics that parameters name: at most ${MOST_MILLISECONDS} ms`,
    measured: `${fixed(median(milliseconds), 0)} ms`,
    holds: median(milliseconds) <= MOST_MILLISECONDS,
  };
}
