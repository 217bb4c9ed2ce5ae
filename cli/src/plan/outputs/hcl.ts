/** An expression of Terraform, such as `aws_kms_key.this.arn`. */
export class Expression {
  constructor(public readonly text: string) {}
}

/** What stands in braces behind its name, once for each. */
export class Block {
  constructor(public readonly body: Readonly<Record<string, unknown>>) {}
}

/** `resource "type" "this" { ... }` */
export function block(head: string, body: Readonly<Record<string, unknown>>): string {
  return `${head} {\n${lines(body, '  ')}}\n`;
}

function lines(body: Readonly<Record<string, unknown>>, indent: string): string {
  return Object.entries(body)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) =>
      value instanceof Block
        ? `${indent}${name} {\n${lines(value.body, `${indent}  `)}${indent}}\n`
        : `${indent}${name} = ${hcl(value, indent)}\n`,
    )
    .join('');
}

/** A value as Terraform reads it. */
export function hcl(value: unknown, indent = ''): string {
  if (value instanceof Expression) return value.text;
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return `[${value.map((each) => hcl(each, indent)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = Object.entries(value).map(
    ([name, each]) =>
      `${indent}  ${/^[A-Za-z_]\w*$/.test(name) ? name : text(name)} = ${hcl(each, `${indent}  `)}\n`,
  );
  return `{\n${inner.join('')}${indent}}`;
}

/** `${` and `%{` would be read, and `\b` and `\f` are unknown: https://developer.hashicorp.com/terraform/language/expressions/strings */
function text(value: string): string {
  return JSON.stringify(value)
    .replace(/\\(.)/g, (whole, letter) => ({ b: '\\u0008', f: '\\u000c' })[letter as string] ?? whole)
    .replace(/[$%](?=\{)/g, '$&$&');
}
