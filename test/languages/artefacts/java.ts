import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../../../python/run-child';
import type { Room } from '../language';
import { assertCarriesNpmPackage, assertOnly, assertStates, filesIn } from './files';

const NAME = 'cdk-nacl-change-monitor-0.0.0';

/** What Maven Central demands beside the jar: sources, javadoc, and a pom that says who, where and under which license. */
export async function checkMavenArtefact(room: Room): Promise<void> {
  const dist = join(room.dist, 'java/io/github/cdknaclchangemonitor/cdk-nacl-change-monitor/0.0.0');
  assert.deepEqual(
    filesIn(dist).filter((file) => !/\.(md5|sha1)$/.test(file)),
    [`${NAME}-javadoc.jar`, `${NAME}-sources.jar`, `${NAME}.jar`, `${NAME}.pom`],
  );

  const folder = join(room.temporary, 'jar');
  mkdirSync(folder);
  await runChild('jar', ['xf', join(dist, `${NAME}.jar`)], { cwd: folder });
  assertOnly(
    [
      /^META-INF\//,
      /^io\/github\/cdknaclchangemonitor\/[\w$-]+\.class$/,
      /^io\/github\/cdknaclchangemonitor\/\$Module\.txt$/,
      /^io\/github\/cdknaclchangemonitor\/cdk-nacl-change-monitor@0\.0\.0\.jsii\.tgz$/,
    ],
    filesIn(folder),
  );
  assertCarriesNpmPackage(room, folder);
  assertStates(join(dist, `${NAME}.pom`), [
    '<groupId>io.github.cdknaclchangemonitor</groupId>',
    '<artifactId>cdk-nacl-change-monitor</artifactId>',
    '<version>0.0.0</version>',
    '<description>AWS CDK construct that monitors network ACL changes',
    '<url>https://github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor.git</url>',
    '<name>Apache License 2.0</name>',
    '<email>cdk-nacl-change-monitor@users.noreply.github.com</email>',
    '<connection>scm:git:https://github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor.git</connection>',
  ]);
}
