import { dirname, join, resolve } from 'node:path';
import type { Declaration } from '../declaration';
import type { StackArtifact } from './cloud-assembly';
import { isSection, type Section } from './template-file';

/**
 * The path of a nested stack's template, where it is a file beside its parent's: the CDK CLI has apps record it, without
 * it the asset that is uploaded tells; `aws cloudformation package` takes a path in the place of the address.
 *
 * @param parentFile the path of the parent's template
 */
export function nestedTemplateFile(
  { properties }: Declaration,
  resource: Section,
  parentFile: string,
  artifact: StackArtifact | undefined,
): string | undefined {
  const folder = dirname(parentFile);
  const recorded = isSection(resource.Metadata) ? resource.Metadata['aws:asset:path'] : undefined;
  if (typeof recorded === 'string') return join(folder, recorded);
  const address = properties.TemplateURL;
  const objectName = /[0-9a-f]{64}\.\w+/.exec(JSON.stringify(address) ?? '')?.[0];
  const asset = objectName && artifact?.asset(objectName);
  if (asset) return asset;
  const isPath = typeof address === 'string' && !/^\w+:\/\//.test(address);
  return isPath ? resolve(folder, address) : undefined;
}
