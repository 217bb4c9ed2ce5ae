import { readFileSync } from 'node:fs';
import { TemporaryFolder } from '../cloudformation/templates/temporary-folder';
import { run } from './terminal';

const folder = new TemporaryFolder();
const SIX = '{ $.eventName = *NetworkAcl* }';

test.each([['--help'], ['-h'], ['help']])(
  '%s names the commands and what the exit status means',
  async (option) => {
    const { status, stdout, stderr } = await run([option]);
    expect([status, stderr]).toEqual([0, '']);
    expect([...stdout.matchAll(/^ {2}nacl-change-monitor (\w+)/gm)].map(([, name]) => name)).toEqual([
      'audit',
      'changes',
      'explain',
      'test',
      'check',
    ]);
    expect(stdout).toContain('Exit status: 0 sound, 1 not, 2 wrong usage');
  },
);

test.each([['audit'], ['check'], ['explain'], ['test']])(
  '%s --help has examples and fits into 80 columns',
  async (command) => {
    for (const args of [[command, '--help'], ['--help']]) {
      const { status, stdout } = await run(args);
      expect(status).toBe(0);
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
    const { stdout } = await run([command, '-h']);
    expect(stdout).toMatch(new RegExp(`^Examples:\n  nacl-change-monitor ${command}\\b`, 'm'));
  },
);

test('--version is that of the package', async () => {
  expect((await run(['--version'])).stdout).toBe('0.0.0\n');
});

test.each([
  [[], 'nacl-change-monitor: would a change of a network ACL reach somebody?'],
  [
    ['explian'],
    'nacl-change-monitor: there is no command "explian": take one of audit, changes, check, explain, test.\n',
  ],
  [['constructor'], 'nacl-change-monitor: there is no command "constructor"'],
  [['explain'], 'nacl-change-monitor: nothing is given: see "nacl-change-monitor explain --help".\n'],
  [
    ['explain', '--colour', 'x'],
    'nacl-change-monitor: there is no option --colour, and what begins with "-" and is none has to come after "--": see "nacl-change-monitor explain --help".\n',
  ],
  [['explain', 'x', '--output'], 'argument missing: see "nacl-change-monitor explain --help".\n'],
  [
    ['explain', '--format', 'xml', 'x'],
    'nacl-change-monitor: there is no format "xml": take one of text, json.\n',
  ],
  [['check', '--account', '12', 'x'], 'nacl-change-monitor: "12" is no account: give the twelve digits.\n'],
  [['check', '--region', 'Ireland', 'x'], '"Ireland" is no region: give one such as eu-west-1.\n'],
  [['test', 'x'], 'nacl-change-monitor: no file is given: name one after the pattern.\n'],
])('%j is told in a sentence and exits with 2', async (args, message) => {
  const { status, stdout, stderr } = await run(args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('--output writes the result into a file, without colours', async () => {
  const file = folder.path('result.txt');
  expect(await run(['explain', SIX, '--output', file], { isColoured: true })).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  });
  expect(readFileSync(file, 'utf8')).toMatch(/^BROADER: /);
  const { status, stderr } = await run(['explain', SIX, '-o', folder.path('none/result.txt')]);
  expect(status).toBe(2);
  expect(stderr).toContain(
    'none/result.txt cannot be written (ENOENT): name a file in a folder that is there.\n',
  );
});

test('--quiet leaves the exit status, and the errors', async () => {
  expect(await run(['explain', '-q', '{ $.eventName = x }'])).toEqual({ status: 1, stdout: '', stderr: '' });
  expect((await run(['check', '--quiet', folder.path('none')])).stderr).toContain('no such file');
});

test('--exit-zero is for verdicts, not for what could not be read', async () => {
  expect((await run(['explain', '--exit-zero', '{ $.eventName = x }'])).status).toBe(0);
  expect((await run(['check', '--exit-zero', folder.path('none')])).status).toBe(2);
});

test('colour is for a terminal alone', async () => {
  const { stdout } = await run(['explain', SIX], { isColoured: true });
  expect(stdout.startsWith('\u001B[32mBROADER\u001B[0m: ')).toBe(true);
  expect((await run(['explain', SIX])).stdout).toMatch(/^BROADER: /);
});

test('what a terminal would obey is not passed on from a file or a name', async () => {
  const codes = '\u001B]0;owned\u0007';
  const template = {
    Resources: {
      [`Trail${codes}`]: { Type: 'AWS::CloudTrail::Trail', Properties: { IsMultiRegionTrail: true } },
    },
  };
  const runs = [
    await run(['check', folder.write('a.json', template)]),
    await run(['check', folder.path(`none${codes}`)]),
    await run(['explain', `{ $.eventName = "${codes}" && $.x = "${codes}" && `]),
    await run([`${codes}`]),
    await run(['explain', `--${codes}`]),
    await run(['test', 'x', folder.path(`none${codes}`)]),
  ];
  expect(runs.map(({ status }) => status)).toEqual([1, 2, 1, 2, 2, 2]);
  for (const { stdout, stderr } of runs) expect(`${stdout}${stderr}`.includes('\u001B')).toBe(false);
  expect(runs[0].stdout).toContain('owned');
});
