import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../../python/run-child';
import { npmTarball } from './artefacts/files';
import { checkNpmPackage } from './artefacts/npm';
import { show } from './commands';
import { EXAMPLES, synthesizeExample } from './example';
import type { Language } from './language';
import { writePlannedApps } from './planned-apps';
import { junitCounts } from './reports';

/** In a folder of its own outside the repository: nothing that its package.json does not name can be found there. */
export const typescript: Language = {
  name: 'TypeScript',
  target: 'js',
  missing: () => undefined,
  async run(tally, room) {
    const cwd = join(room.temporary, 'typescript');
    cpSync(join(__dirname, 'typescript'), cwd, { recursive: true });
    copyFileSync(join(EXAMPLES, 'typescript', 'app.ts'), join(cwd, 'app.ts'));

    await tally.check('what the npm package is made of', () => checkNpmPackage(room));
    await tally.check('npm installs the tarball', async () => {
      const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline'];
      await runChild('npm', ['install', ...quiet, npmTarball(room)], { cwd });
    });
    writePlannedApps('typescript', cwd, (number) => `planned-${number}.ts`);
    await tally.check('tsc --strict, what "plan" prints too', () => runChild('npx', ['tsc'], { cwd }));

    const report = join(room.reports, 'typescript.xml');
    const reporters = [
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=junit', `--test-reporter-destination=${report}`],
    ];
    const env = { EXPECTED: room.expected, TMPDIR: room.temporary };
    await tally.suite(
      'node --test',
      () => show(process.execPath, ['--test', ...reporters, 'built/check.js'], { cwd, env }),
      () => junitCounts(report),
    );
    await tally.check('examples/typescript', () =>
      synthesizeExample(room, (environment) =>
        runChild(process.execPath, ['built/app.js'], { cwd, env: { ...process.env, ...environment } }),
      ),
    );
  },
};
