import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../test/languages/artefacts/files';
import { fixed, table } from '../table';
import { DIST } from './package';

/** What is published: its folder in dist, and how its file's name ends; all files of the folder where it is no archive. */
const ARTEFACTS: readonly { name: string; target: string; end: string }[] = [
  { name: 'npm package', target: 'js', end: '.tgz' },
  { name: 'Python wheel', target: 'python', end: '.whl' },
  { name: 'Python source distribution', target: 'python', end: '.tar.gz' },
  { name: 'Java jar', target: 'java', end: '0.0.0.jar' },
  { name: 'Java sources', target: 'java', end: '-sources.jar' },
  { name: 'Java documentation', target: 'java', end: '-javadoc.jar' },
  { name: 'Go module, all files', target: 'go', end: '' },
  { name: '.NET project, all files', target: 'dotnet', end: '' },
];

export function sizes(): string {
  const built = ARTEFACTS.filter(({ target }) => existsSync(join(DIST, target)));
  return table(
    ['artefact', 'KiB'],
    built.map((artefact) => [artefact.name, fixed(kibibytes(artefact), 0)]),
  );
}

function kibibytes({ target, end }: (typeof ARTEFACTS)[number]): number {
  const folder = join(DIST, target);
  const bytes = filesIn(folder)
    .filter((file) => file.endsWith(end))
    .map((file) => statSync(join(folder, file)).size);
  return bytes.reduce((sum, one) => sum + one, 0) / 1024;
}
