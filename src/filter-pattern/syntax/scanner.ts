import { isBare, isName, isSpace } from '../characters';
import { PatternError } from '../pattern-error';

/** A text and a place in it. Reads pieces, knows nothing of how they fit together. */
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

  /** Reads these characters if they come next. */
  public take(characters: string): boolean {
    if (!this.text.startsWith(characters, this.offset)) return false;
    this.offset += characters.length;
    return true;
  }

  /** Reads this word if it comes next and ends there. */
  public takeWord(word: string): boolean {
    if (!this.text.startsWith(word, this.offset)) return false;
    if (isName(this.text.charCodeAt(this.offset + word.length))) return false;
    this.offset += word.length;
    return true;
  }

  /** Letters, digits, "-" and "_"; perhaps none. */
  public readName(): string {
    const start = this.offset;
    while (isName(this.text.charCodeAt(this.offset))) this.offset++;
    return this.text.slice(start, this.offset);
  }

  /** What may stand without quotes; perhaps nothing. */
  public readBare(): string {
    const start = this.offset;
    while (isBare(this.text.charCodeAt(this.offset))) this.offset++;
    return this.text.slice(start, this.offset);
  }

  /**
   * A text in double quotes. AWS documents no escapes; CDK writes `\"` and `\\`, so these two are undone, and any other backslash
   * is itself. @see https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-logs/lib/pattern.ts
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

  /** What stands between here and the next such character, which is read too. The opening one has been read already. */
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
