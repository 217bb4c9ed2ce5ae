import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describeScanner } from './python-scanner';

/** A program that its package puts beside Python. `--offline`: it asks nothing of GitHub. */
const START = `
import shutil, subprocess, sys, sysconfig
sys.exit(subprocess.call([shutil.which("zizmor", path=sysconfig.get_path("scripts")), *sys.argv[1:]]))
`;

const ZIZMOR = {
  name: 'zizmor',
  requirements: 'requirements-zizmor.txt',
  run: ['-c', START, '--offline', '--no-progress', '--quiet', '--format', 'json'],
};

describeScanner(ZIZMOR, (scan) => {
  test('finds nothing in the workflows', () => {
    expect(scan(resolve(__dirname, '../../.github'))).toEqual([]);
  });

  test('sees an action that a tag names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zizmor-'));
    try {
      const workflows = join(folder, '.github/workflows');
      mkdirSync(workflows, { recursive: true });
      const steps = '[{ uses: docker/login-action@v3 }]';
      const job = `{ runs-on: ubuntu-latest, permissions: {}, steps: ${steps} }`;
      writeFileSync(join(workflows, 'tag.yml'), `on: push\njobs:\n  one: ${job}\n`);
      expect(scan(folder)).toEqual([expect.objectContaining({ ident: 'unpinned-uses' })]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
