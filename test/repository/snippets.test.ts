import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typeErrors } from '../type-errors';

const ROOT = join(__dirname, '../..');
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');

/** What rosetta puts round the snippets of docstrings is round those of the pages too. */
const SURROUNDINGS = read('rosetta/default.ts-fixture');

const PAGES = ['monitor.md', 'notices.md', 'require.md'];

test(`the snippets of docs/${PAGES.join(' and docs/')} compile`, () => {
  const modules = PAGES.flatMap((page) => {
    const snippets = [...read('docs', page).matchAll(/^```ts( nofixture)?\n(.*?)^```$/gms)];
    expect(snippets.length).toBeGreaterThan(1);
    return snippets.map(([, whole, text]) => (whole ? text : within(text)));
  });
  const texts = modules.map((text) => text.replace("'cdk-nacl-change-monitor'", "'./src'"));
  expect(typeErrors(texts)).toEqual([]);
});

/** What a snippet declares stands outside of the constructor, as rosetta has it. */
function within(snippet: string): string {
  const declarations = snippet.match(/^declare .*$/gm) ?? [];
  const statements = snippet.replace(/^declare .*$/gm, '');
  return `${declarations.join('\n')}\n${SURROUNDINGS.replace('/// here', () => statements)}`;
}
