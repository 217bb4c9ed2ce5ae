import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { AccountData } from '../../../src/evidence/account-data';
import { run } from '../terminal';
import { ACCOUNT, but, EC2_TRUST, OTHERS_KEY_POLICY, place, policy, SOUND } from './sound-account';

const folder = mkdtempSync(join(tmpdir(), 'damaged-'));
afterAll(() => rmSync(folder, { recursive: true }));

const QUEUE = `arn:aws:sqs:us-east-1:${ACCOUNT}:alarms`;

/** Accounts in which most is asked and changed. */
const ACCOUNTS: AccountData[] = [
  SOUND,
  { ...SOUND, alarms: [], metricFilters: [] },
  but('keys', { isEnabled: false, policy: policy(OTHERS_KEY_POLICY) }),
  but('roles', { trustPolicy: policy(EC2_TRUST), policies: [] }),
  but('alarms', { threshold: 5, given: { ...SOUND.alarms[0].given, Threshold: 5 } }),
  but('metricFilters', { pattern: '{ $.eventName = CreateNetworkAcl }' }),
  but('topics', { isFifo: true }),
  but('trails', {
    eventSelectors: [
      { includeManagementEvents: true, readWriteType: 'ReadOnly', excludeManagementEventSources: [] },
    ],
    givenSelectors: { EventSelectors: [{ ReadWriteType: 'ReadOnly', IncludeManagementEvents: true }] },
    deliveryError: 'AccessDenied',
  }),
  {
    ...but('subscriptions', { protocol: 'sqs', endpoint: QUEUE, filterPolicy: { kind: ['invoice'] } }),
    queues: [{ ...place(QUEUE), arn: QUEUE, url: QUEUE, encryptionKey: undefined }],
    muteRules: [{ ...place('arn:mute'), alarmNames: ["it's an alarm"] }],
    recordedBy: ['arn:aws:cloudtrail:us-east-1:999999999999:trail/all'],
  },
];

const FILES: readonly string[] = [
  readFileSync(join(__dirname, '../fixtures/audit.json'), 'utf8'),
  ...ACCOUNTS.map((evidence) => JSON.stringify({ accounts: [{ places: ['us-east-1'], evidence }] })),
];

const DAMAGE = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', 'x', '{}', '[]', 'null', 0, -1, true, false),
  fc.constantFrom<unknown>(
    [],
    {},
    [null],
    [[]],
    [{}],
    ['x'],
    { x: 1 },
    { unreadable: 'x', placeholder: 'y' },
  ),
  fc.constantFrom<unknown>({ unreadable: null }, { unreadable: 'x' }, '${x}', 'arn:aws:x', 'a\nb', '\u0000'),
  fc.jsonValue(),
);

/** One place after another, each chosen by numbers, is replaced; behind 1 the place deeper down. */
function damaged(value: any, [index, ...deeper]: readonly number[], damage: unknown): unknown {
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (names.length === 0 || index === undefined) return damage;
  const name = names[index % names.length];
  const changed = damaged(value[name], deeper, damage);
  if (Array.isArray(value)) return value.map((each, i) => (String(i) === name ? changed : each));
  return { ...value, [name]: changed };
}

const FORMATS = ['text', 'json', 'cloudformation', 'terraform', 'cdk'];

/** A plan, or a sentence that names the place: which of the two it is. */
async function planOf(accounts: unknown, format = 'text'): Promise<'plan' | 'sentence'> {
  const file = join(folder, 'audit.json');
  writeFileSync(file, JSON.stringify({ accounts }));
  const { status, stdout, stderr } = await run(['plan', '--from', file, '--format', format]);
  expect(stdout + stderr).not.toMatch(/ended with an error|error of nacl-change-monitor itself/);
  if (status !== 2) {
    expect(stdout + stderr).toMatch(/PLAN|NOTHING TO DO|NOT KNOWN|"account"/);
    return 'plan';
  }
  expect(stdout).toBe('');
  expect(stderr).toMatch(
    /^nacl-change-monitor: \S+ is not what "[^"]+" writes: (accounts\[0\]\.\S.* is no |it has no account ).*; write it again\.\n$/,
  );
  return 'sentence';
}

test('damage at random places of a file', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      fc.array(fc.tuple(fc.array(fc.nat(99), { maxLength: 9 }), DAMAGE), { minLength: 1, maxLength: 2 }),
      fc.constantFrom(...FORMATS),
      async (content, damages, format) => {
        let { accounts } = JSON.parse(content);
        for (const [path, damage] of damages) accounts = damaged(accounts, [0, ...path], damage);
        await planOf(accounts, format);
      },
    ),
    { numRuns: 400 },
  );
}, 60_000);

function placesIn(value: unknown): number[][] {
  const members = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return [[], ...members.flatMap((each, i) => placesIn(each).map((place) => [i, ...place]))];
}

test.each([
  ['a sound account', FILES[1]],
  ['an account that needs a stack', FILES[2]],
])(
  'damage at each place: %s',
  async (_, content) => {
    const { accounts } = JSON.parse(content);
    const count = { plan: 0, sentence: 0 };
    for (const place of placesIn(accounts)) {
      for (const damage of [null, 1, 'x', {}]) count[await planOf(damaged(accounts, place, damage))]++;
    }
    expect(count.plan).toBeGreaterThan(50);
    expect(count.sentence).toBeGreaterThan(300);
  },
  60_000,
);
