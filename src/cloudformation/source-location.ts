import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What CDK records of a construct. */
export interface MetadataEntry {
  readonly type: string;
  readonly data?: unknown;
  readonly trace?: readonly string[];
}

/** Where a resource was made, as CDK recorded it: beside its logical id or in an entry of its own. */
export function traceOf(metadata: readonly MetadataEntry[]): readonly string[] | undefined {
  const trace = metadata.find(({ type }) => type === 'aws:cdk:logicalId')?.trace;
  if (trace?.length) return trace;
  const creation = metadata.find(({ type }) => type === 'aws:cdk:creationStack')?.data;
  return Array.isArray(creation) ? creation : undefined;
}

/** Packages, Node itself, and what runs an app of another language. */
const NOT_THE_APP = /[\\/](node_modules|site-packages|dist-packages|jsii-kernel[^\\/]*)[\\/]|^node:/;

/**
 * Where in the app something was made: `file:line` of the first frame that is the app's own, relative to the current
 * folder where it stands below it.
 *
 * @param trace as CDK records it, such as `new Network (/app/lib/network.ts:12:5)`
 */
export function sourceOf(trace: readonly string[] | undefined): string | undefined {
  for (const frame of trace ?? []) {
    const location = /^(?:.*\()?(.+?):(\d+)(?::\d+)?\)?$/.exec(frame.trim().replace(/^at /, ''));
    if (location && !NOT_THE_APP.test(location[1])) {
      const file = location[1].startsWith('file:') ? fileURLToPath(location[1]) : location[1];
      return `${relativeTo(process.cwd(), file)}:${location[2]}`;
    }
  }
  return undefined;
}

/** The file's path from the folder, with slashes; a file that is not below it keeps its path. */
export function relativeTo(folder: string, file: string): string {
  const path = relative(folder, file);
  const isBelow = path !== '' && path.split(sep)[0] !== '..' && !isAbsolute(path);
  return isBelow ? path.split(sep).join('/') : file;
}
