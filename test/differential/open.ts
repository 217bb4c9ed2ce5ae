/**
 * A value that a template leaves open. Values with the same variable change together: the first option of one goes
 * with the first option of the other.
 */
export interface Open<T> {
  readonly variable: string;
  readonly options: readonly T[];
  /** How the template says it: by a parameter, by a condition, by a field of the event, or by an ARN of elsewhere. */
  readonly written: 'parameter' | 'condition' | 'field' | 'literal' | 'alias under conditions';
}

export type May<T> = T | Open<T>;

/** The same shape with every open value decided. */
export type Known<T> =
  T extends Open<infer Value> ? Known<Value> : T extends object ? { [Key in keyof T]: Known<T[Key]> } : T;

export function isOpen(value: unknown): value is Open<unknown> {
  return typeof value === 'object' && value !== null && 'variable' in value && 'options' in value;
}

/** The option that each variable takes. */
type Choice = Readonly<Record<string, number>>;

/** Every possibility that a description leaves open. */
export function possibilities<T>(description: T): Known<T>[] {
  const sizes = new Map<string, number>();
  collect(description, sizes);
  let choices: Choice[] = [{}];
  for (const [variable, size] of sizes) {
    choices = choices.flatMap((choice) =>
      Array.from({ length: size }, (_, index) => ({ ...choice, [variable]: index })),
    );
  }
  return choices.map((choice) => decided(description, choice) as Known<T>);
}

function collect(value: unknown, sizes: Map<string, number>): void {
  if (isOpen(value)) sizes.set(value.variable, value.options.length);
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) collect(part, sizes);
  }
}

function decided(value: unknown, choice: Choice): unknown {
  if (isOpen(value)) return decided(value.options[choice[value.variable]], choice);
  if (Array.isArray(value)) return value.map((part) => decided(part, choice));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, decided(part, choice)]));
}
