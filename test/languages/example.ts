import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CloudFormationTemplate } from '../emulator/deploy';
import type { Room } from './language';

export const EXAMPLES = resolve(__dirname, '../../examples');

/** Runs an example as the CDK CLI does; its template has to be that of the default case, which is the same app. */
export async function exampleTemplate(
  room: Room,
  run: (environment: NodeJS.ProcessEnv) => Promise<unknown>,
): Promise<CloudFormationTemplate> {
  const outdir = mkdtempSync(join(room.temporary, 'cdk.out-'));
  await run({ CDK_OUTDIR: outdir });
  const template = JSON.parse(readFileSync(join(outdir, 'Security.template.json'), 'utf8'));
  const { cases } = JSON.parse(readFileSync(room.expected, 'utf8'));
  assert.deepEqual(template, cases.default.templates.Security);
  return template;
}
