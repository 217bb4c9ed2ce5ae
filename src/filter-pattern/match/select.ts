import type { Selector, Step } from '../syntax/pattern';

/** The values that a selector finds in an event: none, one, or with a wildcard any number. */
export function select(event: unknown, selector: Selector): unknown[] {
  let found = [event];
  for (const step of selector) {
    found =
      typeof step === 'object'
        ? found.flatMap((node) => childrenOf(node, step.any))
        : found.filter((node) => has(node, step)).map((node) => get(node, step));
  }
  return found;
}

function childrenOf(node: unknown, any: 'key' | 'element'): unknown[] {
  if (any === 'element') return Array.isArray(node) ? node : [];
  return isObject(node) ? Object.values(node) : [];
}

/** Own keys only: an event without the key "constructor" must not inherit one. */
function has(node: unknown, step: Exclude<Step, object>): boolean {
  if (typeof step === 'number') return Array.isArray(node) && step < node.length;
  return isObject(node) && Object.hasOwn(node, step);
}

const get = (node: unknown, step: Exclude<Step, object>): unknown =>
  (node as Record<Exclude<Step, object>, unknown>)[step];

const isObject = (node: unknown): node is object =>
  typeof node === 'object' && node !== null && !Array.isArray(node);
