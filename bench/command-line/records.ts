import { createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { measuredProcess } from '../measured-process';
import { type Findings, type Goal, progress } from '../part';
import { median } from '../statistics';
import { count, fixed, spread, table } from '../table';
import { ACCOUNT } from './environment';

const PATTERN = '{ $.eventName = *NetworkAcl* }';
const LINES_AT_ONCE = 1000;

/** How fast `test` reads records, and whether five times as many, a file of a GB, take more memory. */
export async function measureRecords(
  command: readonly string[],
  folder: string,
  sizes: readonly [number, number],
  runs: number,
): Promise<Omit<Findings, 'title'>> {
  const rows: string[][] = [];
  const peaks: number[] = [];
  for (const size of sizes) {
    progress(`command line: test of ${count(size)} records`);
    const file = join(folder, `${size}.jsonl`);
    await pipeline(Readable.from(lines(size)), createWriteStream(file));
    const times: number[] = [];
    const peaksOfRuns: number[] = [];
    for (let run = 0; run < runs; run++) {
      const { milliseconds, peakMiB } = await measuredProcess([...command, 'test', PATTERN, file]);
      times.push(milliseconds);
      peaksOfRuns.push(peakMiB);
    }
    peaks.push(median(peaksOfRuns));
    rows.push([
      count(size),
      fixed(statSync(file).size / 2 ** 20, 0),
      spread(median(times), times),
      count(Math.round(size / (median(times) / 1000) / 1000) * 1000),
      fixed(median(peaksOfRuns), 0),
    ]);
  }
  const memory = peaks[1] / peaks[0];
  const goals: Goal[] = [
    {
      goal: `\`test\` of ${count(sizes[1])} records: at most 1.1 times the memory of ${count(sizes[0])}`,
      measured: fixed(memory, 2),
      holds: memory <= 1.1,
    },
  ];
  const text = [
    table(['records', 'MiB', 'ms (least to most)', 'records a second', 'peak, MiB'], rows),
    `\`test '${PATTERN}'\` of JSON lines, one record in a thousand of which matches, from start to exit. Medians of ${runs} processes each.`,
  ].join('\n\n');
  return { text, goals };
}

function* lines(size: number): Iterable<string> {
  for (let i = 0; i < size; i += LINES_AT_ONCE) {
    yield Array.from({ length: LINES_AT_ONCE }, (_, k) => `${recordOf(i + k)}\n`).join('');
  }
}

function recordOf(i: number): string {
  const eventName = i % 1000 === 0 ? 'CreateNetworkAcl' : 'DescribeInstances';
  const userIdentity = { type: 'AssumedRole', arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Pipeline/${i}` };
  const rest = { awsRegion: 'eu-west-1', eventSource: 'ec2.amazonaws.com', requestParameters: { number: i } };
  return JSON.stringify({ eventName, userIdentity, ...rest });
}
