import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Room } from '../language';

/** The files below a folder, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();
}

/** The only file in a folder whose name ends so. */
export function onlyFile(folder: string, end: string): string {
  const found = filesIn(folder).filter((file) => file.endsWith(end));
  assert.equal(found.length, 1, `one file *${end} in ${folder}, but there are: ${found.join(', ')}`);
  return join(folder, found[0]);
}

export function npmTarball(room: Room): string {
  return onlyFile(join(room.dist, 'js'), '.tgz');
}

/** What runs in the end is the npm package, so it has to be the one that npm's users get. */
export function assertCarriesNpmPackage(room: Room, folder: string): void {
  const carried = readFileSync(onlyFile(folder, '.tgz'));
  assert.ok(carried.equals(readFileSync(npmTarball(room))), `${folder} carries another npm package`);
}

/** Every file is of a kind that belongs there: no test, no source, no file of the repository. */
export function assertOnly(kinds: readonly RegExp[], files: readonly string[]): void {
  const others = files.filter((file) => !kinds.some((kind) => kind.test(file)));
  assert.deepEqual(others, [], 'files that do not belong into the artefact');
}

/** Every line or fragment stands in a file of metadata. */
export function assertStates(file: string, statements: readonly string[]): void {
  const text = readFileSync(file, 'utf8');
  const missing = statements.filter((statement) => !text.includes(statement));
  assert.deepEqual(missing, [], `what ${file} does not state`);
}
