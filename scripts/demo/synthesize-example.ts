import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import type { CloudFormationTemplate } from '../../emulator/deploy';
import { bundleNotice } from '../../projenrc/bundle-notice';
import { runChild } from '../../python/run-child';

const EXAMPLE = resolve(__dirname, '../../examples/typescript');
/** The one part of the library that the source needs built. */
const NOTICE = resolve(__dirname, '../../lib/notice/notice.lambda.js');
const LIBRARY_FROM_SOURCE = join(__dirname, 'library-from-source.ts');

/** What the Aspect says of a stack. */
export interface Flag {
  readonly stack: string;
  readonly text: string;
}

export interface SynthesizedExample {
  /** Of the stack that has the monitor. */
  readonly template: CloudFormationTemplate;
  readonly flagged: readonly Flag[];
}

/** Runs the example app as the CDK CLI does, with this checkout as the library. */
export async function synthesizeExample(): Promise<SynthesizedExample> {
  if (!existsSync(NOTICE)) bundleNotice(NOTICE);
  const folder = mkdtempSync(join(tmpdir(), 'cdk.out-'));
  try {
    const load = ['-r', 'ts-node/register/transpile-only', '-r', LIBRARY_FROM_SOURCE];
    const env = {
      ...process.env,
      CDK_OUTDIR: folder,
      TS_NODE_PROJECT: resolve(EXAMPLE, '../../tsconfig.dev.json'),
    };
    await runChild(process.execPath, [...load, join(EXAMPLE, 'app.ts')], { cwd: EXAMPLE, env });
    const assembly = new CloudAssembly(folder);
    const monitored = assembly.getStackByName('Security');
    const others = assembly.stacks.filter((stack) => stack !== monitored);
    return {
      template: JSON.parse(readFileSync(monitored.templateFullPath, 'utf8')),
      flagged: others.flatMap(({ stackName, messages }) =>
        messages.map(({ entry }) => ({ stack: stackName, text: `${entry.data}` })),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
