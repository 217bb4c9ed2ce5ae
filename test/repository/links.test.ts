import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '../..');
const REPOSITORY = 'https://github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor';
const FILES = [`${REPOSITORY}/blob/main/`, `${REPOSITORY}/tree/main/`];
const RAW = 'https://raw.githubusercontent.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor/main/';

const inDocs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' });
const inTop = readdirSync(ROOT, { encoding: 'utf8' });
const PAGES = [...inTop, ...inDocs.map((name) => join('docs', name))].filter((name) => name.endsWith('.md'));

const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');
const withoutCode = (text: string) => text.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, '');
const linksOf = (page: string) =>
  [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);

/** As GitHub makes them of headings; API.md names its own. */
function anchorsOf(page: string): string[] {
  const headings = [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
  return [...headings, ...[...read(page).matchAll(/ (?:id|name)="([^"]+)"/g)].map(([, name]) => name)];
}

function isDead(page: string, target: string): boolean {
  const prefix = [...FILES, RAW].find((one) => target.startsWith(one));
  if (!prefix && /^[a-z]+:/.test(target)) return false; // elsewhere
  const [path, anchor] = (prefix ? target.slice(prefix.length) : target).split('#');
  const file = relative(
    ROOT,
    join(ROOT, prefix ? '' : dirname(page), path || (prefix ? '' : (page.split('/').at(-1) ?? ''))),
  );
  if (!existsSync(join(ROOT, file))) return true;
  return anchor !== undefined && !anchorsOf(file).includes(anchor);
}

test.each(PAGES)('every link of %s into the repository leads somewhere', (page) => {
  expect(linksOf(page).filter((target) => isDead(page, target))).toEqual([]);
});

test('a link to a file or a heading that is not there is dead', () => {
  expect(isDead('README.md', 'docs/nothing.md')).toBe(true);
  expect(isDead('README.md', `${FILES[0]}docs/monitor.md#nothing`)).toBe(true);
  expect(isDead('docs/monitor.md', '#an-existing-trail')).toBe(false);
});

test('the links of the README are whole, because PyPI and Construct Hub show it too', () => {
  expect(linksOf('README.md').filter((target) => !target.startsWith('https://'))).toEqual([]);
});
