import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Declared } from '../../src/cloudformation/declaration';
import { declaredInAssembly } from '../../src/cloudformation/from-templates';
import type { Account } from '../../src/evidence/account';
import { declaredAccounts } from '../../src/evidence/declared-accounts';

/** A template by its sections; `Resources` alone where it has no other. */
export interface Template {
  readonly Resources: Readonly<Record<string, object>>;
  readonly [section: string]: unknown;
}

/** What templates declare, each that of a stack of account 111122223333 in eu-central-1 or of the environment beside it. */
export function declared(
  templates: Readonly<Record<string, Template>>,
  environment = 'aws://111122223333/eu-central-1',
): Declared {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  try {
    const artifacts = Object.keys(templates).map((name) => [
      name,
      {
        type: 'aws:cloudformation:stack',
        environment: name.startsWith('aws://') ? name.replace(/#.*/, '') : environment,
        properties: { templateFile: fileOf(name), stackName: fileOf(name).replace('.json', '') },
      },
    ]);
    writeFileSync(
      join(folder, 'manifest.json'),
      JSON.stringify({ version: '36.0.0', artifacts: Object.fromEntries(artifacts) }),
    );
    for (const [name, template] of Object.entries(templates)) {
      writeFileSync(join(folder, fileOf(name)), JSON.stringify(template));
    }
    return declaredInAssembly(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The account of one template. */
export function accountOf(template: Template): Account {
  return declaredAccounts(declared({ Security: template }))[0].account;
}

function fileOf(name: string): string {
  return `${name.replace(/\W+/g, '-')}.json`;
}
