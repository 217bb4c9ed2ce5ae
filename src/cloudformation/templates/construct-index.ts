import { type MetadataEntry, sourceOf, traceOf } from '../source-location';

/** By the construct's path, which starts with a slash. */
export type ConstructMetadata = Readonly<Record<string, readonly MetadataEntry[]>>;

/** Where a resource was made. */
export interface ConstructOrigin {
  readonly path?: string;
  readonly source?: string;
}

/** A stack's own construct and, in it, those of its nested stacks: `Nested.NestedStack/Nested.NestedStackResource`. */
const NESTED_STACK_RESOURCE = /(^|\/)([^/]+)\.NestedStack\/\2\.NestedStackResource$/;

/**
 * Finds the construct of a logical id. A stack and its nested stacks have one metadata file and may use the same
 * logical id, so that it is found by both the id and the nested stack's construct.
 */
export class ConstructIndex {
  private entries?: ReadonlyMap<string, ConstructOrigin>;

  /** @param read called when something is looked for, and once */
  constructor(private readonly read: () => ConstructMetadata) {}

  /** @param nestedStack the path of its construct; undefined for the stack itself */
  public find(logicalId: string, nestedStack: string | undefined): ConstructOrigin | undefined {
    this.entries ??= indexed(this.read());
    return this.entries.get(key(logicalId, nestedStack));
  }
}

/** The path of the construct whose resources a nested stack holds. */
export function nestedStackConstruct(resourcePath: string | undefined): string | undefined {
  return resourcePath && NESTED_STACK_RESOURCE.test(resourcePath)
    ? resourcePath.replace(NESTED_STACK_RESOURCE, '$1$2')
    : undefined;
}

function indexed(metadata: ConstructMetadata): Map<string, ConstructOrigin> {
  const paths = Object.keys(metadata);
  const nestedStacks = new Set(paths.flatMap((path) => nestedStackConstruct(path) ?? []));
  const entries = new Map<string, ConstructOrigin>();
  for (const path of paths) {
    const logicalId = metadata[path].find(({ type }) => type === 'aws:cdk:logicalId');
    if (typeof logicalId?.data !== 'string') continue;
    entries.set(key(logicalId.data, nestedStackAround(path, nestedStacks)?.slice(1)), {
      path: path.slice(1),
      source: sourceOf(traceOf(metadata[path])),
    });
  }
  return entries;
}

function nestedStackAround(path: string, nestedStacks: ReadonlySet<string>): string | undefined {
  if (!nestedStacks.size) return undefined;
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (nestedStacks.has(path.slice(0, end))) return path.slice(0, end);
  }
  return undefined;
}

function key(logicalId: string, nestedStack: string | undefined): string {
  return `${nestedStack ?? ''}\n${logicalId}`;
}
