import { readdirSync, readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { stringify } from 'yaml';
import { NaclChangeMonitor } from '../../src';
import { TemporaryFolder } from '../cloudformation/templates/temporary-folder';
import { run } from './terminal';

const folder = new TemporaryFolder();
const ENV = { account: '111122223333', region: 'eu-west-1' };
const EMPTY = { Resources: { Bell: { Type: 'AWS::SNS::Topic' } } };

/** A sound chain in one account, and in another nothing where it is asked for. */
function synthesize(other?: string): string {
  const app = new App({ outdir: folder.path('cdk.out'), analyticsReporting: false });
  const stack = new Stack(app, 'Security', { env: ENV });
  new NaclChangeMonitor(stack, 'NaclChanges', {
    subscriptions: [new SqsSubscription(new Queue(stack, 'Alarms'))],
  });
  if (other) new Stack(app, 'Workload', { env: { ...ENV, account: other } });
  app.synth();
  return folder.path('cdk.out');
}

test('a cloud assembly with a sound chain is 0', async () => {
  const { status, stdout, stderr } = await run(['check', synthesize()]);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^PASS: account 111122223333 has a sound chain that reports network ACL changes\.\n[\s\S]*\nRead: Security\n/,
  );
});

test('an account without a chain is 1, stands first, and says what mends it', async () => {
  const { status, stdout } = await run(['check', synthesize('444455556666')]);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^FAIL: 1 of 2 accounts has no sound chain that reports network ACL changes\.\n/);
  const starts = stdout.split('\n').filter((line) => /^(FAIL {4}| +Fix|PASS {4})/.test(line));
  expect(starts.map((each) => each.trim().slice(0, 32))).toEqual([
    'FAIL     444455556666: link 1 of',
    'PASS     111122223333: sound',
    'FAIL     account 444455556666: W',
    'Fix: add new NaclChangeMonitor(t',
    'PASS     account 111122223333: S',
  ]);
  expect(stdout).toContain('  X 1 All regions        BROKEN\n      trail-all-regions: there is no trail.\n');
  expect(stdout.split('\n').filter((line) => line.length > 80 && line.includes(' '))).toEqual([]);
});

test('as JSON', async () => {
  const { stdout } = await run(['check', '--format', 'json', synthesize('444455556666')]);
  const { outcome, command, version, time, accounts } = JSON.parse(stdout);
  expect([outcome, command, version]).toEqual(['FAIL', 'check', '0.0.0']);
  expect(new Date(time).toISOString()).toBe(time);
  expect(accounts).toMatchObject([
    {
      account: '444455556666',
      outcome: 'FAIL',
      places: ['Workload'],
      check: 'trail-all-regions',
      link: 1,
      reason: 'there is no trail',
      remedy: expect.stringMatching(/^add new NaclChangeMonitor/),
      unreadParts: [],
    },
    { account: '111122223333', outcome: 'PASS', places: ['Security'], unreadParts: [] },
  ]);
});

test('several reports at once: one printed, and a file each', async () => {
  const [json, text] = [folder.path('report.json'), folder.path('for-people')];
  const path = folder.write('a.json', EMPTY);
  const run1 = await run(['check', '-o', json, '--output', `text=${text}`, '--format', 'json', path]);
  expect([run1.status, run1.stderr]).toEqual([1, '']);
  expect(JSON.parse(run1.stdout).outcome).toBe('FAIL');
  expect(JSON.parse(readFileSync(json, 'utf8')).outcome).toBe('FAIL');
  expect(readFileSync(text, 'utf8')).toMatch(/^FAIL: /);
  expect((await run(['check', '--quiet', '-o', json, path])).stdout).toBe('');
});

test('files are whole or as they were', async () => {
  const file = folder.write('report.txt', 'of yesterday');
  for (const args of [
    [folder.path('none.json')],
    ['-o', folder.path('none/a.json'), folder.write('a.json', EMPTY)],
  ]) {
    const { status, stdout } = await run(['check', '-o', file, ...args]);
    expect([status, stdout]).toEqual([2, '']);
  }
  expect(readFileSync(file, 'utf8')).toBe('of yesterday');
  expect(readdirSync(folder.path()).sort()).toEqual(['a.json', 'report.txt']);
});

test.each([
  [
    ['-o', 'report'],
    'the ending of report tells no format: name it, as in text=report, or take one of .txt, .json',
  ],
  [['-o', 'json='], '"json=" names no file: give one, as in json=FILE.\n'],
  [['-o', 'a.json', '-o', 'text=./a.json'], './a.json is named twice: give each report a file of its own.\n'],
  [['--covered', '123=x'], '"123" is no account: give the twelve digits, as in ACCOUNT=REASON.\n'],
  [['--covered', '111122223333'], 'say who monitors account 111122223333: 111122223333=REASON.\n'],
  [['--covered', '111122223333= '], 'say who monitors account 111122223333: 111122223333=REASON.\n'],
  [['--covered-file', 'none'], 'none: it cannot be read (ENOENT).\n'],
])('%j is told in a sentence, before anything is read', async (args, message) => {
  const { status, stdout, stderr } = await run(['check', ...args, folder.path('none.json')]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`nacl-change-monitor: ${message}`);
});

test('a covered account is listed with its reason, and counts neither as sound nor as broken', async () => {
  const path = synthesize('444455556666');
  const { status, stdout, stderr } = await run(['check', '--covered', '444455556666=SIEM of Ops', path]);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^PASS: all accounts have a sound chain [^.]*, or are\s+covered by something else\.\n/,
  );
  expect(stdout).toContain('\nCOVERED  444455556666: covered: SIEM of Ops\nPASS     111122223333: sound\n');
  const covered = folder.write(
    'covered.txt',
    '# from the audit\n444455556666 = SIEM\n\n111122223333=of Ops\n',
  );
  const all = await run(['check', '--covered-file', covered, path]);
  expect(all.status).toBe(0);
  expect(all.stdout).toMatch(/^COVERED: all accounts are covered by something else\.\n/);
});

test('what accepts an account is said as the option that does', async () => {
  const template = {
    Resources: {
      Trail: { Type: 'AWS::CloudTrail::Trail', Properties: { IsMultiRegionTrail: true, IsLogging: true } },
    },
  };
  const { stdout } = await run(['check', folder.write('a.json', template)]);
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'or accept the account with a reason: --covered ACCOUNT=REASON.',
  );
});

test('an account that is covered and not met is told', async () => {
  const { status, stderr } = await run([
    'check',
    '--covered',
    '444455556665=SIEM',
    synthesize('444455556666'),
  ]);
  expect(status).toBe(1);
  expect(stderr).toBe(
    'nacl-change-monitor: account 444455556665 is covered, and nothing was asked about it: check its digits, or leave it out.\n',
  );
});

test('a template in JSON, in YAML and on standard input is the same', async () => {
  const json = readFileSync(`${synthesize()}/Security.template.json`, 'utf8');
  const yaml = stringify(JSON.parse(json));
  const args = ['--account', '111122223333', '--region', 'eu-west-1'];
  const runs = [
    await run(['check', ...args, folder.write('alone/trail.template', json)]),
    await run(['check', ...args, folder.write('alone/trail.yaml', yaml)]),
    await run(['check', ...args, '-'], { stdin: json }),
    await run(['check', ...args, '-'], { stdin: yaml }),
  ];
  expect(runs.map(({ status, stderr }) => [status, stderr])).toEqual(runs.map(() => [0, '']));
  for (const { stdout } of runs) expect(stdout).toMatch(/^PASS: account 111122223333 has/);
  expect(runs[2].stdout).toContain('\nRead: -\n');
});

test('an account that is not known is said to be so', async () => {
  const { stdout } = await run(['check', folder.write('a.json', EMPTY)]);
  expect(stdout.replace(/\s+/g, ' ')).toMatch(
    /^FAIL: the account, which is not known before deployment, has no sound chain/,
  );
});

test('what is only not known is 3', async () => {
  const macro = { Transform: 'Company-Macro', ...EMPTY };
  const { status, stdout } = await run(['check', folder.write('a.json', macro)]);
  expect(status).toBe(3);
  expect(stdout).toMatch(/^UNKNOWN: /);
  expect((await run(['check', '--exit-zero', folder.path('a.json')])).status).toBe(0);
});

test.each([
  ['none.json', undefined, 'no such file'],
  ['a.json', '{', /^a\.json:1: not JSON: /],
  ['a.yaml', 'Resources: [', /^a\.yaml:1: not YAML: /],
  ['a.json', '{}', 'not a CloudFormation template: it has no "Resources"'],
  ['.', undefined, 'not a cloud assembly: it has no manifest.json'],
])('%s with %j cannot be read, which is 2', async (name, content, reason) => {
  const path = content === undefined ? folder.path(name) : folder.write(name, content);
  const { status, stdout, stderr } = await run(['check', path]);
  expect([status, stdout]).toEqual([2, '']);
  const message = stderr.replace('nacl-change-monitor: ', '').replace(folder.path('/'), '');
  if (typeof reason === 'string') expect(message).toContain(`: ${reason}.\n`);
  else expect(message).toMatch(reason);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('a sound template does not make up for one that cannot be read', async () => {
  const { status, stdout } = await run(['check', synthesize(), folder.path('none.json')]);
  expect([status, stdout]).toEqual([2, '']);
});
