import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runChild } from '../python/run-child';
import { checkMavenArtefact } from './artefacts/java';
import { answers, show } from './commands';
import { EXAMPLES, synthesizeExample } from './example';
import type { Language, Room } from './language';
import { junitCounts } from './reports';

const APP = join(__dirname, 'java');
/** Not the user's: what is built here has the version 0.0.0 and is nobody's release. */
const LOCAL_REPOSITORY = resolve(__dirname, '../../node_modules/.cache/cdk-nacl-change-monitor/maven');

export const java: Language = {
  name: 'Java',
  target: 'java',
  missing() {
    if (!answers('javac', '-version')) return 'a JDK is needed, and javac was not found';
    return answers('mvn', '--version') ? undefined : 'Maven is needed, and mvn was not found';
  },
  async run(tally, room) {
    await tally.check('what the Maven artefact is made of', () => checkMavenArtefact(room));
    rmSync(join(LOCAL_REPOSITORY, 'io/github/cdknaclchangemonitor'), { recursive: true, force: true });
    const options = [
      ...['--batch-mode', '--no-transfer-progress', '--global-settings', settings(room)],
      ...[`-Dmaven.repo.local=${LOCAL_REPOSITORY}`, '-Dstyle.color=never'],
    ];
    const report = join(APP, 'target/surefire-reports/TEST-app.CasesTest.xml');
    rmSync(report, { force: true });
    await tally.suite(
      'mvn test',
      () => show('mvn', [...options, 'test'], { cwd: APP, env: { EXPECTED: room.expected } }),
      () => junitCounts(report),
    );
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

/** Adds what was built to the places where Maven looks, and leaves the user's own settings in force. */
function settings(room: Room): string {
  const file = join(room.temporary, 'settings.xml');
  const url = pathToFileURL(join(room.dist, 'java'));
  writeFileSync(
    file,
    `<settings>
  <profiles>
    <profile>
      <id>built</id>
      <repositories><repository><id>built</id><url>${url}</url></repository></repositories>
    </profile>
  </profiles>
  <activeProfiles><activeProfile>built</activeProfile></activeProfiles>
</settings>
`,
  );
  return file;
}
