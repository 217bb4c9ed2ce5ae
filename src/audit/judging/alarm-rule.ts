/** Whether a rule refers to the alarm in question; undefined where that could not be decided. */
export type IsThis = (reference: string) => boolean | undefined;

/**
 * What a composite alarm makes of one alarm below it:
 * - `rings`: it is in ALARM whenever the alarm is, whatever the others are;
 * - `always`: it is in ALARM also when no alarm is;
 * - `depends`: on others as well, or not on the alarm at all;
 * - `unknown`: the rule has a part that is not understood.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
 */
export function effectOf(rule: string, isThis: IsThis): 'rings' | 'always' | 'depends' | 'unknown' {
  const tokens = tokensOf(rule);
  if (!tokens) return 'unknown';
  const reader = new RuleReader(tokens, isThis);
  const alarmed = reader.evaluate('ALARM');
  const quiet = reader.evaluate('OK', 'OK');
  if (reader.failed) return 'unknown';
  if (alarmed) return quiet === true ? 'always' : 'rings';
  return reader.doubtful ? 'unknown' : 'depends';
}

interface Token {
  readonly word: string;
  readonly reference?: string;
}

const TOKEN =
  /\s*(?:(ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*("(?:[^"\\]|\\.)*"|[^"()]*?)\s*\)|(AND|OR|NOT|TRUE|FALSE)\b|([()]))/iy;

function tokensOf(rule: string): Token[] | undefined {
  const tokens: Token[] = [];
  const text = rule.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    const [, state, reference, word, bracket] = match;
    tokens.push({
      word: (state ?? word ?? bracket).toUpperCase(),
      reference: reference?.replace(/^"(.*)"$/s, '$1'),
    });
  }
  return tokens;
}

/** Evaluates a rule; while the state of the other alarms is open, so may be the value (undefined). */
class RuleReader {
  /** Whether it is no rule. */
  public failed = false;
  /** Whether it refers to something that may or may not be the alarm. */
  public doubtful = false;
  private position = 0;
  private state = '';
  private others?: string;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly isThis: IsThis,
  ) {}

  public evaluate(state: 'ALARM' | 'OK', others?: 'OK'): boolean | undefined {
    this.state = state;
    this.others = others;
    this.position = 0;
    const value = this.or();
    if (this.position < this.tokens.length) this.failed = true;
    return value;
  }

  private or(): boolean | undefined {
    let value = this.and();
    while (this.take('OR')) {
      const right = this.and();
      value =
        value === true || right === true
          ? true
          : value === false
            ? right
            : right === false
              ? value
              : undefined;
    }
    return value;
  }

  private and(): boolean | undefined {
    let value = this.not();
    while (this.take('AND')) {
      const right = this.not();
      value =
        value === false || right === false
          ? false
          : value === true
            ? right
            : right === true
              ? value
              : undefined;
    }
    return value;
  }

  private not(): boolean | undefined {
    if (!this.take('NOT')) return this.operand();
    const value = this.not();
    return value === undefined ? undefined : !value;
  }

  private operand(): boolean | undefined {
    if (this.take('(')) {
      const value = this.or();
      if (!this.take(')')) this.failed = true;
      return value;
    }
    const token = this.tokens[this.position++];
    if (token?.word === 'TRUE' || token?.word === 'FALSE') return token.word === 'TRUE';
    if (token?.reference === undefined) {
      this.failed = true;
      return undefined;
    }
    const isThis = this.isThis(token.reference);
    if (isThis === undefined) this.doubtful = true;
    const state = isThis ? this.state : this.others;
    return state === undefined ? undefined : token.word === state;
  }

  private take(word: string): boolean {
    if (this.tokens[this.position]?.word !== word) return false;
    this.position++;
    return true;
  }
}
