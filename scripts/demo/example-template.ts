import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CloudFormationTemplate } from '../../test/emulator/deploy';
import { runChild } from '../../test/python/run-child';

const EXAMPLE = resolve(__dirname, '../../examples/typescript');
const LIBRARY_FROM_SOURCE = join(__dirname, 'library-from-source.ts');

/** Runs the example app as the CDK CLI does, with this checkout as the library. */
export async function exampleTemplate(): Promise<CloudFormationTemplate> {
  const folder = mkdtempSync(join(tmpdir(), 'cdk.out-'));
  try {
    const load = ['-r', 'ts-node/register/transpile-only', '-r', LIBRARY_FROM_SOURCE];
    const env = {
      ...process.env,
      CDK_OUTDIR: folder,
      TS_NODE_PROJECT: resolve(EXAMPLE, '../../tsconfig.dev.json'),
    };
    await runChild(process.execPath, [...load, join(EXAMPLE, 'app.ts')], { cwd: EXAMPLE, env });
    return JSON.parse(readFileSync(join(folder, 'Security.template.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
