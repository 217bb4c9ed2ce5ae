/**
 * A property as the language of the user writes it: `trail.trailName` is `trail.trail_name` in Python and
 * `Trail.TrailName` in Go and .NET.
 *
 * Apps in other languages than JavaScript run this code in a Node.js process of jsii's, which is told the language in an
 * environment variable: `Python/3.11.7`, `go1.25/linux/amd64`, `DotNet/8.0`, `Java/17`.
 *
 * @see https://github.com/aws/jsii/blob/main/packages/%40jsii/python-runtime/src/jsii/_kernel/providers/process.py
 */
export function named(property: string): string {
  const agent = process.env.JSII_AGENT ?? '';
  if (/^python/i.test(agent)) return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (/^(go|dotnet)/i.test(agent)) {
    return property.replace(/(^|\.)[a-z]/g, (letter) => letter.toUpperCase());
  }
  return property;
}

/** A text in which properties and methods are named as TypeScript writes them, such as `set isLogging: true`. */
export function namedIn(text: string): string {
  return text
    .split(/('[^']*'|"[^"]*")/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/(?<![\w-])[a-z]+(?:[A-Z][a-z0-9]*)+\b/g, named)))
    .join('');
}
