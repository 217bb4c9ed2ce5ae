import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (...path: string[]) => readFileSync(join(__dirname, '..', ...path), 'utf8');

const quickStart = /^## Quick start\n(.*?)^## /ms.exec(read('README.md'))?.[1] ?? '';
const snippets = [...quickStart.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text]) => ({
  language,
  text,
}));

test('the snippets of the quick start are the examples, which `npm run test:languages` runs', () => {
  expect(snippets).toEqual([
    { language: 'tsx', text: read('examples/typescript/app.ts') },
    { language: 'python', text: read('examples/python/app.py') },
    { language: 'java', text: read('examples/java/src/main/java/Security.java') },
    { language: 'go', text: read('examples/go/security.go') },
  ]);
});
