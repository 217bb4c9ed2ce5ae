import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPython } from '../../python/find-python';
import { virtualEnvironmentPython } from '../../python/virtual-environment';

/** Installing takes most of it, once. */
const INSTALL_WITHIN = 300_000;

export interface PythonScanner {
  readonly name: string;
  /** In this folder; pins the scanner and all that it needs. */
  readonly requirements: string;
  /** Python's own parameters, which run the scanner. */
  readonly run: readonly string[];
  /** Why it does not run here although there is a Python. */
  readonly skipped?: string;
}

/** Runs the scanner with the parameters and parses what it prints. */
export type Scan = (...parameters: string[]) => unknown;

/** A jest suite around a scanner from PyPI, skipped with one line that says why. */
export function describeScanner(scanner: PythonScanner, suite: (scan: Scan, version: string) => void): void {
  const python = findPython();
  const skipped = scanner.skipped ?? ('missing' in python ? python.missing : undefined);
  if (skipped) process.stderr.write(`skipped: ${scanner.name}: ${skipped}\n`);

  (skipped ? describe.skip : describe)(scanner.name, () => {
    jest.setTimeout(60_000);
    const requirements = join(__dirname, scanner.requirements);
    let executable: string;
    beforeAll(async () => {
      executable = await virtualEnvironmentPython(requirements);
    }, INSTALL_WITHIN);

    const scan: Scan = (...parameters) => {
      const { stdout, stderr } = spawnSync(executable, [...scanner.run, ...parameters], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      // A scanner that found something and one that broke both exit with an error: only the first prints JSON.
      try {
        return JSON.parse(stdout);
      } catch {
        throw new Error(`${scanner.name} did not print JSON: ${stdout}${stderr}`);
      }
    };
    suite(scan, pinnedVersion(scanner.name, requirements));
  });
}

function pinnedVersion(name: string, requirements: string): string {
  const pin = readFileSync(requirements, 'utf8').match(new RegExp(`^${name}==(\\S+)$`, 'm'));
  if (!pin) throw new Error(`${requirements} does not pin ${name}`);
  return pin[1];
}
