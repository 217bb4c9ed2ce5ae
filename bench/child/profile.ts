/** A CPU profile, as far as it is read. @see https://chromedevtools.github.io/devtools-protocol/tot/Profiler/ */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  /** In microseconds. */
  readonly timeDeltas?: readonly number[];
}

/** The time in functions of a folder's files and in all that they call. */
export function millisecondsBelow({ nodes, samples = [], timeDeltas = [] }: Profile, folder: string): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const below = new Set<number>();
  const mark = (id: number) => {
    if (below.has(id)) return;
    below.add(id);
    for (const child of byId.get(id)?.children ?? []) mark(child);
  };
  for (const { id, callFrame } of nodes) if (callFrame.url.includes(folder)) mark(id);
  const microseconds = samples.reduce((sum, id, i) => sum + (below.has(id) ? timeDeltas[i] : 0), 0);
  return microseconds / 1000;
}
