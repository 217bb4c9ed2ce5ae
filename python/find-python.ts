import { spawnSync } from 'node:child_process';

/** The pinned packages of the emulator and the scanners need it. */
const OLDEST = [3, 11];

export type Python = { readonly executable: string; readonly version: string } | { readonly missing: string };

/** The Python to make virtual environments with; `PYTHON` names another one than `python3` or `python`. */
export function findPython(environment: NodeJS.ProcessEnv = process.env): Python {
  const candidates = environment.PYTHON ? [environment.PYTHON] : ['python3', 'python'];
  let missing = '';
  for (const executable of candidates) {
    // ensurepip is what Debian's python3 lacks until python3-venv is installed.
    const script = 'import sys, venv, ensurepip; print(*sys.version_info[:3], sep=".")';
    const { stdout, status } = spawnSync(executable, ['-c', script], { encoding: 'utf8' });
    const version = stdout?.trim() ?? '';
    const [major, minor] = version.split('.').map(Number);
    if (status === 0 && (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]))) {
      return { executable, version };
    }
    const found =
      status === 0 ? `${executable} is ${version}` : `${executable} with the module venv was not found`;
    missing ||= `Python ${OLDEST.join('.')} or newer is needed, and ${found}`;
  }
  return { missing };
}
