import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * Makes one file of the modules that a judgement is made of, and deletes what is left without use in `lib/`: their own
 * files, and declarations that the package does not export.
 */

const LIB = resolve(__dirname, '../lib');
const JUDGEMENT = join(LIB, 'policy-validation/judgement.js');

buildSync({
  entryPoints: [JUDGEMENT],
  outfile: JUDGEMENT,
  allowOverwrite: true,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // What is loaded beside it: the CDK, and what the thin classes of the package share with it.
  external: ['aws-cdk-lib', 'constructs', './visits', './chain-requirements'],
  logLevel: 'warning',
});

const kept = new Set([
  ...reachable(join(LIB, 'index.js'), '.js'),
  ...reachable(JUDGEMENT, '.js'),
  ...reachable(join(LIB, 'index.d.ts'), '.d.ts'),
]);
for (const file of filesIn(LIB)) if (!kept.has(file)) rmSync(file);
removeEmptyFolders(LIB);

/** A file and all that it imports of its own package. */
function reachable(file: string, suffix: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(
    /(?:from|require\(|import\()\s*["'](\.[^"']*)["']/g,
  )) {
    const path = join(dirname(file), name);
    for (const imported of [`${path}${suffix}`, join(path, `index${suffix}`)]) {
      if (existsSync(imported)) reachable(imported, suffix, found);
    }
  }
  return found;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) continue;
    removeEmptyFolders(path);
    if (readdirSync(path).length === 0) rmSync(path, { recursive: true });
  }
}
