import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConstructIndex, type ConstructMetadata } from './construct-index';
import { parseJson } from './json';
import { TemplateError } from './template-error';
import { isSection, readText, type Section } from './template-file';

/** A stack of a cloud assembly, as its manifest describes it. */
export interface StackArtifact {
  /** Its path. */
  readonly templateFile: string;
  readonly constructPath?: string;
  readonly stackName: string;
  readonly account?: string;
  readonly region?: string;
  readonly constructs: ConstructIndex;
  /** The file that is uploaded under a name: that of a nested stack's template. */
  asset(objectName: string): string | undefined;
}

/**
 * The stacks of one folder of a cloud assembly, and the folders of its Stages.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/deploy-synth.html
 */
export interface AssemblyFolder {
  readonly stacks: readonly StackArtifact[];
  readonly stages: readonly string[];
}

export const MANIFEST = 'manifest.json';

/** @param name how messages name the folder */
export function readAssemblyFolder(folder: string, name: string): AssemblyFolder {
  const path = join(folder, MANIFEST);
  if (!existsSync(folder)) throw new TemplateError(name, 'no such folder');
  if (!existsSync(path)) throw new TemplateError(name, `not a cloud assembly: it has no ${MANIFEST}`);
  const manifest = parseJson(readText(path, `${name}/${MANIFEST}`), `${name}/${MANIFEST}`);
  if (!isSection(manifest) || !isSection(manifest.artifacts ?? {})) {
    throw new TemplateError(`${name}/${MANIFEST}`, 'not the manifest of a cloud assembly');
  }
  const artifacts: [string, Section][] = Object.entries(manifest.artifacts ?? {});
  const ofType = (type: string) => artifacts.filter(([, artifact]) => artifact?.type === type);

  const assets = once(() => readAssets(folder, name, ofType('cdk:asset-manifest')));
  return {
    stacks: ofType('aws:cloudformation:stack').map(([id, artifact]) => ({
      ...environmentOf(artifact),
      templateFile: join(folder, propertyOf(artifact, 'templateFile', id, name)),
      constructPath: artifact.displayName,
      stackName: artifact.properties.stackName ?? id,
      constructs: new ConstructIndex(() => readMetadata(folder, name, artifact)),
      asset: (objectName) => assets().get(objectName),
    })),
    stages: ofType('cdk:cloud-assembly').map(([id, artifact]) =>
      join(folder, propertyOf(artifact, 'directoryName', id, name)),
    ),
  };
}

/** `aws://111111111111/us-east-1`; what is not known before deployment is `unknown-account`, `unknown-region`. */
function environmentOf(artifact: Section): { account?: string; region?: string } {
  const [, account, region] = /^aws:\/\/([^/]*)\/([^/]*)$/.exec(artifact.environment) ?? [];
  return {
    ...(/^\d{12}$/.test(account) && { account }),
    ...(region && region !== 'unknown-region' && { region }),
  };
}

/**
 * What CDK recorded of the constructs: in a file of its own, in the manifest itself by older versions. It only says where
 * things are, so that a folder without that file is evidence too.
 */
function readMetadata(folder: string, name: string, artifact: Section): ConstructMetadata {
  const file = artifact.additionalMetadataFile;
  if (typeof file !== 'string' || !existsSync(join(folder, file))) return artifact.metadata ?? {};
  const content = parseJson(readText(join(folder, file), `${name}/${file}`), `${name}/${file}`);
  return { ...artifact.metadata, ...(content as ConstructMetadata) };
}

function readAssets(folder: string, name: string, manifests: [string, Section][]): Map<string, string> {
  const assets = new Map<string, string>();
  for (const [id, artifact] of manifests) {
    const file = propertyOf(artifact, 'file', id, name);
    const content = parseJson(readText(join(folder, file), `${name}/${file}`), `${name}/${file}`) as Section;
    for (const asset of Object.values<Section>(content.files ?? {})) {
      for (const { objectKey } of Object.values<Section>(asset.destinations ?? {})) {
        if (asset.source?.path)
          assets.set(String(objectKey).replace(/^.*\//, ''), join(folder, asset.source.path));
      }
    }
  }
  return assets;
}

function propertyOf(artifact: Section, property: string, id: string, name: string): string {
  const value = artifact.properties?.[property];
  if (typeof value === 'string') return value;
  throw new TemplateError(`${name}/${MANIFEST}`, `"${id}" has no "${property}"`);
}

function once<T>(work: () => T): () => T {
  let done: { result: T } | undefined;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}
