/**
 * Lenient reading of a record. Half of the events rest on inferred shapes: numbers may be text, names may have another case,
 * and anything may be missing.
 */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of names, each tried as it is, then in any case. */
export function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((found, name) => (isFields(found) ? own(found, name) : undefined), value);
}

function own(fields: Fields, name: string): unknown {
  if (Object.hasOwn(fields, name)) return fields[name];
  const key = Object.keys(fields).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : fields[key];
}

/** A text that says something, or a number as text. */
export function textAt(value: unknown, ...path: string[]): string | undefined {
  const found = at(value, ...path);
  if (typeof found === 'number' && Number.isFinite(found)) return String(found);
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

/** A whole number, also as text. */
export function numberAt(value: unknown, ...path: string[]): number | undefined {
  const text = textAt(value, ...path);
  return text !== undefined && /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}

/** True or false, also as text. */
export function booleanAt(value: unknown, ...path: string[]): boolean | undefined {
  const found = String(at(value, ...path)).toLowerCase();
  return found === 'true' ? true : found === 'false' ? false : undefined;
}
