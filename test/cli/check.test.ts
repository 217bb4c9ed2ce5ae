import { readFileSync } from 'node:fs';
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
    /^PASS: every account has a sound chain that reports network ACL changes\.\n\nPASS {4}account 111122223333: Security\n/,
  );
});

test('an account without a chain is 1, stands first, and says what mends it', async () => {
  const { status, stdout } = await run(['check', synthesize('444455556666')]);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^FAIL: an account has no sound chain that reports network ACL changes\.\n/);
  const starts = stdout.split('\n').filter((line) => /^(FAIL {4}|Fix|PASS {4})/.test(line));
  expect(starts.map((each) => each.slice(0, 30))).toEqual([
    'FAIL    account 444455556666: ',
    'Fix: add new NaclChangeMonitor',
    'PASS    account 111122223333: ',
  ]);
  expect(stdout.replace(/\s+/g, ' ')).toContain('link 1 of 8, trail-all-regions: there is no trail.');
  expect(stdout.split('\n').filter((line) => line.length > 80 && line.includes(' '))).toEqual([]);
});

test('as JSON', async () => {
  const { stdout } = await run(['check', '--format', 'json', synthesize('444455556666')]);
  expect(JSON.parse(stdout)).toEqual({
    outcome: 'FAIL',
    accounts: [
      {
        account: '444455556666',
        outcome: 'FAIL',
        stacks: ['Workload'],
        check: 'trail-all-regions',
        link: 1,
        reason: expect.any(String),
        remedy: expect.any(String),
        unreadParts: [],
      },
      { account: '111122223333', outcome: 'PASS', stacks: ['Security'], unreadParts: [] },
    ],
  });
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
  for (const { stdout } of runs) expect(stdout).toMatch(/^PASS {4}account 111122223333:/m);
  expect(runs[2].stdout).toContain('PASS    account 111122223333: -\n');
});

test('an account that is not known is said to be so', async () => {
  const { stdout } = await run(['check', folder.write('a.json', EMPTY)]);
  expect(stdout).toContain('\nFAIL    the account, which is not known before deployment:');
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
