import type { Resolved } from '../../cloudformation/intrinsics';
import { isUnreadable, type Unreadable } from '../../field/field';

/**
 * A document that may be given as JSON text, by `Fn::Sub` too.
 *
 * Of a text with a part that could not be read the rest still counts: the texts in which a placeholder stands are what
 * could not be read.
 */
export function jsonOf(given: Resolved): Resolved {
  if (typeof given !== 'string' && !isUnreadable(given)) return given;
  const parsed = parse(isUnreadable(given) ? given.placeholder : given);
  if (parsed === undefined) {
    return isUnreadable(given) ? given : { unreadable: 'it is a text, but not JSON', placeholder: given };
  }
  return isUnreadable(given) ? withoutPlaceholders(parsed, given) : parsed;
}

function parse(text: string): Resolved {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withoutPlaceholders(value: Resolved, given: Unreadable): Resolved {
  if (typeof value === 'string') {
    return value.includes('${') ? { unreadable: given.unreadable, placeholder: value } : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withoutPlaceholders(item, given));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withoutPlaceholders(member as Resolved, given)]),
  );
}
