export type AlarmState = 'ALARM' | 'OK' | 'INSUFFICIENT_DATA';

/** True or false; undefined where other alarms decide, `doubtful` where it is open which alarm is meant. */
export type RuleValue = boolean | undefined | 'doubtful' | 'not understood';

/** The state of the alarm that a rule refers to. */
export type StateOf = (reference: string) => AlarmState | Exclude<RuleValue, boolean>;

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
export function evaluateRule(rule: string, stateOf: StateOf): RuleValue {
  const tokens = tokensOf(rule);
  if (!tokens) return 'not understood';
  return new RuleReader(tokens, stateOf).evaluate();
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

/** Which of two values that decide nothing is told: the one that keeps more from being known. */
function lessKnown(left: RuleValue, right: RuleValue): RuleValue {
  for (const value of ['not understood', 'doubtful'] as const) {
    if (left === value || right === value) return value;
  }
  return undefined;
}

/** Reads a rule and works it out at once. */
class RuleReader {
  private position = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly stateOf: StateOf,
  ) {}

  public evaluate(): RuleValue {
    const value = this.or();
    return this.position < this.tokens.length ? 'not understood' : value;
  }

  private or(): RuleValue {
    let value = this.and();
    while (this.take('OR')) value = either(value, this.and(), true);
    return value;
  }

  private and(): RuleValue {
    let value = this.not();
    while (this.take('AND')) value = either(value, this.not(), false);
    return value;
  }

  private not(): RuleValue {
    if (!this.take('NOT')) return this.operand();
    const value = this.not();
    return typeof value === 'boolean' ? !value : value;
  }

  private operand(): RuleValue {
    if (this.take('(')) {
      const value = this.or();
      return this.take(')') ? value : 'not understood';
    }
    const token = this.tokens[this.position++];
    if (token?.word === 'TRUE' || token?.word === 'FALSE') return token.word === 'TRUE';
    if (token?.reference === undefined) return 'not understood';
    const state = this.stateOf(token.reference);
    return state === undefined || state === 'doubtful' || state === 'not understood'
      ? state
      : token.word === state;
  }

  private take(word: string): boolean {
    if (this.tokens[this.position]?.word !== word) return false;
    this.position++;
    return true;
  }
}

/** @param deciding the value that decides alone: true for OR, false for AND */
function either(left: RuleValue, right: RuleValue, deciding: boolean): RuleValue {
  // A part that is not understood may make the rule another one.
  if (left === 'not understood' || right === 'not understood') return 'not understood';
  if (left === deciding || right === deciding) return deciding;
  if (right === !deciding) return left;
  return lessKnown(left, right);
}
