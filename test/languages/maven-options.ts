import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Room } from './language';

type Folders = Pick<Room, 'dist' | 'temporary'>;

/** Not the user's: what is built here has the version 0.0.0 and is nobody's release. */
const LOCAL_REPOSITORY = resolve(__dirname, '../../node_modules/.cache/cdk-nacl-change-monitor/maven');

/** With these Maven finds what was built, and forgets what a former run found under the same version. */
export function mavenOptions(folders: Folders): string[] {
  rmSync(join(LOCAL_REPOSITORY, 'io/github/cdknaclchangemonitor'), { recursive: true, force: true });
  return [
    ...['--batch-mode', '--no-transfer-progress', '--global-settings', settings(folders)],
    ...[`-Dmaven.repo.local=${LOCAL_REPOSITORY}`, '-Dstyle.color=never'],
  ];
}

/** Adds what was built to the places where Maven looks, and leaves the user's own settings in force. */
function settings({ dist, temporary }: Folders): string {
  const file = join(temporary, 'settings.xml');
  const url = pathToFileURL(join(dist, 'java'));
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
