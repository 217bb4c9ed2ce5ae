import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const CACHE = resolve(__dirname, '../../node_modules/.cache/cdk-nacl-change-monitor');

/** The pinned packages need it. */
const OLDEST_MINOR = 11;

export type Python = { readonly executable: string; readonly version: string } | { readonly missing: string };

/** The Python to make virtual environments with; `PYTHON` names another one than `python3` or `python`. */
export function findPython(): Python {
  const candidates = process.env.PYTHON ? [process.env.PYTHON] : ['python3', 'python'];
  for (const executable of candidates) {
    // ensurepip is what Debian's python3 lacks until python3-venv is installed.
    const script = 'import sys, venv, ensurepip; print(*sys.version_info[:3], sep=".")';
    const { stdout, status } = spawnSync(executable, ['-c', script], { encoding: 'utf8' });
    const version = stdout?.trim() ?? '';
    const [major, minor] = version.split('.').map(Number);
    if (status === 0 && major === 3 && minor >= OLDEST_MINOR) return { executable, version };
  }
  return { missing: `no Python 3.${OLDEST_MINOR} or newer with the module venv: ${candidates.join(', ')}` };
}

/** The Python of a virtual environment with exactly what the requirements file pins; made when it is missing. */
export function pythonWith(requirements: string, python: Exclude<Python, { missing: string }>): string {
  const pins = createHash('sha256').update(readFileSync(requirements)).update(python.version).digest('hex');
  const folder = join(CACHE, `scanner-${pins.slice(0, 12)}`);
  if (!existsSync(folder)) make(folder, python.executable, requirements);
  return pythonOf(folder);
}

/**
 * Made beside its place and then renamed: nobody sees a half of it, and of two processes that make it the first one
 * wins. Run modules of it with its Python: the scripts in `bin` would not survive the rename.
 */
function make(folder: string, executable: string, requirements: string): void {
  const partial = `${folder}.${process.pid}.partial`;
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'];
  try {
    mkdirSync(CACHE, { recursive: true });
    execFileSync(executable, ['-m', 'venv', partial]);
    execFileSync(pythonOf(partial), [...install, '--requirement', requirements], { stdio: 'pipe' });
    renameSync(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function pythonOf(folder: string): string {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}
