import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface MeasuredProcess {
  readonly milliseconds: number;
  /** The most memory that it ever had. */
  readonly peakMiB: number;
  readonly stderr: string;
}

const TIME = '/usr/bin/time';

/** Why nothing can be measured here; undefined where it can. */
export function whyNotMeasured(): string | undefined {
  return existsSync(TIME) ? undefined : `GNU time is missing at ${TIME}`;
}

/** Runs a command from its start to its exit, which has to be with 0. */
export async function measuredProcess(
  command: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<MeasuredProcess> {
  const start = performance.now();
  const child = spawn(TIME, ['-f', 'peak %M', ...command], {
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
  return { milliseconds, peakMiB: peakIn(stderr), stderr };
}

/** What GNU time has written behind all else, in MiB. */
export function peakIn(stderr: string): number {
  return Number(/peak (\d+)\n$/.exec(stderr.slice(-30))?.[1]) / 1024;
}
