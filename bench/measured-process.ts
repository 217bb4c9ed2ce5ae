import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface MeasuredProcess {
  readonly milliseconds: number;
  /** The most memory that it ever had; not a number where GNU time is missing. */
  readonly peakMiB: number;
  readonly stderr: string;
}

const TIME = '/usr/bin/time';

/** Runs a command from its start to its exit, which has to be with 0. */
export async function measuredProcess(
  command: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<MeasuredProcess> {
  const all = existsSync(TIME) ? [TIME, '-f', 'peak %M', ...command] : command;
  const start = performance.now();
  const child = spawn(all[0], all.slice(1), {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}:\n${stderr.slice(-2000)}`);
  return { milliseconds, peakMiB: Number(/^peak (\d+)$/m.exec(stderr)?.[1]) / 1024, stderr };
}
