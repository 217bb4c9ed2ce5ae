import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';

/** What a case comes out as. */
export interface Synthesized {
  /** By the stack's name. */
  readonly templates: Record<string, unknown>;
  /** `<path> WARNING <text>`, sorted. */
  readonly messages: string[];
}

export function synthesize(build: (app: App) => void): Synthesized {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'cdk.out-')) });
  build(app);
  const { stacks } = app.synth();
  const messages = stacks.flatMap((stack) =>
    stack.messages.map(({ id, level, entry }) => `${id} ${level.toUpperCase()} ${entry.data}`),
  );
  return {
    templates: Object.fromEntries(
      stacks.map((stack) => [stack.stackName, JSON.parse(readFileSync(stack.templateFullPath, 'utf8'))]),
    ),
    messages: messages.sort(),
  };
}
