import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Declared } from './declaration';
import { relativeTo } from './source-location';
import { type AssemblyFolder, MANIFEST, readAssemblyFolder } from './templates/cloud-assembly';
import { Reading, type ReadingOptions } from './templates/reading';

/** How templates are read. */
export type TemplateOptions = ReadingOptions;

/**
 * What the stacks of a cloud assembly declare, those of its Stages too.
 *
 * @param directory such as `cdk.out`
 * @throws TemplateError where it is no cloud assembly, or a file of it cannot be read
 */
export function declaredInAssembly(directory: string, options: TemplateOptions = {}): Declared {
  const reading = new Reading(resolve(directory), options);
  addAssembly(reading, directory);
  return reading.declared();
}

/**
 * What templates declare. The account and region of a template are those that the manifest of a cloud assembly beside
 * it names, or else the given ones. A nested stack's template is read with its parent's, and once.
 *
 * @throws TemplateError where a file is no template or cannot be read
 */
export function declaredInTemplates(paths: readonly string[], options: TemplateOptions = {}): Declared {
  const reading = new Reading(process.cwd(), options);
  addTemplates(
    reading,
    paths.map((path) => resolve(path)),
  );
  return reading.declared();
}

/**
 * What cloud assemblies (folders) and templates (files) declare, all of them together; what is named twice counts once.
 *
 * @throws TemplateError where a folder is no cloud assembly, a file is no template, or one of them cannot be read
 */
export function declaredInPaths(paths: readonly string[], options: TemplateOptions = {}): Declared {
  const reading = new Reading(process.cwd(), options);
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const absolute = [...new Set(paths.map((path) => resolve(path)))];
  const inAssemblies = new Set<string>();
  for (const folder of absolute.filter(isFolder)) {
    const added = addAssembly(reading, relativeTo(process.cwd(), folder));
    for (const file of added) inAssemblies.add(file);
  }
  addTemplates(
    reading,
    absolute.filter((path) => !isFolder(path) && !inAssemblies.has(path)),
  );
  return reading.declared();
}

/**
 * @param directory as messages name it
 * @returns the files of the templates
 */
function addAssembly(reading: Reading, directory: string): string[] {
  const addFolder = (folder: string, name: string): string[] => {
    const { stacks, stages } = readAssemblyFolder(folder, name);
    for (const artifact of stacks) reading.addStack(artifact.templateFile, artifact);
    const inStages = stages.flatMap((stage) => addFolder(stage, `${name}/${relativeTo(folder, stage)}`));
    return [...stacks.map(({ templateFile }) => templateFile), ...inStages];
  };
  return addFolder(resolve(directory), directory);
}

function addTemplates(reading: Reading, paths: readonly string[]): void {
  const folders = new Map<string, AssemblyFolder>();
  for (const file of new Set(paths)) {
    const folder = dirname(file);
    const { stacks } = folders.get(folder) ?? assemblyIn(folder);
    folders.set(folder, { stacks, stages: [] });
    const artifacts = stacks.filter(({ templateFile }) => templateFile === file);
    for (const artifact of artifacts) reading.addStack(file, artifact);
    if (!artifacts.length) reading.addStack(file);
  }
}

function assemblyIn(folder: string): AssemblyFolder {
  return existsSync(join(folder, MANIFEST))
    ? readAssemblyFolder(folder, relativeTo(process.cwd(), folder))
    : { stacks: [], stages: [] };
}
