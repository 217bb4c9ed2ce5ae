import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Declared } from './declaration';
import { relativeTo } from './source-location';
import { type AssemblyFolder, MANIFEST, readAssemblyFolder } from './templates/cloud-assembly';
import { Reading } from './templates/reading';

/**
 * What the stacks of a cloud assembly declare, those of its Stages too.
 *
 * @param directory such as `cdk.out`
 * @throws TemplateError where it is no cloud assembly, or a file of it cannot be read
 */
export function declaredInAssembly(directory: string): Declared {
  const reading = new Reading(resolve(directory));
  const addFolder = (folder: string, name: string) => {
    const { stacks, stages } = readAssemblyFolder(folder, name);
    for (const artifact of stacks) reading.addStack(artifact.templateFile, artifact);
    for (const stage of stages) addFolder(stage, `${name}/${relativeTo(folder, stage)}`);
  };
  addFolder(resolve(directory), directory);
  return reading.declared();
}

/**
 * What templates declare. The account and region of a template are those that the manifest of a cloud assembly beside
 * it names, and not known without one. A nested stack's template is read with its parent's, and once.
 *
 * @throws TemplateError where a file is no template or cannot be read
 */
export function declaredInTemplates(paths: readonly string[]): Declared {
  const reading = new Reading(process.cwd());
  const folders = new Map<string, AssemblyFolder>();
  for (const file of new Set(paths.map((path) => resolve(path)))) {
    const folder = dirname(file);
    const { stacks } = folders.get(folder) ?? assemblyIn(folder);
    folders.set(folder, { stacks, stages: [] });
    const artifacts = stacks.filter(({ templateFile }) => templateFile === file);
    for (const artifact of artifacts) reading.addStack(file, artifact);
    if (!artifacts.length) reading.addStack(file);
  }
  return reading.declared();
}

function assemblyIn(folder: string): AssemblyFolder {
  return existsSync(join(folder, MANIFEST))
    ? readAssemblyFolder(folder, relativeTo(process.cwd(), folder))
    : { stacks: [], stages: [] };
}
