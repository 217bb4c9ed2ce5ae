import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NoticeJob, NoticeResult } from './child/notice';
import { inFreshProcess } from './fresh-process';
import { type BenchOptions, type Findings, progress } from './part';
import { median } from './statistics';
import { count, fixed, spread, table } from './table';

const MOST_BYTES = 16_384;
const MOST_MILLISECONDS = 5000;
const SIZES = [1, 100, 10_000];

/** What the function of the notices takes: to be loaded as Lambda loads it, and for a delivery. Nothing is sent. */
export async function measureNotice({ library, runs }: BenchOptions): Promise<Findings> {
  const file = join(dirname(library), 'notice', 'notice.lambda.js');
  const { size } = statSync(file);
  const results = new Map(SIZES.map((records) => [records, [] as NoticeResult[]]));
  for (let run = 0; run < runs; run++) {
    progress(`notice: run ${run + 1} of ${runs}`);
    for (const records of SIZES) {
      results.get(records)?.push(await inFreshProcess<NoticeJob, NoticeResult>('notice', { file, records }));
    }
  }
  const of = (records: number, value: (result: NoticeResult) => number) =>
    (results.get(records) ?? []).map(value);
  const rows = SIZES.map((records) => {
    const times = of(records, ({ milliseconds }) => milliseconds);
    return [
      count(records),
      spread(median(times), times, 1),
      count(Math.round((1000 * records) / median(times))),
      fixed(median(of(records, ({ messageKiB }) => messageKiB)), 0),
    ];
  });
  const all = SIZES.flatMap((records) => of(records, ({ loadMilliseconds }) => loadMilliseconds));
  const slowest = median(of(10_000, ({ milliseconds }) => milliseconds));
  return {
    title: 'The notice function',
    text: [
      `${count(size)} bytes. To load it takes ${spread(median(all), all, 0)} ms, with the SDK's client for SNS.`,
      table(['records in a delivery', 'ms (least to most)', 'records a second', 'published, KiB'], rows),
      `The first delivery of a fresh process, so with nothing warm; medians of ${runs} processes each.`,
    ].join('\n\n'),
    goals: [
      {
        goal: `the function has at most ${count(MOST_BYTES)} bytes`,
        measured: count(size),
        holds: size <= MOST_BYTES,
      },
      {
        goal: `10,000 records in one delivery: at most ${count(MOST_MILLISECONDS)} ms`,
        measured: `${fixed(slowest, 0)} ms`,
        holds: slowest <= MOST_MILLISECONDS,
      },
    ],
  };
}
