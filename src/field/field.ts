/** A value that was read, or why it could not be. */
export type Field<T> = T | Unreadable;

/**
 * A value that stands outside the evidence: it comes from a parameter, from another account, from a resource that is
 * not there.
 */
export interface Unreadable {
  /** Why, as the end of a sentence that starts with "could not read it:". */
  readonly unreadable: string;
  /** What stands for the value: two fields with the same placeholder have the same value, whatever it is. */
  readonly placeholder: string;
}

export function isUnreadable(field: unknown): field is Unreadable {
  return typeof field === 'object' && field !== null && 'unreadable' in field;
}

/** What a CloudFormation condition decides on deployment. */
export function decidedBy(condition: string): Unreadable {
  return {
    unreadable: `it depends on the condition "${condition}"`,
    placeholder: `\${condition ${condition}}`,
  };
}

/** The value, or undefined where it could not be read. */
export function readable<T>(field: Field<T>): T | undefined {
  return isUnreadable(field) ? undefined : field;
}

/** The text, or what stands for it. */
export function shown(field: Field<string>): string {
  return isUnreadable(field) ? field.placeholder : field;
}

export type Comparison = 'same' | 'different' | Unreadable;

/**
 * Compares two names or ARNs.
 *
 * A pseudo parameter of an environment that is not known (`${AWS::Region}`) may turn out to be any text without a colon.
 * Every other placeholder is a name that CloudFormation makes up, which equals nothing but itself.
 */
export function compare(a: Field<string>, b: Field<string>): Comparison {
  if (shown(a) === shown(b)) return 'same';
  if (isUnreadable(a)) return a;
  if (isUnreadable(b)) return b;
  const undecided = [a, b].find((text) => text.includes(ENVIRONMENT));
  if (undecided === undefined || provenDifferent(a, b)) return 'different';
  return { unreadable: `${undecided} depends on where the stack is deployed`, placeholder: undecided };
}

const ENVIRONMENT = '${AWS::';

/** Whether two texts differ whatever the environment is: in the number of their colons or in what stands between two. */
function provenDifferent(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => text.replace(/\$\{AWS::(\w+)\}/g, '${AWS-$1}').split(':'));
  return left.length !== right.length || left.some((part, i) => partsDiffer(part, right[i]));
}

/** A text starts as the other does before its first pseudo parameter, and ends as it does behind its last one. */
function partsDiffer(a: string, b: string): boolean {
  const [left, right] = [a, b].map((part) => part.split(/\$\{AWS-\w+\}/));
  if (left.length === 1) return right.length === 1 ? a !== b : !mayBe(a, right);
  if (right.length === 1) return !mayBe(b, left);
  const [ends, others] = [left, right].map((pieces) => [pieces[0], pieces[pieces.length - 1]]);
  return (
    !(ends[0].startsWith(others[0]) || others[0].startsWith(ends[0])) ||
    !(ends[1].endsWith(others[1]) || others[1].endsWith(ends[1]))
  );
}

/** @param pieces - a text, cut where its pseudo parameters stand */
function mayBe(text: string, pieces: readonly string[]): boolean {
  const [start, end] = [pieces[0], pieces[pieces.length - 1]];
  return text.length > start.length + end.length && text.startsWith(start) && text.endsWith(end);
}
