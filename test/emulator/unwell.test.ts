import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { auditAccounts } from '../../cli/src/live/audit-accounts';
import { Sessions } from '../../cli/src/live/sessions';
import { DeployedStack } from '../../emulator/deploy';
import { monitor, synthesize } from '../../emulator/synthesize';
import { describeOnEmulator } from './describe-on-emulator';
import { type Ailment, Unwell } from './unwell';

const ACCOUNT = '400000000001';
const POLICY = join(__dirname, '../../docs/iam-policy.json');

/** The monitor with a queue that has a key of its own: the chain for which most has to be read. */
function monitorWithQueue(scope: Stack): void {
  const queue = new Queue(scope, 'Queue', {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: new Key(scope, 'QueueKey'),
  });
  monitor(scope, { subscriptions: [new SqsSubscription(queue)] });
}

describeOnEmulator('an account that does not answer as it should', (emulator) => {
  let unwell: Unwell;
  const actions = new Set<string>();

  const auditOnce = async (call = 60_000) => {
    const sessions = await Sessions.open({
      region: 'us-east-1',
      limits: { call, account: 110_000 },
      onCall: ({ action }) => actions.add(action),
    });
    try {
      const options = { concurrency: 1, keepEvidence: false, isLeftOut: () => false, onAccount: () => {} };
      const [{ result, isRead }] = await auditAccounts([{ account: ACCOUNT }], sessions, options);
      const { outcome, broken, unreadParts } = result;
      const reasons = [broken?.finding.reason ?? '', ...unreadParts.map(({ reason }) => reason)];
      return { outcome, isRead, said: reasons.join('; ') };
    } finally {
      sessions.close();
    }
  };

  beforeAll(async () => {
    unwell = await Unwell.before(emulator().aws.endpoint as string);
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: unwell.endpoint,
      AWS_ACCESS_KEY_ID: ACCOUNT,
      AWS_SECRET_ACCESS_KEY: 'emulator',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    });
    const stack = new DeployedStack(emulator().aws.inAccount(ACCOUNT), 'monitoring');
    await stack.create(synthesize(monitorWithQueue));
  });
  afterAll(() => unwell?.stop());
  afterEach(() => unwell.heal());

  test('it is sound where nothing goes wrong', async () => {
    expect(await auditOnce()).toEqual({ outcome: 'PASS', isRead: true, said: '' });
  });

  test('throttling costs time and changes nothing', async () => {
    unwell.throttledFirst = 1;
    expect(await auditOnce(110_000)).toEqual({ outcome: 'PASS', isRead: true, said: '' });
  });

  /** All that a sound chain is read with, but for who calls: without that nothing begins. */
  const OPERATIONS = [
    'DescribeTrails',
    'GetTrailStatus',
    'GetEventSelectors',
    'DescribeLogGroups',
    'DescribeMetricFilters',
    'DescribeAlarms',
    'ListAlarmMuteRules',
    'GetTopicAttributes',
    'ListSubscriptionsByTopic',
    'GetSubscriptionAttributes',
    'GetQueueUrl',
    'GetQueueAttributes',
    'DescribeKey',
    'GetKeyPolicy',
    'GetRole',
    'ListRolePolicies',
    'ListAttachedRolePolicies',
    'GetPolicy',
    'GetPolicyVersion',
  ];

  test('these are the calls', async () => {
    actions.clear();
    await auditOnce();
    const asked = [...actions].map((action) => action.split(':')[1]).sort();
    expect(asked).toEqual(['GetCallerIdentity', ...OPERATIONS].sort());
  });

  test.each(OPERATIONS)('%s: denied, it is not known, and the action is named', async (operation) => {
    unwell.ailments.set(operation, 'denied');
    const { outcome, said } = await auditOnce();
    expect(outcome).toBe('UNKNOWN');
    expect(said).toContain(`:${operation} is not allowed in us-east-1 (AccessDenied`);
  });

  test.each(
    OPERATIONS.flatMap((operation) =>
      (['malformed', 'half', 'silent'] as Ailment[]).map((ailment) => ({ operation, ailment })),
    ),
  )('$operation: $ailment, it is not known', async ({ operation, ailment }) => {
    unwell.ailments.set(operation, ailment);
    const { outcome, said } = await auditOnce(700);
    expect([outcome, said]).toEqual(['UNKNOWN', expect.stringContaining(`:${operation} in us-east-1 `)]);
  });

  test('nothing can be read: that is no verdict', async () => {
    unwell.ailments.set('DescribeTrails', 'denied');
    expect(await auditOnce()).toMatchObject({ isRead: false });
  });

  test.each<[Ailment, RegExp]>([
    ['denied', /could not be asked of AWS/],
    ['silent', /AWS does not answer/],
  ])('who calls cannot be told: %s', async (ailment, expected) => {
    unwell.ailments.set('GetCallerIdentity', ailment);
    await expect(auditOnce(700)).rejects.toThrow(expected);
  });

  test('docs/iam-policy.json allows what is called for this chain', () => {
    const { Statement } = JSON.parse(readFileSync(POLICY, 'utf8'));
    const allowed: string[] = Statement.flatMap(({ Action }: { Action: string[] }) => Action);
    // Everybody may ask who they are.
    expect([...actions].filter((action) => !allowed.includes(action))).toEqual(['sts:GetCallerIdentity']);
  });
});
