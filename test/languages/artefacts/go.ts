import { join } from 'node:path';
import type { Room } from '../language';
import { assertCarriesNpmPackage, assertOnly, assertStates, filesIn } from './files';

/** The module, as it is pushed to its repository. */
export async function checkGoModule(room: Room): Promise<void> {
  const folder = join(room.dist, 'go/cdknaclchangemonitor');
  assertOnly(
    [
      /^(internal\/|jsii\/)?\w+(?<!_test)\.go$/,
      /^jsii\/cdk-nacl-change-monitor-0\.0\.0\.tgz$/,
      /^(LICENSE|README\.md|go\.mod|version)$/,
    ],
    filesIn(folder),
  );
  assertCarriesNpmPackage(room, folder);
  assertStates(join(folder, 'version'), ['0.0.0']);
  assertStates(join(folder, 'LICENSE'), ['Apache License']);
  assertStates(join(folder, 'go.mod'), [
    'module github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor-go/cdknaclchangemonitor\n',
    'github.com/aws/aws-cdk-go/awscdk/v2 v2.261.0\n',
    'github.com/aws/constructs-go/constructs/v10 v10.5.1\n',
  ]);
}
