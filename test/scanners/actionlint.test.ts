import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';
const WORKFLOWS = resolve(__dirname, '../../.github/workflows');

const hasGo = spawnSync('go', ['version']).status === 0;
if (!hasGo) process.stderr.write('skipped: actionlint: Go is needed, and go was not found\n');

/** Without shellcheck and pyflakes, which it runs where a machine happens to have them. */
function lint(input: string | undefined, ...files: string[]): unknown {
  const options = ['-shellcheck=', '-pyflakes=', '-format', '{{json .}}'];
  const { stdout, stderr } = spawnSync('go', ['run', ACTIONLINT, ...options, ...files], {
    encoding: 'utf8',
    input,
  });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`actionlint did not print JSON: ${stdout}${stderr}`);
  }
}

(hasGo ? describe : describe.skip)('actionlint', () => {
  jest.setTimeout(300_000); // the first time Go downloads and compiles it

  test('finds nothing in the workflows', () => {
    const files = readdirSync(WORKFLOWS).map((file) => join(WORKFLOWS, file));
    expect(lint(undefined, ...files)).toEqual([]);
  });

  test('sees an output that no step has', () => {
    const step = '{ run: echo, env: { A: "${{ steps.nobody.outputs.a }}" } }';
    const workflow = `on: push\njobs:\n  one: { runs-on: ubuntu-latest, steps: [${step}] }\n`;
    expect(lint(workflow, '-')).toEqual([expect.objectContaining({ kind: 'expression' })]);
  });
});
