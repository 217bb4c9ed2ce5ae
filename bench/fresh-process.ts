import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import type { Reported } from './child/job';

/** Below node_modules, where git does not look and the children find aws-cdk-lib. */
const compiled = join(__dirname, '..', 'node_modules', '.cache', 'nacl-change-monitor-bench');

/** Compiles this folder once: ts-node in each child would add its own time and 100 MiB. */
export function compileChildren() {
  for (const folder of ['.', 'child']) {
    mkdirSync(join(compiled, folder), { recursive: true });
    for (const file of readdirSync(join(__dirname, folder)).filter((name) => name.endsWith('.ts'))) {
      const { outputText } = transpileModule(readFileSync(join(__dirname, folder, file), 'utf8'), {
        compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true },
      });
      writeFileSync(join(compiled, folder, file.replace(/\.ts$/, '.js')), outputText);
    }
  }
}

/** The compiled form of `child/<name>.ts`. */
export function childFile(name: string): string {
  return join(compiled, 'child', `${name}.js`);
}

/** Makes one file of a room of the sources: in the package it is a part of the judgement. */
export function bundleRoom(name: string): string {
  const outfile = join(compiled, `${name}.js`);
  const entryPoints = [join(__dirname, '..', 'src', name, 'index.ts')];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', target: 'node20' });
  return outfile;
}

/** Runs `child/<name>.ts` in a process of its own, and returns what it reports. */
export async function inFreshProcess<Job, Result extends object>(
  name: string,
  job: Job,
): Promise<Reported<Result>> {
  const child = fork(childFile(name), [JSON.stringify(job)], {
    execArgv: [],
    // CDK's own validation, from 2.262 on, takes seconds and is not the subject.
    env: { ...process.env, CDK_VALIDATION: 'false' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let reported: Reported<Result> | undefined;
  let errors = '';
  child.on('message', (message) => {
    reported = message as Reported<Result>;
  });
  child.stderr?.on('data', (chunk) => {
    errors = (errors + chunk).slice(-2000);
  });
  const [status] = await once(child, 'close');
  if (status !== 0 || reported === undefined) {
    throw new Error(`${name} ${JSON.stringify(job)} ended with ${status}:\n${errors}`);
  }
  return reported;
}
