import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'rosetta', 'projenrc/bundle.ts', 'README.md', 'package.json'];
const BUILT = ['.jsii', '.jsii.tabl.json'];

/** Whether the library and its snippets were compiled after the last change of what they are made of. */
export function isBuilt(repository: string): boolean {
  const built = BUILT.map((name) => join(repository, name));
  if (!built.every(existsSync)) return false;
  const newest = Math.max(...SOURCES.flatMap((name) => changes(join(repository, name))));
  return built.every((file) => statSync(file).mtimeMs > newest);
}

/** When a file, or a folder and everything in it, was changed; a folder is when something in it was removed. */
function changes(path: string): number[] {
  const { mtimeMs } = statSync(path);
  const below = statSync(path).isDirectory() ? readdirSync(path) : [];
  return [mtimeMs, ...below.flatMap((name) => changes(join(path, name)))];
}
