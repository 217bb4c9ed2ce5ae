import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Room } from './language';
import { readAssembly, type Synthesized } from './typescript/read-assembly';

export const EXAMPLES = resolve(__dirname, '../../examples');

/** Runs an example as the CDK CLI does. Its stacks and warnings are those of the case that has a third account beside. */
export async function synthesizeExample(
  room: Room,
  run: (environment: NodeJS.ProcessEnv) => Promise<unknown>,
): Promise<Synthesized> {
  const outdir = mkdtempSync(join(room.temporary, 'cdk.out-'));
  await run({ CDK_OUTDIR: outdir });
  const synthesized = readAssembly(outdir);
  const { cases } = JSON.parse(readFileSync(room.expected, 'utf8'));
  const { templates, messages, report } = cases['require-monitor'];
  const { Security, Workload } = templates;
  assert.deepEqual(synthesized, { templates: { Security, Workload }, messages, report });
  return synthesized;
}
