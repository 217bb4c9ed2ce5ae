/** A value that was read, or why it could not be. */
export type Field<T> = T | Unreadable;

/**
 * A value that stands outside the evidence: it comes from a parameter, from another account, from a resource that is
 * not there.
 */
export interface Unreadable {
  /** Why, as the end of a sentence that starts with "could not read it:". */
  readonly unreadable: string;
  /** What stands for the value: two fields with the same stand-in have the same value, whatever it is. */
  readonly standIn: string;
}

export function isUnreadable(field: unknown): field is Unreadable {
  return typeof field === 'object' && field !== null && 'unreadable' in field;
}

/** What a CloudFormation condition decides on deployment. */
export function decidedBy(condition: string): Unreadable {
  return { unreadable: `it depends on the condition "${condition}"`, standIn: `\${condition ${condition}}` };
}

/** The value, or undefined where it could not be read. */
export function known<T>(field: Field<T>): T | undefined {
  return isUnreadable(field) ? undefined : field;
}

/** The text, or what stands for it. */
export function shown(field: Field<string>): string {
  return isUnreadable(field) ? field.standIn : field;
}

export type Comparison = 'same' | 'different' | Unreadable;

/**
 * Compares two names or ARNs.
 *
 * A pseudo parameter of an environment that is not known (`${AWS::Region}`) may turn out to be any text. Every other
 * placeholder is a name that CloudFormation makes up, which equals nothing but itself.
 */
export function compare(a: Field<string>, b: Field<string>): Comparison {
  if (shown(a) === shown(b)) return 'same';
  if (isUnreadable(a)) return a;
  if (isUnreadable(b)) return b;
  const open = [a, b].find((text) => text.includes('${AWS::'));
  if (!open || provenDifferent(a, b)) return 'different';
  return { unreadable: `${open} depends on where the stack is deployed`, standIn: open };
}

/** Whether two texts differ in a colon-separated part that names nothing of the environment. */
function provenDifferent(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => text.replace(/\$\{AWS::(\w+)\}/g, '${AWS-$1}').split(':'));
  if (left.length !== right.length) return !a.startsWith('${AWS::') && !b.startsWith('${AWS::');
  return left.some(
    (part, i) => part !== right[i] && !part.includes('${AWS-') && !right[i].includes('${AWS-'),
  );
}
