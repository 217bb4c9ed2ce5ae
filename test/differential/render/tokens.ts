import { isOpen, type Open } from '../open';

export const ACCOUNT_ID = '111122223333';
export const REGION = 'eu-west-1';
export const OTHER_REGION = 'us-east-1';

/** What a resource refers to: the linker decides how the template says it. */
export class Reference {
  constructor(
    readonly id: string,
    readonly what: 'name' | 'arn' | 'url' | 'key' | 'id',
  ) {}
}

/** Text around references and other tokens. */
export class Text {
  constructor(readonly parts: readonly unknown[]) {}
}

/** An open value, with each option as the template would write it. */
export class OpenValue {
  constructor(
    readonly open: Open<unknown>,
    readonly options: readonly unknown[],
  ) {}
}

/** A value of the description that may be open. `elsewhere` is what to write in words for one that is not here. */
export function drawn<T>(
  value: T | Open<T>,
  draw: (option: T) => unknown = (option) => option,
  elsewhere?: string,
): unknown {
  if (!isOpen(value)) return draw(value as T);
  const open = value as Open<T>;
  if (open.written === 'literal') return elsewhere;
  return new OpenValue(open, open.written === 'condition' ? open.options.map(draw) : []);
}

/** Text of a template string whose placeholders are tokens or pseudo parameters. */
export function text(strings: TemplateStringsArray, ...values: unknown[]): Text {
  return new Text(strings.flatMap((string, index) => [string, ...values.slice(index, index + 1)]));
}

export const PARTITION = { Ref: 'AWS::Partition' };
export const STACK_REGION = { Ref: 'AWS::Region' };
export const STACK_ACCOUNT = { Ref: 'AWS::AccountId' };
export const NO_VALUE = { Ref: 'AWS::NoValue' };

/** Every token of a value. */
export function tokensIn(value: unknown): (Reference | OpenValue)[] {
  if (value instanceof Reference) return [value];
  if (value instanceof OpenValue) return [value, ...value.options.flatMap(tokensIn)];
  if (value instanceof Text) return value.parts.flatMap(tokensIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(tokensIn);
}
