import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (...path: string[]) => readFileSync(join(__dirname, '..', ...path), 'utf8');
const readme = read('README.md');

const quickStart = /^## Quick start\n(.*?)^## /ms.exec(readme)?.[1] ?? '';
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
    { language: 'csharp', text: read('examples/dotnet/Security.cs') },
  ]);
});

test('the other languages are folded, each under its name', () => {
  const folded = [...quickStart.matchAll(/^<details>\n<summary>(.*?)<\/summary>\n\n```\w+$/gm)];
  expect(folded.map(([, name]) => name)).toEqual(['Python', 'Java', 'Go', '.NET']);
  expect(quickStart.match(/^<\/details>$/gm)).toHaveLength(4);
});

test('says what to install in each language', () => {
  const rows = [...readme.matchAll(/^\| (.*?) \| (?:Maven: )?`(.*?)` \|$/gm)].map(([, ...cells]) => cells);
  expect(rows).toEqual([
    ['TypeScript, JavaScript', 'npm install cdk-nacl-change-monitor'],
    ['Python', 'pip install cdk-nacl-change-monitor'],
    ['Java', 'io.github.cdknaclchangemonitor:cdk-nacl-change-monitor'],
    ['Go', 'go get github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor-go/cdknaclchangemonitor'],
    ['.NET', 'dotnet add package CdkNaclChangeMonitor'],
  ]);
});

test('is read in one sitting: under 180 lines beside the folded languages, and a picture that needs no Mermaid', () => {
  const unfolded = readme.replace(/^<details>.*?^<\/details>$/gms, '');
  expect(unfolded.split('\n').length).toBeLessThan(180);
  expect(readme).not.toContain('```mermaid');
});
