import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { declaredInTemplates } from '../../src/cloudformation/from-templates';
import { judgeApp } from '../../src/policy-validation/judge-app';
import type { Outcome } from './oracle/oracle';
import type { Rendered } from './render/render';

/** What the library says of templates. The only file here that knows the code under test. */
export function judged({ files, stacks }: Rendered): Outcome | `throws ${string}` {
  const directory = mkdtempSync(join(tmpdir(), 'differential-'));
  try {
    for (const [name, template] of Object.entries(files)) {
      writeFileSync(join(directory, name), JSON.stringify(template));
    }
    if (stacks.every(({ environment }) => environment)) {
      writeFileSync(join(directory, 'manifest.json'), manifest(stacks));
    }
    const accounts = judgeApp(declaredInTemplates(stacks.map(({ file }) => join(directory, file))), {});
    return worst(accounts.map(({ result }) => result.outcome));
  } catch (error) {
    return `throws ${error}`;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Several stacks of unknown account may be judged one by one. */
function worst(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('FAIL')) return 'FAIL';
  return outcomes.includes('UNKNOWN') ? 'UNKNOWN' : 'PASS';
}

/** The manifest of a cloud assembly, as far as it says where its stacks go. */
function manifest(stacks: Rendered['stacks']): string {
  const artifacts = stacks.map(({ file: templateFile, environment }) => {
    const stackName = templateFile.split('.')[0];
    return [
      stackName,
      { type: 'aws:cloudformation:stack', environment, properties: { templateFile, stackName } },
    ];
  });
  return JSON.stringify({ version: '48.0.0', artifacts: Object.fromEntries(artifacts) });
}
