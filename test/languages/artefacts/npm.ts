import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../../../python/run-child';
import type { Room } from '../language';
import { assertOnly, filesIn, npmTarball } from './files';

/** The package is inside each language's, and is unpacked at the first start after an installation. */
const MOST_KIB = 200;
const MOST_KIB_UNPACKED = 1024;

const KINDS = [
  /^lib\/.*\.(js|d\.ts)$/,
  /^(API\.md|LICENSE|README\.md|package\.json)$/,
  /^\.jsii$/,
  /^\.jsii\.tabl\.json$/, // the snippets in the other languages, for Construct Hub
];

export async function checkNpmPackage(room: Room): Promise<void> {
  const tarball = npmTarball(room);
  const unpacked = join(room.temporary, 'npm');
  mkdirSync(unpacked);
  await runChild('tar', ['-xzf', tarball, '-C', unpacked]);
  const folder = join(unpacked, 'package');

  assertOnly(KINDS, filesIn(folder));
  const size = Math.ceil(statSync(tarball).size / 1024);
  assert.ok(size <= MOST_KIB, `the package has ${size} KiB, more than ${MOST_KIB}`);
  const bytes = filesIn(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  assert.ok(
    bytes <= MOST_KIB_UNPACKED * 1024,
    `the package has ${Math.ceil(bytes / 1024)} KiB unpacked, more than ${MOST_KIB_UNPACKED}`,
  );

  // jsii ends the summary at a semicolon, too: half a sentence in Python, Java and Go.
  const summaries = readFileSync(join(folder, '.jsii'), 'utf8').match(/"summary": "[^"]*;"/g) ?? [];
  assert.deepEqual(summaries, [], 'summaries that are half a sentence');

  const { name, version, license, stability, keywords, repository, engines, peerDependencies } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  assert.deepEqual(
    { name, version, license, stability, keywords, repository, engines, peerDependencies },
    {
      name: 'cdk-nacl-change-monitor',
      version: '0.0.0',
      license: 'Apache-2.0',
      stability: 'experimental',
      keywords: [
        'aspects',
        'aws-cdk',
        'cdk',
        'cis-benchmark',
        'cloudtrail',
        'cloudwatch',
        'cloudwatch-alarm',
        'compliance',
        'metric-filter',
        'monitoring',
        'nacl',
        'network-acl',
        'policy-validation',
        'security',
        'security-hub',
        'vpc',
      ],
      repository: {
        type: 'git',
        url: 'https://github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor.git',
      },
      engines: { node: '>= 20.0.0' },
      // Construct Hub reads the major version of the CDK here.
      peerDependencies: { 'aws-cdk-lib': '^2.261.0', constructs: '^10.5.1' },
    },
  );
}
