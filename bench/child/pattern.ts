import { performance } from 'node:perf_hooks';
import type * as FilterPattern from '../../src/filter-pattern';
import { median } from '../statistics';
import { doJob } from './job';

export interface PatternJob {
  /** The compiled src/filter-pattern. */
  readonly library: string;
  readonly wanted: FilterPattern.WantedEvents;
  readonly pattern: string;
  readonly batches: number;
  /** How long a batch takes at least. */
  readonly batchMilliseconds: number;
}

export interface PatternResult {
  readonly verdict: FilterPattern.Verdict;
  /** Of one call; undefined where the text is no pattern. */
  readonly parseMicroseconds?: number;
  /** Of the first call for a pattern, parsing included. */
  readonly judgeMicroseconds: number;
}

doJob<PatternJob, PatternResult>((job) => {
  const { coverage, parse }: typeof FilterPattern = require(job.library);
  const { pattern, wanted } = job;
  const { verdict } = coverage([pattern], wanted);
  /** What is kept for an object of wanted events is made once in a process, and not for each pattern. */
  const known = (each: FilterPattern.WantedEvents) => {
    coverage([], each);
    return each;
  };
  return {
    verdict,
    parseMicroseconds: verdict === 'INVALID' ? undefined : microseconds(() => pattern, parse, job),
    // Another object each time: for the same one the answer is remembered.
    judgeMicroseconds: microseconds(
      () => known({ ...wanted }),
      (each) => coverage([pattern], each),
      job,
    ),
  };
});

/** The median of some batches, after a batch of ten times the length to warm up; what is given to a call is made before. */
function microseconds<T>(
  make: () => T,
  call: (given: T) => unknown,
  { batches, batchMilliseconds }: PatternJob,
): number {
  const calls = Math.ceil(callsIn(10 * batchMilliseconds, () => call(make())) / 10);
  const times = Array.from({ length: batches }, () => {
    const given = Array.from({ length: calls }, make);
    const start = performance.now();
    for (let index = 0; index < calls; index++) call(given[index]);
    return (performance.now() - start) / calls;
  });
  return 1000 * median(times);
}

function callsIn(milliseconds: number, call: () => unknown): number {
  const end = performance.now() + milliseconds;
  let calls = 0;
  do {
    call();
    calls++;
  } while (performance.now() < end);
  return calls;
}
