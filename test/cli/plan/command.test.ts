import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../terminal';
import { alarmBut, but, SOUND, TOPIC, TRAIL } from './sound-account';

const FIXTURE = join(__dirname, '../fixtures/audit.json');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: unknown): string {
  const file = join(folder, 'audit.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const keyPolicy = (values: object) => but('keys', { policy: { ...SOUND.keys[0].policy, ...values } });
const accounts = (...all: object[]) => ({
  accounts: all.map((evidence) => ({ places: ['us-east-1'], evidence })),
});

test('a sound account: nothing to do', async () => {
  expect(await run(['plan', '--from', fileOf(accounts(SOUND))])).toEqual({
    status: 0,
    stdout: 'NOTHING TO DO: account 111122223333 has a sound chain.\n\nNothing is changed by this plan.\n',
    stderr: '',
  });
});

test('something is to be done: the status says so, unless it must not', async () => {
  expect((await run(['plan', '--from', FIXTURE])).status).toBe(1);
  expect((await run(['plan', '--from', FIXTURE, '--exit-zero'])).status).toBe(0);
});

test('what could not be read is not known', async () => {
  const unreadParts = [
    { origin: { path: 'the trails' }, reason: 'cloudtrail:DescribeTrails is not allowed' },
  ];
  const file = fileOf(accounts({ id: '111122223333', unreadParts }));
  const { status, stdout } = await run(['plan', '--from', file]);
  expect(status).toBe(3);
  expect(stdout).toBe(
    'NOT KNOWN: what is missing in account 111122223333 could not be read.\n\nNot known: the trails could not be read: cloudtrail:DescribeTrails is not\nallowed.\n\nNothing is changed by this plan.\n',
  );
});

test('what no command mends leaves the chain broken, and the first line says so', async () => {
  const full = {
    ReadWriteType: 'WriteOnly',
    IncludeManagementEvents: true,
    DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
  };
  const data = but('trails', {
    isLogging: false,
    eventSelectors: [
      { includeManagementEvents: true, readWriteType: 'WriteOnly', excludeManagementEventSources: [] },
    ],
    givenSelectors: { EventSelectors: [full, full, full, full, full] },
  });
  const { status, stdout } = await run(['plan', '--from', fileOf(accounts(data))]);
  expect(status).toBe(1);
  expect(stdout.split('\n\n')[0]).toBe(
    'PLAN: 2 steps, after which the chain of account 111122223333 is still broken.',
  );
});

test('a template goes to the file, and what is left to do to standard error', async () => {
  const file = join(folder, 'stack.json');
  const args = [
    'plan',
    '--from',
    FIXTURE,
    '--format',
    'cloudformation',
    '-o',
    file,
    '--email',
    'security@example.com',
  ];
  const { status, stdout, stderr } = await run(args);
  expect([status, stdout]).toEqual([1, '']);
  expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')).Resources)).toEqual([
    'MetricFilter',
    'Topic',
    'TopicPolicy',
    'Subscription',
    'Alarm',
  ]);
  expect(stderr).toMatch(/1\. Deploy what was printed, in us-east-1: metric filter, alarm, topic/);
  expect(stderr).toMatch(/2\. Change [\s\S]*aws cloudtrail start-logging/);
  expect(stderr).toMatch(/click the link in the confirmation email/);
});

test.each<[string, string[], RegExp]>([
  [
    'no file',
    ['--from', 'nowhere.json'],
    /nowhere\.json cannot be read \(ENOENT\): name a file that "audit --format json" wrote/,
  ],
  [
    'another language',
    ['--from', FIXTURE, '--format', 'cdk', '--language', 'cobol'],
    /there is no language "cobol": take one of typescript, python, java, go, csharp/,
  ],
  ['a language of a template', ['--from', FIXTURE, '--language', 'go'], /--language goes with --format cdk/],
  [
    'another format',
    ['--from', FIXTURE, '--format', 'sarif'],
    /there is no format "sarif": take one of text, json, cdk, cloudformation, terraform/,
  ],
  [
    'no address',
    ['--from', FIXTURE, '--email', '-x'.slice(1)],
    /"x" is no email address: give one to --email/,
  ],
  ['no topic', ['--from', FIXTURE, '--topic', 'security'], /"security" is no topic: give its ARN/],
  [
    'a profile beside a file',
    ['--from', FIXTURE, '--profile', 'x'],
    /--profile asks AWS and --from does not/,
  ],
  ['an account without a file', ['--account', '111122223333'], /--account goes with --from/],
  [
    'another account',
    ['--from', FIXTURE, '--account', '999999999999'],
    /account 999999999999 is not in .*: take one of 111122223333/,
  ],
])('wrong usage is one sentence: %s', async (_, args, message) => {
  const { status, stdout, stderr } = await run(['plan', ...args]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

const NOT_WRITTEN = 'is not what "nacl-change-monitor audit --format json" writes';

test.each([
  ['no JSON', '{'],
  ['a list', []],
  ['a report of check', { accounts: [{ account: '111122223333', places: [] }] }],
])('a file that audit did not write is one sentence: %s', async (_, content) => {
  const file = fileOf(content);
  expect(await run(['plan', '--from', file])).toEqual({
    status: 2,
    stdout: '',
    stderr: `nacl-change-monitor: ${file} ${NOT_WRITTEN}: it has no account with what was read of it; write it again.\n`,
  });
});

test.each<[string, object, string]>([
  ['an account that is none', { id: 'x' }, 'id is no account'],
  ['a kind that is no list', { id: '111122223333', trails: {} }, 'trails is no list'],
  [
    'a resource without a place',
    { id: '111122223333', trails: [{ name: 'x' }] },
    'trails[0].origin is no object',
  ],
  ['an ARN that is a number', but('trails', { arn: 1 }), 'trails[0].arn is no ARN'],
  ['a key policy without its text', keyPolicy({ text: null }), 'keys[0].policy.text is no text'],
  [
    'a key policy that is none',
    keyPolicy({ text: 'x' }),
    'keys[0].policy.text is no policy with these statements',
  ],
  [
    'a key policy of which the text says something else',
    keyPolicy({ text: '{"Statement":[]}' }),
    'keys[0].policy.text is no policy with these statements',
  ],
  ['no reason', but('trails', { isLogging: { unreadable: 1 } }), 'trails[0].isLogging.unreadable is no text'],
])('a damaged file: %s', async (_, evidence, place) => {
  const file = fileOf(accounts(evidence));
  expect(await run(['plan', '--from', file])).toEqual({
    status: 2,
    stdout: '',
    stderr: `nacl-change-monitor: ${file} ${NOT_WRITTEN}: accounts[0].evidence.${place}; write it again.\n`,
  });
});

/** The sound account, of which the topic is one of another account. */
function withCentralTopic(values: object = {}) {
  const central = 'arn:aws:sns:us-east-1:444455556666:central';
  const {
    topics: _,
    topicPolicies,
    subscriptions,
    ...evidence
  } = alarmBut({ AlarmActions: [central] }, { alarmActions: [central] });
  const there = { region: 'us-east-1', account: '444455556666', origin: { path: central } };
  const [policy] = topicPolicies as NonNullable<typeof topicPolicies>;
  const [subscription] = subscriptions as NonNullable<typeof subscriptions>;
  const other = {
    id: '444455556666',
    topics: [{ ...there, arn: central, isFifo: false }],
    topicPolicies: [
      {
        ...policy,
        ...there,
        topicArns: [central],
        document: JSON.parse(JSON.stringify(policy.document).replaceAll(TOPIC, central)),
      },
    ],
    subscriptions: [{ ...subscription, ...there, topicArn: central, ...values }],
  };
  return { places: ['us-east-1'], evidence, otherEvidence: [other] };
}

test('what was read of the account of a central topic belongs to it', async () => {
  const file = fileOf({ accounts: [withCentralTopic()] });
  expect((await run(['plan', '--from', file])).stdout).toMatch(/^NOTHING TO DO/);
  const alone = fileOf({ accounts: [{ ...withCentralTopic(), otherEvidence: undefined }] });
  expect((await run(['plan', '--from', alone])).stdout).toMatch(/^NOT KNOWN/);
});

test('a member of an organization has the chain of the owner of its trail, where the file has that account', async () => {
  const member = { id: '444455556666', trails: [], recordedBy: [TRAIL] };
  const owner = but('trails', { isOrganizationTrail: true });
  const args = ['--account', '444455556666', '--from'];
  expect((await run(['plan', ...args, fileOf(accounts(owner, member))])).stdout).toMatch(/^NOTHING TO DO/);
  expect((await run(['plan', ...args, fileOf(accounts(member))])).stdout).toMatch(/^NOT KNOWN/);
});

test('a damaged one is told', async () => {
  const file = fileOf({ accounts: [withCentralTopic({ status: 'maybe' })] });
  expect((await run(['plan', '--from', file])).stderr).toBe(
    `nacl-change-monitor: ${file} ${NOT_WRITTEN}: accounts[0].otherEvidence[0].subscriptions[0].status is no state of a subscription; write it again.\n`,
  );
});

test('of several accounts one is chosen', async () => {
  const file = fileOf(accounts(SOUND, { id: '444455556666' }));
  expect((await run(['plan', '--from', file])).stderr).toMatch(
    /has several accounts: choose one with --account, of 111122223333, 444455556666/,
  );
  expect((await run(['plan', '--from', file, '--account', '111122223333'])).status).toBe(0);
});
