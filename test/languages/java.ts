import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../../python/run-child';
import { checkMavenArtefact } from './artefacts/java';
import { answers, show } from './commands';
import { EXAMPLES, synthesizeExample } from './example';
import type { Language } from './language';
import { mavenOptions } from './maven-options';
import { writePlannedApps } from './planned-apps';
import { junitCounts } from './reports';

const APP = join(__dirname, 'java');

export const java: Language = {
  name: 'Java',
  target: 'java',
  missing() {
    if (!answers('javac', '-version')) return 'a JDK is needed, and javac was not found';
    return answers('mvn', '--version') ? undefined : 'Maven is needed, and mvn was not found';
  },
  async run(tally, room) {
    await tally.check('what the Maven artefact is made of', () => checkMavenArtefact(room));
    const options = mavenOptions(room);
    const report = join(APP, 'target/surefire-reports/TEST-app.CasesTest.xml');
    rmSync(report, { force: true });
    await tally.suite(
      'mvn test',
      () => show('mvn', [...options, 'test'], { cwd: APP, env: { EXPECTED: room.expected } }),
      () => junitCounts(report),
    );
    await tally.check('mvn compile of what "plan" prints', async () => {
      const cwd = join(room.temporary, 'planned-java');
      const sources = join(cwd, 'src/main/java');
      const file = (number: number) => `planned${number}/Monitoring.java`;
      writePlannedApps('java', sources, file, (number) => `package planned${number};\n\n`);
      copyFileSync(join(APP, 'pom.xml'), join(cwd, 'pom.xml'));
      await runChild('mvn', [...options, '--quiet', 'compile'], { cwd });
    });
    await tally.check('examples/java', () =>
      synthesizeExample(room, (environment) =>
        runChild('mvn', [...options, '--quiet', 'compile', 'exec:java'], {
          cwd: join(EXAMPLES, 'java'),
          env: { ...process.env, ...environment },
        }),
      ),
    );
  },
};
