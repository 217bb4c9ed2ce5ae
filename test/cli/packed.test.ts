import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TemporaryFolder } from '../cloudformation/templates/temporary-folder';

const ROOT = resolve(__dirname, '../..');
const folder = new TemporaryFolder();

/** Packs the command line, installs it where nothing else is, and runs it from there as npx would. */
test('what is packed runs from an empty folder, without network and dependencies', () => {
  const tsNode = [
    join(ROOT, 'node_modules/ts-node/dist/bin.js'),
    '--transpile-only',
    '-P',
    'tsconfig.dev.json',
  ];
  const pack = [...tsNode, join(ROOT, 'projenrc/pack-cli.ts'), folder.path()];
  const [packed] = JSON.parse(execFileSync(process.execPath, pack, { cwd: ROOT, encoding: 'utf8' }));
  const npm = (...args: string[]) => execFileSync('npm', args, { cwd: folder.path(), encoding: 'utf8' });
  expect(packed.size).toBeLessThan(400 * 1024);
  const files: string[] = packed.files.map(({ path }: { path: string }) => path).sort();
  expect(files.filter((path) => !/^lib\/shared\/[A-Z0-9]+\.mjs$/.test(path))).toEqual([
    'LICENSE',
    'README.md',
    'lib/THIRD-PARTY-LICENSES.txt',
    'lib/commands/audit.mjs',
    'lib/commands/changes.mjs',
    'lib/commands/check.mjs',
    'lib/commands/completion.mjs',
    'lib/commands/drill.mjs',
    'lib/commands/explain.mjs',
    'lib/commands/plan.mjs',
    'lib/commands/test.mjs',
    'lib/main.mjs',
    'package.json',
  ]);

  folder.write('package.json', { private: true });
  npm('install', `./${packed.filename}`, '--offline', '--no-audit', '--no-fund');
  expect(readdirSync(folder.path('node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'nacl-change-monitor',
  ]);

  const command = folder.path('node_modules/.bin/nacl-change-monitor');
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder.path(), encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  expect(run('--version')).toEqual({ status: 0, stdout: '0.0.0\n', stderr: '' });
  expect(run('explain', '{ $.eventName = *NetworkAcl* }')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^BROADER: /),
  });
  folder.write('records.json', { Records: [{ eventName: 'CreateNetworkAcl' }, { eventName: 'x' }] });
  expect(run('test', '{ $.eventName = *NetworkAcl }', 'records.json')).toEqual({
    status: 0,
    stdout: 'MATCH: 1 of 2 records.\n',
    stderr: '',
  });
  folder.write(
    'trail.yaml',
    'Resources:\n  Bell:\n    Type: AWS::SNS::Topic\n    Properties: { DisplayName: !Ref AWS::Region }\n',
  );
  expect(run('check', 'trail.yaml')).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^FAIL: [\s\S]*\nRead: trail\.yaml\n/),
    stderr: '',
  });
  folder.write('audit.json', JSON.parse(readFileSync(join(__dirname, 'fixtures/audit.json'), 'utf8')));
  expect(run('plan', '--from', 'audit.json')).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^PLAN: 3 steps to a sound chain in account 111122223333\.\n/),
    stderr: '',
  });
  expect(run('check', 'none.yaml')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'nacl-change-monitor: none.yaml: no such file.\n',
  });
}, 60_000);

test('the package has no dependencies', () => {
  const { dependencies, peerDependencies, bin } = JSON.parse(
    readFileSync(join(ROOT, 'cli/package.json'), 'utf8'),
  );
  expect([dependencies, peerDependencies]).toEqual([undefined, undefined]);
  expect(bin).toEqual({ 'nacl-change-monitor': 'lib/main.mjs' });
});
