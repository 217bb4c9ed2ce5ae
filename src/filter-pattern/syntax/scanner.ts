import { isBare, isName, isSpace } from '../characters';
import { PatternError } from '../pattern-error';

/** A text and a place in it. It reads the parts of a pattern and does not know how they fit together. */
export class Scanner {
  public offset = 0;

  constructor(public readonly text: string) {}

  /** The code of the character here, or NaN at the end. */
  public get code(): number {
    return this.text.charCodeAt(this.offset);
  }

  public get atEnd(): boolean {
    return this.offset >= this.text.length;
  }

  public fail(reason: string, offset = this.offset): never {
    throw new PatternError(offset, reason);
  }

  public skipSpace(): void {
    while (isSpace(this.text.charCodeAt(this.offset))) this.offset++;
  }

  /** Skips these characters if they come next; says whether they did. */
  public take(characters: string): boolean {
    if (!this.text.startsWith(characters, this.offset)) return false;
    this.offset += characters.length;
    return true;
  }

  /** Skips this word if it comes next as a whole word; says whether it did. */
  public takeWord(word: string): boolean {
    if (!this.text.startsWith(word, this.offset)) return false;
    if (isName(this.text.charCodeAt(this.offset + word.length))) return false;
    this.offset += word.length;
    return true;
  }

  /** Letters, digits, "-" and "_". The result may be empty. */
  public readName(): string {
    const start = this.offset;
    while (isName(this.text.charCodeAt(this.offset))) this.offset++;
    return this.text.slice(start, this.offset);
  }

  /** Text without quotes. The result may be empty. */
  public readBare(): string {
    const start = this.offset;
    while (isBare(this.text.charCodeAt(this.offset))) this.offset++;
    return this.text.slice(start, this.offset);
  }

  /**
   * A text in double quotes. AWS documents no escapes. CDK writes `\"` and `\\` for a quote and a backslash, so these two are read
   * so, and any other backslash is itself. @see https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-logs/lib/pattern.ts
   */
  public readQuoted(): string {
    const opening = this.offset++;
    let start = this.offset;
    let read = '';
    for (; !this.atEnd; this.offset++) {
      const code = this.code;
      if (code === DOUBLE_QUOTE) {
        read += this.text.slice(start, this.offset++);
        return read;
      }
      if (code !== BACKSLASH) continue;
      const next = this.text.charCodeAt(this.offset + 1);
      if (next !== DOUBLE_QUOTE && next !== BACKSLASH) continue;
      read += this.text.slice(start, this.offset);
      start = ++this.offset;
    }
    return this.fail('the double quote that opens here is not closed', opening);
  }

  /** The text up to the next closing character, which is skipped. The opening character has been read before. */
  public readUntil(closing: string, what: string, opening: number): string {
    const end = this.text.indexOf(closing, this.offset);
    if (end === -1) this.fail(`the ${what} that opens here is not closed`, opening);
    const read = this.text.slice(this.offset, end);
    this.offset = end + closing.length;
    return read;
  }
}

export const DOUBLE_QUOTE = 0x22;
const BACKSLASH = 0x5c;
