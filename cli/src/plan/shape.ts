/**
 * Whether a value out of a file is what it should be.
 *
 * @returns nothing where it is, else the place that is wrong, as `trails[0].arn is no text`
 */
export type Shape = (value: unknown, place: string) => string | undefined;

export type Members = Readonly<Record<string, Shape>>;

export const anything: Shape = () => undefined;
export const text = that('text', (value) => typeof value === 'string');
export const flag = that('boolean', (value) => typeof value === 'boolean');
export const number = that('number', (value) => typeof value === 'number');
const list = that('list', Array.isArray);
const object = that('object', isObject);

/** @param kind how it is called in a message, behind "no" */
export function that(kind: string, is: (value: unknown) => boolean): Shape {
  return (value, place) => (is(value) ? undefined : `${place} is no ${kind}`);
}

/** What JSON leaves out. */
export function optional(shape: Shape): Shape {
  return (value, place) => (value === undefined ? undefined : shape(value, place));
}

export function listOf(shape: Shape): Shape {
  return (value, place) =>
    list(value, place) ?? first(value as readonly unknown[], (each, i) => shape(each, `${place}[${i}]`));
}

/** What has members of any name. */
export function recordOf(shape: Shape): Shape {
  return (value, place) =>
    object(value, place) ??
    first(Object.entries(value as object), ([name, each]) => shape(each, `${place}.${name}`));
}

/** What has these members, and maybe others that nobody looks at. */
export function objectOf(members: Members): Shape {
  return (value, place) =>
    object(value, place) ??
    first(Object.entries(members), ([name, shape]) =>
      shape((value as Readonly<Record<string, unknown>>)[name], `${place}.${name}`),
    );
}

/** Each of them, the first first. */
export function all(...shapes: readonly Shape[]): Shape {
  return (value, place) => first(shapes, (shape) => shape(value, place));
}

/** A value, or why it could not be read. */
export function field(shape: Shape): Shape {
  return (value, place) =>
    isObject(value) && 'unreadable' in value ? unreadable(value, place) : shape(value, place);
}

export const unreadable = objectOf({ unreadable: text, placeholder: text });

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function first<T>(
  items: readonly T[],
  wrong: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [i, item] of items.entries()) {
    const found = wrong(item, i);
    if (found !== undefined) return found;
  }
  return undefined;
}
