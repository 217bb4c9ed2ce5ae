import { UsageError } from './usage-error';

const codeOf = (character: string) => character.charCodeAt(0);
const [QUOTE, BACKSLASH] = ['"', '\\'].map(codeOf);
const OPENING = ['{', '['].map(codeOf);
const CLOSING = ['}', ']'].map(codeOf);
const LIST = codeOf('[');
/** White space, the comma of a list, and a byte order mark. */
const BETWEEN = [...[' ', '\t', '\n', '\r', ','].map(codeOf), 0xef, 0xbb, 0xbf];

/** CloudTrail's own records are far smaller; one that never ends would fill the memory. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The start of a file as CloudTrail delivers it to a bucket. */
const RECORDS = /^\uFEFF?\{\s*"Records"\s*:\s*$/;

/**
 * Finds the records in a file without keeping it: JSON objects one after the other (also one a line), a list of them, or
 * CloudTrail's own `{ "Records": [...] }`.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html
 */
export class RecordScanner {
  /** How many brackets are open. */
  private depth = 0;
  /** How many of them are around the records; after the records of an object no more are expected. */
  private around = 0;
  private isInText = false;
  private isEscaped = false;
  private isInRecord = false;
  /** What earlier chunks had of the record. */
  private parts: Buffer[] = [];
  private bytes = 0;
  private found = 0;

  /** @param file how messages name it */
  constructor(private readonly file: string) {}

  /**
   * @returns the texts of the records that end in this part of the file
   * @throws UsageError where it is none of these
   */
  public *push(chunk: Buffer): Generator<string> {
    let start = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      if (this.isInText) {
        this.readText(byte);
      } else if (OPENING.includes(byte)) {
        this.depth += 1;
        if (this.opensRecord(byte)) start = i;
        else if (this.opensRecords(byte, chunk, start, i)) this.enter(2);
      } else if (CLOSING.includes(byte)) {
        this.depth -= 1;
        if (this.depth < 0) this.fail('it is not JSON: a bracket is closed that was not opened');
        if (this.isInRecord && this.depth === this.around) yield this.take(chunk.subarray(start, i + 1));
        else if (this.depth === 0) this.around = 0;
        else if (this.depth < this.around) this.around = Number.POSITIVE_INFINITY;
      } else if (!this.isInRecord && this.depth === this.around && !BETWEEN.includes(byte)) {
        this.fail(`record ${this.found + 1} is not a JSON object`);
      } else if (byte === QUOTE) {
        this.isInText = true;
      }
    }
    if (this.isInRecord) this.keep(chunk.subarray(start));
  }

  /** @throws UsageError where the file ends too early */
  public end(): void {
    if (this.depth > 0) this.fail(`it ends too early, after ${this.found} whole records`);
  }

  private readText(byte: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === BACKSLASH) this.isEscaped = true;
    else if (byte === QUOTE) this.isInText = false;
  }

  private opensRecord(byte: number): boolean {
    if (this.isInRecord || this.depth !== this.around + 1) return false;
    if (byte === LIST) {
      if (this.around > 0) this.fail(`record ${this.found + 1} is not a JSON object`);
      this.enter(1);
      return false;
    }
    this.isInRecord = true;
    return true;
  }

  /** Whether what looked like a record is CloudTrail's object around the records. */
  private opensRecords(byte: number, chunk: Buffer, start: number, end: number): boolean {
    if (byte !== LIST || !this.isInRecord || this.around > 0 || this.depth !== 2) return false;
    return this.bytes + end - start < 64 && RECORDS.test(this.textWith(chunk.subarray(start, end)));
  }

  private enter(around: number): void {
    this.around = around;
    this.isInRecord = false;
    this.forget();
  }

  private take(last: Buffer): string {
    const text = this.textWith(last);
    this.isInRecord = false;
    this.forget();
    this.found += 1;
    return text;
  }

  private keep(part: Buffer): void {
    this.bytes += part.length;
    if (this.bytes > MAX_BYTES) {
      this.fail(`record ${this.found + 1} has more than 16 MiB, so that it is none of CloudTrail`);
    }
    this.parts.push(part);
  }

  private forget(): void {
    this.parts = [];
    this.bytes = 0;
  }

  private textWith(last: Buffer): string {
    return (this.parts.length === 0 ? last : Buffer.concat([...this.parts, last])).toString('utf8');
  }

  private fail(reason: string): never {
    throw new UsageError(`${this.file}: ${reason}`);
  }
}
