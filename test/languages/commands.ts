import { spawn, spawnSync } from 'node:child_process';

/** Runs a program whose output is shown as it comes. */
export function show(
  executable: string,
  parameters: string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, parameters, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const endToo = () => child.kill();
    process.once('exit', endToo);
    child.once('error', reject);
    child.once('close', (status) => {
      process.off('exit', endToo);
      status === 0 ? resolve() : reject(new Error(`${executable} ended with ${status}`));
    });
  });
}

/** Whether a program is on the path and answers. */
export function answers(executable: string, ...parameters: string[]): boolean {
  return spawnSync(executable, parameters).status === 0;
}
