import { createReadStream } from 'node:fs';
import { RecordScanner } from './records';
import { unzipped } from './unzipped';
import { UsageError } from './usage-error';

/**
 * The records of a file, one chunk of the file at a time.
 *
 * @throws UsageError where it cannot be read to its end
 */
export async function* recordsOf(file: string): AsyncGenerator<object> {
  const scanner = new RecordScanner(file);
  let number = 0;
  try {
    for await (const chunk of unzipped(createReadStream(file, { highWaterMark: 256 * 1024 }))) {
      for (const text of scanner.push(chunk)) {
        number += 1;
        yield* eventsIn(parsed(text, file, number), file, number);
      }
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`${file}: no such file`);
    if (code?.startsWith('Z_')) throw new UsageError(`${file}: it cannot be unzipped (${message})`);
    if (code) throw new UsageError(`${file}: it cannot be read (${code})`);
    throw error;
  }
  scanner.end();
}

/** What CloudTrail puts into its object around the records may also stand before them. */
function eventsIn(event: object, file: string, number: number): readonly object[] {
  const { Records: records } = event as { Records?: unknown };
  if (!Array.isArray(records)) return [event];
  const other = records.findIndex((each) => typeof each !== 'object' || each === null);
  if (other >= 0) throw new UsageError(`${file}: record ${number + other} is not a JSON object`);
  return records;
}

function parsed(text: string, file: string, number: number): object {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file}: record ${number} is not JSON`);
  }
}
