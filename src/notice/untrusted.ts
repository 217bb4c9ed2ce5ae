/**
 * Text that somebody else chose, made harmless once, so that no form can forget it: user agents, and in refused calls every
 * parameter, are what the caller says, up to thousands of characters of any kind.
 */

/** What a terminal or a mail client obeys or hides: control and format characters, bidi, line separators, half characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;

const SHORT_FORMS: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** What names, ids, ARNs and addresses of AWS consist of. Everything else is quoted. */
const ORDINARY = /^[\w+=,.@:/*-]+$/;

/** Words to which chats give a meaning, and what mail clients make links of. */
const CALLS_OR_LINKS = /@(?=(?:here|channel|everyone|all)\b)|:\/\/|\bwww\.|\bmailto:/gi;

/** How many characters of a name, an id or a user agent are shown. */
const LONGEST = 160;

/** On one line, without what cannot be seen, without links and mentions, and not longer than `longest`. */
export function harmless(text: string, longest = LONGEST): string {
  const visible = text
    .slice(0, 4 * longest)
    .normalize('NFC')
    .replace(INVISIBLE, (found) => SHORT_FORMS[found] ?? `\\u{${found.codePointAt(0)?.toString(16)}}`)
    .replace(/\p{Zs}/gu, ' ')
    .replace(/"/g, "'")
    .replace(CALLS_OR_LINKS, (found) => found.replace(/[@:.]/, '[$&]'));
  const characters = [...visible];
  if (characters.length <= longest && text.length <= 4 * longest) return visible;
  return `${characters.slice(0, longest).join('')}... (${text.length} characters)`;
}

/** As `harmless`, and in double quotes unless it is an ordinary name. Nothing else in a notice has double quotes. */
export function shown(text: string, longest = LONGEST): string {
  const safe = harmless(text, longest);
  return ORDINARY.test(safe) ? safe : `"${safe}"`;
}
