import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cdk, type Language } from '../../cli/src/plan/outputs/cdk';
import { ALL } from '../cli/plan/stacks';

/**
 * Writes the apps that `plan --format cdk` prints, one of each kind of stack.
 *
 * @param fileOf the file of an app, by its number and from the folder
 * @param head what has to stand before its text
 * @returns the files
 */
export function writePlannedApps(
  language: Language,
  folder: string,
  fileOf: (number: number) => string,
  head: (number: number) => string = () => '',
): string[] {
  return ALL.map((parts, number) => {
    const file = join(folder, fileOf(number));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${head(number)}${cdk(parts, language)}`);
    return file;
  });
}
