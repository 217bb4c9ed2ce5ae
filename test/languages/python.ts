import assert from 'node:assert/strict';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { DeployedStack } from '../../emulator/deploy';
import { Emulator } from '../../emulator/emulator';
import { auditLinks } from '../../emulator/links';
import { findPython } from '../../python/find-python';
import { runChild } from '../../python/run-child';
import { checkWheel } from './artefacts/python';
import { show } from './commands';
import { EXAMPLES, synthesizeExample } from './example';
import type { Language } from './language';
import { writePlannedApps } from './planned-apps';
import { APP, installWheel, pythonWithTools } from './python-environment';
import { junitCounts } from './reports';

const EXAMPLE = join(EXAMPLES, 'python', 'app.py');

export const python: Language = {
  name: 'Python',
  target: 'python',
  missing() {
    const found = findPython();
    return 'missing' in found ? found.missing : undefined;
  },
  async run(tally, room) {
    const executable = await pythonWithTools();
    const inEnvironment = (...parameters: string[]) =>
      runChild(executable, ['-m', ...parameters], { cwd: APP });

    await tally.check('what the wheel is made of', () => checkWheel(room, executable));
    await tally.check('pip installs the wheel and what it requires', () =>
      installWheel(executable, room.dist),
    );

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
    const planned = writePlannedApps(
      'python',
      join(room.temporary, 'planned-python'),
      (number) => `planned_${number}.py`,
    );
    await tally.check('mypy --strict, what "plan" prints too', () =>
      inEnvironment('mypy', '--strict', '--cache-dir', devNull, APP, EXAMPLE, ...planned),
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
