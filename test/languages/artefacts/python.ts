import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../../../python/run-child';
import type { Room } from '../language';
import { assertCarriesNpmPackage, assertStates, filesIn } from './files';

/** The wheel, and beside it the source distribution. */
export async function checkWheel(room: Room, python: string): Promise<void> {
  const dist = join(room.dist, 'python');
  const wheel = 'cdk_nacl_change_monitor-0.0.0-py3-none-any.whl';
  assert.deepEqual(filesIn(dist), [wheel, 'cdk_nacl_change_monitor-0.0.0.tar.gz']);

  const folder = join(room.temporary, 'wheel');
  await runChild(python, ['-m', 'zipfile', '-e', join(dist, wheel), folder]);
  assert.deepEqual(filesIn(folder), [
    'cdk_nacl_change_monitor-0.0.0.dist-info/LICENSE',
    'cdk_nacl_change_monitor-0.0.0.dist-info/METADATA',
    'cdk_nacl_change_monitor-0.0.0.dist-info/RECORD',
    'cdk_nacl_change_monitor-0.0.0.dist-info/WHEEL',
    'cdk_nacl_change_monitor-0.0.0.dist-info/top_level.txt',
    'cdk_nacl_change_monitor/__init__.py',
    'cdk_nacl_change_monitor/_jsii/__init__.py',
    'cdk_nacl_change_monitor/_jsii/cdk-nacl-change-monitor@0.0.0.jsii.tgz',
    'cdk_nacl_change_monitor/py.typed',
  ]);
  assertCarriesNpmPackage(room, folder);
  const module = readFileSync(join(folder, 'cdk_nacl_change_monitor/__init__.py'), 'utf8');
  assertTranslated(module);
  assertRead(module);
  assertStates(join(folder, 'cdk_nacl_change_monitor-0.0.0.dist-info/METADATA'), [
    '\nName: cdk-nacl-change-monitor\n',
    '\nVersion: 0.0.0\n',
    '\nLicense: Apache-2.0\n',
    '\nProject-URL: Source, https://github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor.git\n',
    '\nClassifier: Framework :: AWS CDK\n',
    '\nClassifier: Framework :: AWS CDK :: 2\n',
    '\nClassifier: Topic :: Security\n',
    '\nClassifier: Typing :: Typed\n',
    '\nClassifier: Development Status :: 4 - Beta\n', // what jsii makes of "experimental"
    '\nRequires-Dist: aws-cdk-lib <3.0.0,>=2.261.0\n',
    '\nRequires-Dist: constructs <11.0.0,>=10.5.1\n',
  ]);
}

/** The examples are Python: without rosetta they would be the TypeScript of the docstrings. */
function assertTranslated(module: string): void {
  assert.match(module, /^ +NaclChangeMonitor\(self, "NaclChanges",$/m);
  assert.deepEqual(module.match(/new \w+\(this, |^ *declare const .*/gm) ?? [], [], 'examples in TypeScript');
}

/** Each module of the CDK that the library's types name is one that mypy reads: others are Any to it. */
function assertRead(module: string): void {
  const configuration = readFileSync(join(__dirname, '../python/mypy.ini'), 'utf8');
  const read = /^\[mypy-(aws_cdk,.*)\]$/m.exec(configuration)?.[1].split(',') ?? [];
  const named = [...module.matchAll(/^ +import (aws_cdk[\w.]*) as /gm)].map(([, name]) => name);
  assert.ok(named.includes('aws_cdk.aws_logs'), 'the imports of the library were not found');
  assert.deepEqual(
    named.filter((name) => !read.includes(name)),
    [],
    'modules of the CDK that mypy.ini leaves out',
  );
}
