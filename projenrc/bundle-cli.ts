import { copyFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

/**
 * Makes what the package of the command line has beside its own files: one file that starts, and one for each command,
 * so that nobody waits for what is not asked for. What they need is inside of them.
 */

const ROOT = resolve(__dirname, '..');
const CLI = join(ROOT, 'cli');
const LIB = join(CLI, 'lib');

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  keepNames: true, // errors are told apart by their names
  mainFields: ['module', 'main'], // without it yaml has twice the size
  logLevel: 'warning',
};

rmSync(LIB, { recursive: true, force: true });
buildSync({
  ...common,
  entryPoints: [join(CLI, 'src/main.ts')],
  outdir: LIB,
  banner: { js: '#!/usr/bin/env node' },
  external: ['./commands/*'],
});
buildSync({
  ...common,
  entryPoints: ['check', 'explain', 'test'].map((command) => join(CLI, `src/commands/${command}.ts`)),
  outdir: join(LIB, 'commands'),
});

// The licence of what is bundled goes along, as it asks.
copyFileSync(join(ROOT, 'node_modules/yaml/LICENSE'), join(LIB, 'yaml.LICENSE'));
copyFileSync(join(ROOT, 'LICENSE'), join(CLI, 'LICENSE'));
