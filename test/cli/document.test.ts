import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './terminal';

const PAGE = readFileSync(join(__dirname, '../../docs/cli.md'), 'utf8');

/** A command, and all that is printed by it. */
const EXAMPLES = [...PAGE.matchAll(/^```console\n\$ nacl-change-monitor (.*)\n([\s\S]*?)^```$/gm)].map(
  ([, command, printed]) => ({ command, printed }),
);

/** What the README shows of a command that asks nobody, as far as it shows it. */
const README = readFileSync(join(__dirname, '../../README.md'), 'utf8');
const SHORT_EXAMPLES = [
  ...README.matchAll(/^\$ npx nacl-change-monitor ((?:check|explain|test) .*)\n([\s\S]*?)(?=^```$|\n\$ )/gm),
].map(([, command, printed]) => ({ command: command.replace(/ \| head -1$/, ''), printed: printed.trim() }));

const HERE = process.cwd();
beforeAll(() => process.chdir(join(__dirname, 'fixtures')));
afterAll(() => process.chdir(HERE));

test('docs/cli.md shows each command', () => {
  const shown = new Set(EXAMPLES.map(({ command }) => command.split(' ')[0]));
  expect([...shown].sort()).toEqual(['changes', 'check', 'explain', 'plan', 'test']);
});

test.each(EXAMPLES)('docs/cli.md shows what comes of: $command', async ({ command, printed }) => {
  const args = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
  const { stdout, stderr } = await run(args);
  expect(`${stdout}${stderr}`).toBe(printed);
});

test('the README shows check, explain and test', () => {
  expect(SHORT_EXAMPLES.map(({ command }) => command.split(' ')[0])).toEqual(['check', 'explain', 'test']);
});

test.each(SHORT_EXAMPLES)('README.md shows how it begins: $command', async ({ command, printed }) => {
  const args = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
  const { stdout } = await run(args);
  expect(stdout.split('\n')[0]).toBe(printed);
});
