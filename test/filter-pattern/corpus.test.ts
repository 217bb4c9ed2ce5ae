import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Case {
  readonly source: string;
  readonly assumed?: true;
  readonly [input: string]: unknown;
}

const folder = join(__dirname, '../corpus/filter-pattern');
const files = readdirSync(folder).map((file): [string, Case[]] => [
  file,
  JSON.parse(readFileSync(join(folder, file), 'utf8')),
]);
const decisions = readFileSync(
  join(__dirname, '../../docs/adr/0003-undocumented-filter-pattern-behaviour.md'),
  'utf8',
);
const rows = [...decisions.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, row]) => row);

test.each(files)('%s has no case twice', (_, cases) => {
  const inputs = cases.map(({ pattern, patterns, event }) => JSON.stringify([pattern, patterns, event]));
  expect(inputs.filter((input, index) => inputs.indexOf(input) !== index)).toEqual([]);
});

test.each(files)(
  'each case of %s says where it is from: documentation, or a decision of ours',
  (_, cases) => {
    for (const { source, assumed } of cases) {
      const [, row] = /ADR 3, ([a-z-]+)$/.exec(source) ?? [];
      expect({ source, assumed }).toEqual({ source, assumed: row === undefined ? undefined : true });
      if (row === undefined)
        expect(source).toMatch(
          /^(https:\/\/docs\.aws\.amazon\.com\/|https:\/\/github\.com\/awsdocs\/|CIS AWS)/,
        );
      else expect(rows).toContain(row);
    }
  },
);

test('each decision has a case', () => {
  const cited = files.flatMap(([, cases]) => cases.map(({ source }) => source));
  expect(rows.filter((row) => !cited.some((source) => source.endsWith(`ADR 3, ${row}`)))).toEqual([]);
});

test('there are at least 300 cases', () => {
  expect(files.flatMap(([, cases]) => cases).length).toBeGreaterThanOrEqual(300);
});
