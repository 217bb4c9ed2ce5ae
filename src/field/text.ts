import { type Field, isUnreadable, shown } from './field';

/** What stands for a name that is made up on deployment. It has no character at which an ARN is cut. */
export function placeholder(id: string): string {
  return `\${${id.replace(/[/:]/g, '.')}}`;
}

/** Cuts a text at a delimiter; placeholders such as `${path.of.a.resource}` are never cut. */
export function splitText(text: string, delimiter: string): string[] {
  const pieces = text.match(/\$\{[^}]*\}|[^$]+|\$/g) ?? [];
  const parts = [''];
  for (const piece of pieces) {
    const [first, ...rest] = piece.startsWith('${') ? [piece] : piece.split(delimiter);
    parts[parts.length - 1] += first;
    parts.push(...rest);
  }
  return parts;
}

/**
 * The text of an `Fn::Sub`, with every `${name}` replaced; `${!name}` stands for the text `${name}`.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
export function replaceReferences(
  template: string,
  replacement: (name: string) => Field<string>,
): Field<string>[] {
  const parts: Field<string>[] = [];
  let end = 0;
  for (const match of template.matchAll(/\$\{([^}]*)\}/g)) {
    parts.push(template.slice(end, match.index));
    parts.push(match[1].startsWith('!') ? `\${${match[1].slice(1)}}` : replacement(match[1].trim()));
    end = match.index + match[0].length;
  }
  parts.push(template.slice(end));
  return parts;
}

/** Puts texts together; one that could not be read makes the whole unreadable. */
export function concatenate(texts: readonly Field<string>[]): Field<string> {
  const unreadable = texts.find(isUnreadable);
  const whole = texts.map(shown).join('');
  return unreadable ? { ...unreadable, placeholder: whole } : whole;
}
