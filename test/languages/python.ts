import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { DeployedStack } from '../emulator/deploy';
import { Emulator } from '../emulator/emulator';
import { auditLinks } from '../emulator/links';
import { findPython } from '../python/find-python';
import { runChild } from '../python/run-child';
import { virtualEnvironmentPython } from '../python/virtual-environment';
import { onlyFile } from './artefacts/files';
import { checkWheel } from './artefacts/python';
import { show } from './commands';
import { EXAMPLES, synthesizeExample } from './example';
import type { Language } from './language';
import { junitCounts } from './reports';

const APP = join(__dirname, 'python');
const EXAMPLE = join(EXAMPLES, 'python', 'app.py');

export const python: Language = {
  name: 'Python',
  target: 'python',
  missing() {
    const found = findPython();
    return 'missing' in found ? found.missing : undefined;
  },
  async run(tally, room) {
    const executable = await virtualEnvironmentPython(join(APP, 'requirements-tools.txt'));
    const inEnvironment = (...parameters: string[]) =>
      runChild(executable, ['-m', ...parameters], { cwd: APP });

    await tally.check('what the wheel is made of', () => checkWheel(room, executable));
    await tally.check('pip installs the wheel and what it requires', async () => {
      const wheel = onlyFile(join(room.dist, 'python'), '.whl');
      const pip = (...parameters: string[]) =>
        inEnvironment('pip', '--disable-pip-version-check', ...parameters);
      // Or pip would keep the one of a former run, which has the same version.
      await pip('uninstall', '--quiet', '--yes', 'cdk-nacl-change-monitor');
      await pip('install', '--quiet', '--requirement', 'requirements.txt', wheel);
    });

    const report = join(room.reports, 'python.xml');
    const env = { EXPECTED: room.expected, PYTHONDONTWRITEBYTECODE: '1' };
    const options = [
      '-p',
      'no:cacheprovider',
      `--basetemp=${join(room.temporary, 'pytest')}`,
      `--junitxml=${report}`,
    ];
    await tally.suite(
      'pytest',
      () => show(executable, ['-m', 'pytest', '-v', ...options], { cwd: APP, env }),
      () => junitCounts(report),
    );
    // Beside the environment, so that it lives as long: most of it is what mypy read of aws_cdk.
    const cache = join(dirname(dirname(executable)), '.mypy_cache');
    await tally.check('mypy --strict', () =>
      inEnvironment('mypy', '--strict', '--cache-dir', cache, APP, EXAMPLE),
    );

    await tally.check('examples/python, deployed to the emulator: all eight links hold', async () => {
      const { templates } = await synthesizeExample(room, (environment) =>
        runChild(executable, [EXAMPLE], { env: { ...process.env, ...environment } }),
      );
      const emulator = await Emulator.start();
      try {
        await new DeployedStack(emulator.aws, 'Security').create(templates.Security);
        const broken = (await auditLinks(emulator.aws)).filter((link) => link.state !== 'holds');
        assert.deepEqual(broken, []);
      } finally {
        await emulator.stop();
      }
    });
  },
};
