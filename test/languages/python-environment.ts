import { join } from 'node:path';
import { runChild } from '../../python/run-child';
import { virtualEnvironmentPython } from '../../python/virtual-environment';
import { onlyFile } from './artefacts/files';

export const APP = join(__dirname, 'python');

/** The Python of an environment that has what tests the app. */
export function pythonWithTools(): Promise<string> {
  return virtualEnvironmentPython(join(APP, 'requirements-tools.txt'));
}

/** Gives it the wheel that was built, and what the wheel requires. */
export async function installWheel(python: string, dist: string): Promise<void> {
  const pip = (...parameters: string[]) =>
    runChild(python, ['-m', 'pip', '--disable-pip-version-check', ...parameters], { cwd: APP });
  const wheel = onlyFile(join(dist, 'python'), '.whl');
  // Or pip would keep the one of a former run, which has the same version.
  await pip('uninstall', '--quiet', '--yes', 'cdk-nacl-change-monitor');
  // To compile all of aws-cdk-lib would take five times as long as the rest.
  await pip('install', '--quiet', '--no-compile', '--requirement', 'requirements.txt', wheel);
}
