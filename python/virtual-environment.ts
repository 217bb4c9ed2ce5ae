import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findPython } from './find-python';
import { runChild } from './run-child';

const CACHE = resolve(__dirname, '../node_modules/.cache/cdk-nacl-change-monitor');

/** What is told while packages are installed: that it begins, and each of them. */
export type Progress = 'begun' | 'package';

/** The Python of a virtual environment with exactly what the requirements file pins; made when it is missing. */
export async function virtualEnvironmentPython(
  requirements: string,
  onProgress: (progress: Progress) => void = () => {},
): Promise<string> {
  const python = findPython();
  if ('missing' in python) {
    throw new Error(python.missing);
  }
  const pins = createHash('sha256').update(readFileSync(requirements)).update(python.version).digest('hex');
  const folder = join(CACHE, `python-${pins.slice(0, 12)}`);
  if (!existsSync(folder)) {
    onProgress('begun');
    await make(folder, python.executable, requirements, () => onProgress('package'));
  }
  return pythonOf(folder);
}

/**
 * Made beside its place and then renamed: nobody ever sees a half of it, and of two processes that make it the first
 * one wins. What runs from it is `python -m ...`, which does not mind the rename as the scripts in `bin` would.
 */
async function make(
  folder: string,
  executable: string,
  requirements: string,
  onPackage: () => void,
): Promise<void> {
  removeWhatInterruptedRunsLeft();
  const partial = `${folder}.${process.pid}.partial`;
  const removeOnExit = () => rmSync(partial, { recursive: true, force: true });
  process.once('exit', removeOnExit);
  try {
    mkdirSync(CACHE, { recursive: true });
    await runChild(executable, ['-m', 'venv', partial]);
    // Not compiled beforehand, which takes as long as the rest: most of it is never imported.
    const install = [
      '-m',
      'pip',
      'install',
      '--progress-bar=off',
      '--disable-pip-version-check',
      '--no-deps',
      '--no-compile',
    ];
    await runChild(pythonOf(partial), [...install, '--requirement', requirements], {}, (line) => {
      if (line.startsWith('Collecting ')) onPackage();
    });
    renameSync(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) {
      throw error;
    }
  } finally {
    removeOnExit();
    process.off('exit', removeOnExit);
  }
}

function pythonOf(folder: string): string {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}

function removeWhatInterruptedRunsLeft(): void {
  for (const name of existsSync(CACHE) ? readdirSync(CACHE) : []) {
    const owner = /^python-.*\.(\d+)\.partial$/.exec(name)?.[1];
    if (owner && !isRunning(Number(owner))) {
      rmSync(join(CACHE, name), { recursive: true, force: true });
    }
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
