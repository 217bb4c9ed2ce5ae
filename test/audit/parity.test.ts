import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from '../../src/audit/checks';
import { generatedPart } from '../generated-part';

const ROOT = join(__dirname, '../..');
const PAGES = join(ROOT, 'docs/checks');
const README = join(PAGES, 'README.md');

const ids = CHECKS.map(({ id }) => id).sort();

function idsOf(directory: string, suffix: string): string[] {
  return readdirSync(directory)
    .filter((name) => name !== 'README.md')
    .map((name) => (name.endsWith(suffix) ? name.slice(0, -suffix.length) : name))
    .sort();
}

test('no two checks share an id', () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ['a file', join(ROOT, 'src/audit/checks'), '.ts'],
  ['a table of tests', join(__dirname, 'checks'), '.test.ts'],
  ['a page', PAGES, '.md'],
])('each check has %s, and none is left over', (_, directory, suffix) => {
  expect(idsOf(directory, suffix)).toEqual(ids);
});

test.each(CHECKS)('the file of $id holds the check of that id', ({ id }) => {
  expect(readFileSync(join(ROOT, `src/audit/checks/${id}.ts`), 'utf8')).toContain(`id: '${id}'`);
});

test.each(CHECKS)('the page of $id says what the check says of itself', ({ id, title, link, question }) => {
  const page = readFileSync(join(PAGES, `${id}.md`), 'utf8');
  expect(page.split('\n## ')[0]).toBe(`# ${id}\n\n${title}. Link ${link}, ${question}.\n`);
  const headings = page.split('\n').filter((line) => line.startsWith('## '));
  expect(headings).toEqual(['## What', '## Why', '## How to mend it', '## Source']);
});

test('the checks stand in the order of the links', () => {
  const links = CHECKS.map(({ link }) => link);
  expect(links).toEqual([...links].sort((a, b) => a - b));
});

test('every link has one check by the letter', () => {
  const letters = CHECKS.filter(({ question }) => question === 'letter').map(({ link }) => link);
  expect(letters).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

/** With the environment variable UPDATE_DOCS=1 the table is written anew. */
test('the table of all checks is the list of all checks', () => {
  const rows = CHECKS.map(
    ({ id, link, question, title }) => `| ${link} | [${id}](${id}.md) | ${question} | ${title} |`,
  );
  const table = [
    '| Link | Check | Question | What must hold |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
  expect(generatedPart(README, 'checks', table)).toBe(table);
});
