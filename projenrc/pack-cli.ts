import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Packs the command line into the folder that is named, with the version of the release. */

const ROOT = resolve(__dirname, '..');
const [destination = join(ROOT, 'dist/cli')] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'cli-'));
try {
  const bundle = [...process.execArgv, join(__dirname, 'bundle-cli.ts'), folder];
  execFileSync(process.execPath, ['-r', 'ts-node/register/transpile-only', ...bundle], {
    cwd: ROOT,
    env: { ...process.env, TS_NODE_PROJECT: 'tsconfig.dev.json' },
    stdio: 'inherit',
  });
  cpSync(join(ROOT, 'cli/README.md'), join(folder, 'README.md'));
  const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
  const manifest = { ...read('cli/package.json'), version: read('package.json').version };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  mkdirSync(destination, { recursive: true });
  execFileSync('npm', ['pack', folder, '--json', '--pack-destination', destination], { stdio: 'inherit' });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
