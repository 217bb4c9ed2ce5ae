/**
 * Text that somebody else chose, made harmless once, so that no form can forget it. User agents, and in refused calls every
 * parameter, are what the caller says: thousands of characters of any kind.
 */

/** What a terminal or a mail client obeys or hides: control and format characters, bidi, line separators, half characters. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{DI}]/gu;

/** Words to which chats give a meaning, and what mail clients make links of. */
const CALLS_OR_LINKS = /@(?=(?:here|channel|everyone|all)\b)|:(?=\/\/)|(?<=\bwww)\.|(?<=\bmailto):/gi;

/** What names, ids, ARNs and addresses of AWS consist of. Everything else is quoted. */
const ORDINARY = /^[\w+=,.@:/-]+$/;

/** How many characters of a name, an id or a user agent are shown. */
const LONGEST = 160;

/** On one line, without what cannot be seen, without links, mentions and double quotes, and not longer than `longest`. */
export function harmless(text: string, longest = LONGEST): string {
  const visible = text
    .slice(0, longest)
    .replace(INVISIBLE, (found) => `\\u{${found.codePointAt(0)?.toString(16)}}`)
    .replace(/\s/g, ' ')
    .replace(/"/g, "'")
    .replace(CALLS_OR_LINKS, '[$&]');
  return text.length > longest ? `${visible}... (${text.length} characters)` : visible;
}

/** As `harmless`, in double quotes unless it is an ordinary name; "unknown" for nothing. Only quoted text has double quotes. */
export function shown(text: string | undefined, longest = LONGEST): string {
  if (text === undefined) return 'unknown';
  const safe = harmless(text, longest);
  return ORDINARY.test(safe) ? safe : `"${safe}"`;
}
