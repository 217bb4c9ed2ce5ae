import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DefaultOptions } from './default-template';
import { EXPECTED_FINDINGS } from './expected-findings';

const DOCUMENT = resolve(__dirname, '../../docs/scanner-findings.md');

export interface Scanner {
  readonly name: string;
  readonly version: string;
  /** What of it runs, such as its rule packs. */
  readonly scope: string;
}

export interface Finding {
  /** The rule as the scanner names it. */
  readonly rule: string;
  /** The path of the construct in its stack, such as `NaclChanges/Bucket`. */
  readonly resource: string;
}

/**
 * What the scanner found is what expected-findings.ts explains, no more and no less, and what the document says.
 * With the environment variable UPDATE_DOCS=1 the document is written anew.
 */
export function expectDocumented(
  scanner: Scanner,
  found: readonly Finding[],
  { notices = false }: DefaultOptions = {},
): void {
  const expected = (EXPECTED_FINDINGS[scanner.name] ?? [])
    .flatMap(({ rules, resources }) =>
      rules.flatMap((rule) => resources.map((resource) => ({ rule, resource }))),
    )
    .filter(({ resource }) => notices || !resource.startsWith('NaclChanges/Notices/'));
  expect(sorted(found)).toEqual(sorted(expected));

  if (process.env.UPDATE_DOCS === '1') writeSection(scanner);
  expect(readSection(scanner.name)).toBe(section(scanner));
}

function sorted(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, resource }) => `${rule} at ${resource}`).sort();
}

/** The part of the document that is made here. */
function section(scanner: Scanner): string {
  const explained = EXPECTED_FINDINGS[scanner.name] ?? [];
  const rows = explained.map(({ rules, resources, reason }) => [
    scanner.name,
    codes(rules),
    codes(resources),
    reason,
  ]);
  const table = [['Scanner', 'Rule', 'Resource', 'Why it stays'], ['---', '---', '---', '---'], ...rows];
  const lines = table.map((cells) => `| ${cells.join(' | ')} |`);
  const title = `## ${scanner.name} ${scanner.version}\n\n${scanner.scope}`;
  return rows.length === 0 ? `${title}: no finding.` : `${title}:\n\n${lines.join('\n')}`;
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function markers(name: string): [begin: string, end: string] {
  return [`<!-- ${name}: made by its test -->\n`, `\n<!-- ${name}: end -->\n`];
}

function readSection(name: string): string | undefined {
  const [begin, end] = markers(name);
  return readFileSync(DOCUMENT, 'utf8').split(begin)[1]?.split(end)[0];
}

function writeSection(scanner: Scanner): void {
  const [begin, end] = markers(scanner.name);
  const text = readFileSync(DOCUMENT, 'utf8');
  const [before, ...rest] = text.split(begin);
  const after = rest.join(begin).split(end).slice(1).join(end);
  const separator = rest.length === 0 ? '\n' : '';
  writeFileSync(DOCUMENT, `${before}${separator}${begin}${section(scanner)}${end}${after}`);
}
