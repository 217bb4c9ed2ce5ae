import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';

/** What an app comes out as. */
export interface Synthesized {
  /** By the stack's name. */
  readonly templates: Record<string, any>;
  /** `<path> WARNING <text>`, sorted. */
  readonly messages: string[];
  /** What a plug-in reported; null where there is none. */
  readonly report: unknown;
}

/** Reads the folder that an app was synthesized into. */
export function readAssembly(outdir: string): Synthesized {
  const { stacks } = new CloudAssembly(outdir);
  const messages = stacks.flatMap((stack) =>
    stack.messages.map(({ id, level, entry }) => `${id} ${level.toUpperCase()} ${entry.data}`),
  );
  const report = join(outdir, 'validation-report.json');
  return {
    templates: Object.fromEntries(stacks.map((stack) => [stack.stackName, readJson(stack.templateFullPath)])),
    messages: messages.sort(),
    report: existsSync(report) ? readJson(report) : null,
  };
}

/** Without lines of the app, which differ between languages as its files do. */
function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'), (key, value) => (key === 'stackTraces' ? undefined : value));
}
