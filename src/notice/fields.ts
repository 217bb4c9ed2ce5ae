/** Lenient reading of a record. Half of the events rest on inferred shapes: numbers may be text, and anything may be missing. */

/** @param path - names with dots between them */
export function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (found, name) =>
        Object.hasOwn(found ?? {}, name) ? (found as Record<string, unknown>)[name] : undefined,
      value,
    );
}

/** A text that says something, or a number or a truth value as text. The first path that has one counts. */
export function textAt(value: unknown, ...paths: string[]): string | undefined {
  return paths
    .map((path) => at(value, path))
    .filter((found) => typeof (found ?? null) !== 'object')
    .map((found) => String(found).trim())
    .find((text) => text);
}

/** A whole number, also as text. */
export function numberAt(value: unknown, ...paths: string[]): number | undefined {
  const number = Number(textAt(value, ...paths));
  return Number.isInteger(number) ? number : undefined;
}

/** Of a list, or of what is none. */
export function listAt(value: unknown, path: string): unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}
