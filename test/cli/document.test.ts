import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './terminal';

const PAGE = readFileSync(join(__dirname, '../../docs/cli.md'), 'utf8');

/** A command, and all that is printed by it. */
const EXAMPLES = [...PAGE.matchAll(/^```console\n\$ nacl-change-monitor (.*)\n([\s\S]*?)^```$/gm)].map(
  ([, command, printed]) => ({ command, printed }),
);

const HERE = process.cwd();
beforeAll(() => process.chdir(join(__dirname, 'fixtures')));
afterAll(() => process.chdir(HERE));

test('docs/cli.md shows each command', () => {
  const shown = new Set(EXAMPLES.map(({ command }) => command.split(' ')[0]));
  expect([...shown].sort()).toEqual(['changes', 'check', 'explain', 'test']);
});

test.each(EXAMPLES)('docs/cli.md shows what comes of: $command', async ({ command, printed }) => {
  const args = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
  const { stdout, stderr } = await run(args);
  expect(`${stdout}${stderr}`).toBe(printed);
});
