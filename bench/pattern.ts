import { WANTED_EVENTS } from '../src/control/network-acl-changes';
import type { Reported } from './child/job';
import type { PatternJob, PatternResult } from './child/pattern';
import { bundleRoom, inFreshProcess } from './fresh-process';
import { type BenchOptions, type Findings, progress } from './part';
import { HOSTILE, type NamedPattern, USUAL } from './patterns';
import { fixed, table } from './table';

const MOST_MICROSECONDS = 5;
const EXACT = USUAL[0];

/** What parsing a filter pattern takes, and proving what it fires on. */
export async function measurePattern({ runs, quick }: BenchOptions): Promise<Findings> {
  const library = bundleRoom('filter-pattern');
  const found = new Map<NamedPattern, Reported<PatternResult>>();
  for (const one of [...USUAL, ...HOSTILE]) {
    progress(`pattern: ${one.name}`);
    const job: PatternJob = {
      library,
      wanted: WANTED_EVENTS,
      pattern: one.pattern,
      batches: Math.max(7, runs),
      batchMilliseconds: quick ? 5 : 50,
    };
    found.set(one, await inFreshProcess('pattern', job));
  }

  const rowsOf = (patterns: readonly NamedPattern[]) =>
    patterns.map((one) => {
      const result = found.get(one);
      return [
        one.name,
        `${one.pattern.length}`,
        result?.verdict ?? '',
        result?.parseMicroseconds === undefined ? 'refused' : fixed(result.parseMicroseconds, 1),
        fixed(result?.judgeMicroseconds ?? Number.NaN, 1),
        fixed(result?.peakMiB ?? Number.NaN, 0),
      ];
    });
  const header = ['', 'characters', 'verdict', 'parse, µs', 'parse and judge, µs', 'peak, MiB'];
  const slowest = (patterns: readonly NamedPattern[]) =>
    Math.max(...patterns.map((one) => found.get(one)?.judgeMicroseconds ?? Number.NaN));
  const goal = (what: string, patterns: readonly NamedPattern[]) => ({
    goal: `parse and judge ${what}: at most ${MOST_MICROSECONDS} µs`,
    measured: `${fixed(slowest(patterns), 1)} µs`,
    holds: slowest(patterns) <= MOST_MICROSECONDS,
  });
  return {
    title: 'Judging a filter pattern',
    text: [
      table(['as people write it', ...header.slice(1)], rowsOf(USUAL)),
      table(['made to be slow', ...header.slice(1)], rowsOf(HOSTILE)),
      `Each in a fresh process after a warm-up; medians of ${Math.max(7, runs)} batches.`,
    ].join('\n\n'),
    goals: [
      goal('the exact pattern', [EXACT]),
      goal(
        'the slowest equivalent one',
        USUAL.filter((one) => found.get(one)?.verdict === 'EQUIVALENT'),
      ),
    ],
  };
}
