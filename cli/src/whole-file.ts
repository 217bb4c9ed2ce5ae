import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './usage-error';

/**
 * A file that is written completely or not at all: beside its place, and then renamed. What is no ordinary file, such as
 * /dev/stderr, is written as it goes.
 */
export class WholeFile {
  /** @throws UsageError where it cannot be written, before anything else is done */
  public static async open(file: string): Promise<WholeFile> {
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory()) throw new UsageError(`${file} is a folder: name a file`);
    const isReplaced = found === undefined || found.isFile();
    // What a link leads to is replaced, not the link.
    const target = found ? await realpath(file) : file;
    const partial = join(dirname(target), `.${basename(target)}.${process.pid}.partial`);
    const stream = createWriteStream(isReplaced ? partial : target);
    try {
      await once(stream, 'open');
    } catch (error) {
      throw new UsageError(`${cannotWrite(file, error).message}: name a file in a folder that is there`);
    }
    return new WholeFile(file, stream, isReplaced ? { partial, target } : undefined);
  }

  private constructor(
    private readonly file: string,
    private readonly stream: WriteStream,
    private readonly place: { readonly partial: string; readonly target: string } | undefined,
  ) {
    this.stream.on('error', () => {}); // told by what was being written
  }

  public write(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stream.write(text, (error) => (error ? reject(cannotWrite(this.file, error)) : resolve()));
    });
  }

  /** Puts it into its place. */
  public async finish(): Promise<void> {
    try {
      await this.end();
      if (this.place) await rename(this.place.partial, this.place.target);
    } catch (error) {
      throw cannotWrite(this.file, error);
    }
  }

  /** Leaves what was there before. */
  public async discard(): Promise<void> {
    this.stream.destroy();
    if (this.place) await rm(this.place.partial, { force: true });
  }

  private end(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stream.once('error', reject);
      this.stream.end(resolve);
    });
  }
}

function cannotWrite(file: string, error: unknown): UsageError {
  return new UsageError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code})`);
}
