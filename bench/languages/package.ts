import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../../python/run-child';
import { LANGUAGES } from '../../test/languages/languages';
import { progress } from '../part';

const REPOSITORY = join(__dirname, '../..');
export const DIST = join(REPOSITORY, 'dist');

/** Packages what is compiled, for every language whose tools are here. */
export async function packageAll(): Promise<void> {
  for (const { name, target } of LANGUAGES.filter((language) => !language.missing())) {
    progress(`languages: package for ${name}`);
    rmSync(join(DIST, target), { recursive: true, force: true });
    await runChild('npx', ['projen', `package:${target}`], { cwd: REPOSITORY });
  }
}
