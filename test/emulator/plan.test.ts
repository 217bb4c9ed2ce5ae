import type { AwsCli } from '../../emulator/aws-cli';
import { DeployedStack } from '../../emulator/deploy';
import { ALARM_NAME, METRIC_NAME, METRIC_NAMESPACE, monitor, synthesize } from '../../emulator/synthesize';
import { applyPlan, targetsOf } from './apply-plan';
import { BREAKS, type Parts } from './breaks';
import { describeOnEmulator } from './describe-on-emulator';
import { runLive } from './live';
import { monitoredAccount } from './monitored-account';
import { changedIn, snapshot } from './snapshot';

interface Case {
  readonly how: string;
  readonly apply: (aws: AwsCli, parts: Parts) => Promise<unknown>;
  /** What the plan is expected to be: the operations, in their order, `stack` first where it makes one. */
  readonly steps: readonly string[];
}

const STEPS: readonly (readonly string[])[] = [
  ['update-trail'],
  ['start-logging'],
  ['put-event-selectors'],
  ['stack', 'update-trail'],
  ['stack', 'put-role-policy'],
  ['put-metric-filter'],
  ['stack'],
  ['stack'],
  ['subscribe'],
];

const keyOf = async (aws: AwsCli) => (await aws.run('kms', 'list-keys')).Keys[0].KeyId as string;
const alarm = (topic: string, ...changed: string[]) => [
  ...['cloudwatch', 'put-metric-alarm', '--alarm-name', ALARM_NAME, '--metric-name', METRIC_NAME],
  ...['--namespace', METRIC_NAMESPACE, '--period', '300', '--alarm-actions', topic],
  ...['--alarm-description', "it's ours", '--ok-actions', topic, ...changed],
];
const SUM = ['--statistic', 'Sum'];
const ABOVE_ZERO = ['--threshold', '1', '--comparison-operator', 'GreaterThanOrEqualToThreshold'];
const ONCE = ['--evaluation-periods', '1'];

const MORE: readonly Case[] = [
  {
    how: 'enable-alarm-actions',
    apply: (aws) => aws.run('cloudwatch', 'disable-alarm-actions', '--alarm-names', ALARM_NAME),
    steps: ['enable-alarm-actions'],
  },
  {
    how: 'threshold of 100',
    apply: (aws, { topic }) =>
      aws.run(...alarm(topic, ...SUM, ...ONCE, '--threshold', '100', ...ABOVE_ZERO.slice(2))),
    steps: ['put-metric-alarm'],
  },
  {
    how: 'three periods, of the average, and missing data breaches',
    apply: (aws, { topic }) =>
      aws.run(
        ...alarm(topic, '--statistic', 'Average', ...ABOVE_ZERO, '--evaluation-periods', '3'),
        ...['--treat-missing-data', 'breaching'],
      ),
    steps: ['put-metric-alarm'],
  },
  {
    how: 'dimensions of the alarm',
    apply: (aws, { topic }) =>
      aws.run(...alarm(topic, ...SUM, ...ABOVE_ZERO, ...ONCE, '--dimensions', 'Name=Region,Value=x')),
    steps: ['put-metric-alarm'],
  },
  {
    how: 'key disabled',
    apply: async (aws) => aws.run('kms', 'disable-key', '--key-id', await keyOf(aws)),
    steps: ['enable-key'],
  },
  {
    how: 'key policy of the account alone',
    apply: async (aws) =>
      aws.run(
        ...['kms', 'put-key-policy', '--key-id', await keyOf(aws), '--policy-name', 'default', '--policy'],
        `{"Version":"2012-10-17","Id":"kept","Statement":{"Sid":"kept","Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:DescribeKey","Resource":"*"}}`,
      ),
    steps: ['put-key-policy'],
  },
  {
    how: 'topic policy for somebody else',
    apply: (aws, { topic }) =>
      aws.run(
        ...['sns', 'set-topic-attributes', '--topic-arn', topic, '--attribute-name', 'Policy'],
        '--attribute-value',
        `{"Version":"2012-10-17","Id":"kept","Statement":[{"Sid":"kept","Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sns:Publish","Resource":"${topic}"}]}`,
      ),
    steps: ['set-topic-attributes'],
  },
  {
    how: 'value of a change 0',
    apply: (aws, { group, filter }) =>
      aws.run(
        ...['logs', 'put-metric-filter', '--log-group-name', group, '--filter-name', filter],
        ...['--filter-pattern', '{ $.eventName = *NetworkAcl* }', '--metric-transformations'],
        `metricName=${METRIC_NAME},metricNamespace=${METRIC_NAMESPACE},metricValue=0`,
      ),
    steps: ['put-metric-filter'],
  },
  {
    how: 'a filter that counts something else too',
    apply: (aws, { group, filter }) =>
      aws.run(
        ...['logs', 'put-metric-filter', '--log-group-name', group, '--filter-name', filter],
        ...['--filter-pattern', '{ ($.eventName = CreateNetworkAcl) || ($.eventName = RunInstances) }'],
        '--metric-transformations',
        `metricName=${METRIC_NAME},metricNamespace=${METRIC_NAMESPACE},metricValue=1`,
      ),
    steps: ['stack'],
  },
  {
    how: 'topic deleted',
    apply: (aws, { topic }) => aws.run('sns', 'delete-topic', '--topic-arn', topic),
    steps: ['stack'],
  },
  {
    how: 'log group deleted',
    apply: (aws, { group }) => aws.run('logs', 'delete-log-group', '--log-group-name', group),
    steps: ['stack', 'update-trail'],
  },
  {
    how: 'role that nobody may assume',
    apply: async (aws) => {
      const roles: { RoleName: string }[] = (await aws.run('iam', 'list-roles')).Roles;
      const name = roles.find(({ RoleName }) => RoleName.includes('DeliveryRole'))?.RoleName ?? '';
      const trust =
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}';
      await aws.run('iam', 'update-assume-role-policy', '--role-name', name, '--policy-document', trust);
    },
    steps: ['update-assume-role-policy'],
  },
  {
    how: 'role without its policy',
    apply: async (aws) => {
      const roles: { RoleName: string }[] = (await aws.run('iam', 'list-roles')).Roles;
      const name = roles.find(({ RoleName }) => RoleName.includes('DeliveryRole'))?.RoleName ?? '';
      const [{ PolicyArn }] = (await aws.run('iam', 'list-attached-role-policies', '--role-name', name))
        .AttachedPolicies;
      await aws.run('iam', 'detach-role-policy', '--role-name', name, '--policy-arn', PolicyArn);
    },
    steps: ['put-role-policy'],
  },
  {
    how: 'data events alone',
    apply: (aws, { trail }) =>
      aws.run(
        ...['cloudtrail', 'put-event-selectors', '--trail-name', trail, '--advanced-event-selectors'],
        '[{"Name":"data","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::S3::Object"]}]}]',
      ),
    steps: ['put-event-selectors'],
  },
  {
    how: 'a filter policy that lets no alarm pass',
    apply: async (aws, { topic }) => {
      const [{ SubscriptionArn }] = (
        await aws.run('sns', 'list-subscriptions-by-topic', '--topic-arn', topic)
      ).Subscriptions;
      await aws.run(
        ...['sns', 'set-subscription-attributes', '--subscription-arn', SubscriptionArn],
        ...['--attribute-name', 'FilterPolicy', '--attribute-value', '{"kind":["invoice"]}'],
      );
    },
    steps: ['set-subscription-attributes'],
  },
  {
    how: 'log group of the class of infrequent access',
    apply: async (aws, { trail }) => {
      const other = ['--log-group-name', '/infrequent', '--log-group-class', 'INFREQUENT_ACCESS'];
      await aws.run('logs', 'create-log-group', ...other);
      const query = ['--log-group-name-prefix', '/infrequent', '--query', 'logGroups[0].arn'];
      const arn = await aws.run('logs', 'describe-log-groups', ...query);
      await aws.run('cloudtrail', 'update-trail', '--name', trail, '--cloud-watch-logs-log-group-arn', arn);
    },
    steps: ['stack', 'update-trail'],
  },
  {
    how: 'three links at once',
    apply: async (aws, { trail, topic }) => {
      await aws.run('cloudtrail', 'stop-logging', '--name', trail);
      await aws.run('cloudwatch', 'disable-alarm-actions', '--alarm-names', ALARM_NAME);
      const [{ SubscriptionArn }] = (
        await aws.run('sns', 'list-subscriptions-by-topic', '--topic-arn', topic)
      ).Subscriptions;
      await aws.run('sns', 'unsubscribe', '--subscription-arn', SubscriptionArn);
    },
    steps: ['start-logging', 'enable-alarm-actions', 'subscribe'],
  },
];

const CASES: readonly Case[] = [...BREAKS.map((one, i) => ({ ...one, steps: STEPS[i] })), ...MORE];

describeOnEmulator('plan of a live account', (emulator) => {
  const EMAIL = ['--email', 'security@example.com'];
  const planned = async (account: string, ...args: string[]) => {
    const { status, stdout, stderr } = await runLive(emulator(), account, [
      'plan',
      '--format',
      'json',
      ...args,
    ]);
    expect(stderr).toBe('');
    return { status, plan: JSON.parse(stdout) };
  };
  const audit = async (account: string) => {
    const { stdout } = await runLive(emulator(), account, ['audit', '--format', 'json']);
    const [{ outcome, check, reason }] = JSON.parse(stdout).accounts;
    return check === undefined ? outcome : `${outcome} ${check}: ${reason}`;
  };
  const operations = ({ stack, commands }: any) => [
    ...(stack ? ['stack'] : []),
    ...commands.map(({ args }: any) => args[2]),
  ];
  const accountOf = (index: number) => String(320_000_000_000 + index);

  test.each(CASES.map((one, index) => ({ ...one, index })))(
    'mends: $how',
    async ({ apply: breaks, steps, index }) => {
      const account = accountOf(index);
      const { aws, ...parts } = await monitoredAccount(emulator(), account);
      await breaks(aws, parts);
      const before = await snapshot(aws);

      const { status, plan } = await planned(account, ...EMAIL);
      expect([status, plan.now, plan.after]).toEqual([1, 'FAIL', 'PASS']);
      expect(operations(plan)).toEqual(steps);
      expect(changedIn(before, await snapshot(aws))).toEqual([]);

      const ofAlarm = plan.commands.filter(({ args }: any) => args[2].endsWith('alarm-actions'));
      for (const { owner } of ofAlarm) expect(owner).toBe('monitoring');

      await applyPlan(aws, plan);
      expect(await audit(account)).toBe('PASS');
      const changed = changedIn(before, await snapshot(aws));
      expect(changed.filter((id) => !targetsOf(plan).includes(id))).toEqual([]);
      expect((await planned(account)).status).toBe(0);
    },
  );

  test('an account without anything', async () => {
    const account = accountOf(900);
    const aws = emulator().aws.inAccount(account);
    const { plan } = await planned(account, ...EMAIL);
    expect(operations(plan)).toEqual(['stack']);
    await applyPlan(aws, plan);
    expect(await audit(account)).toBe('PASS');
  });

  test.each([
    { has: 'trail and log group', topic: false, index: 901 },
    { has: 'trail, log group and topic', topic: true, index: 902 },
  ])('an account with $has', async ({ topic, index }) => {
    const account = accountOf(index);
    const aws = emulator().aws.inAccount(account);
    const template = synthesize((scope) => monitor(scope));
    const wanted = topic ? /./ : /^AWS::(CloudTrail|Logs::LogGroup|S3|KMS|IAM)/;
    const kept = Object.entries(template.Resources).filter(
      ([, { Type }]) => wanted.test(Type) && !/MetricFilter|Alarm/.test(Type),
    );
    await new DeployedStack(aws, 'others').create({ ...template, Resources: Object.fromEntries(kept) });
    const before = await snapshot(aws);
    const arn = topic ? (await aws.run('sns', 'list-topics')).Topics[0].TopicArn : undefined;
    const { plan } = await planned(account, ...EMAIL, ...(topic ? ['--topic', arn] : []));
    expect(operations(plan)).toEqual(['stack']);
    const types = Object.values<any>(plan.stack.template.Resources).map(({ Type }) => Type);
    expect(types).toEqual(
      topic
        ? ['AWS::Logs::MetricFilter', 'AWS::CloudWatch::Alarm']
        : [
            'AWS::Logs::MetricFilter',
            'AWS::SNS::Topic',
            'AWS::SNS::TopicPolicy',
            'AWS::SNS::Subscription',
            'AWS::CloudWatch::Alarm',
          ],
    );
    await applyPlan(aws, plan);
    expect(await audit(account)).toBe('PASS');
    expect(changedIn(before, await snapshot(aws))).toEqual([]);
  });
});
