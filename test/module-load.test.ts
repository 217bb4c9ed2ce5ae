import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');

/** The modules of aws-cdk-lib that a fresh process has loaded after `code`. */
function loadedFromCdk(code: string): string[] {
  const modules = execFileSync(
    process.execPath,
    [
      '--require=ts-node/register/transpile-only',
      '--eval',
      `${code}; console.log(JSON.stringify(Object.keys(require.cache)))`,
    ],
    { cwd: root, env: { ...process.env, TS_NODE_PROJECT: 'tsconfig.dev.json' }, encoding: 'utf8' },
  );
  const folder = join(root, 'node_modules', 'aws-cdk-lib', '/');
  return (JSON.parse(modules) as string[])
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length));
}

test('who imports the package loads no service of aws-cdk-lib before a monitor is made', () => {
  expect(loadedFromCdk("require('./src')")).toEqual(['core/index.js']);
});
