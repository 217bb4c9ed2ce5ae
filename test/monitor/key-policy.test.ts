import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { NaclChangeMonitor } from '../../src';
import { monitored, propertiesOf, WEBHOOK } from './monitored-stack';

const NAMES = { trailName: 'the-trail', logGroupName: 'the-group' };

const keyStatements = (stack: Stack, idPrefix: string) =>
  propertiesOf(stack, 'AWS::KMS::Key', idPrefix).KeyPolicy.Statement;

/** Where a policy stands: as text, because a template may know account and region or leave them to deployment. */
interface Where {
  readonly account: string;
  readonly region: string;
  /** What the name of CloudWatch Logs ends in. */
  readonly suffix: string;
}
const ANYWHERE: Where = {
  account: '${AWS::AccountId}',
  region: '${AWS::Region}',
  suffix: '${AWS::URLSuffix} with amazonaws.com for amazonaws.eu',
};
const FRANKFURT: Where = { account: '111122223333', region: 'eu-central-1', suffix: 'amazonaws.com' };

const administered = ({ account }: Where) => ({
  Effect: 'Allow',
  Principal: { AWS: `arn:\${AWS::Partition}:iam::${account}:root` },
  Action: 'kms:*',
  Resource: '*',
});

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
const cloudTrail = ({ account, region }: Where, operator: string, trail: string) => {
  const source = { 'aws:SourceArn': `arn:\${AWS::Partition}:cloudtrail:${region}:${account}:trail/${trail}` };
  return [
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 'kms:GenerateDataKey*',
      Resource: '*',
      Condition: {
        [operator]: source,
        StringLike: {
          'kms:EncryptionContext:aws:cloudtrail:arn': `arn:\${AWS::Partition}:cloudtrail:*:${account}:trail/*`,
        },
      },
    },
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
      Condition: { [operator]: source },
    },
  ];
};

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
const logs = ({ account, region, suffix }: Where, group: string) => ({
  Effect: 'Allow',
  Principal: { Service: `logs.${region}.${suffix}` },
  Action: ['kms:Decrypt*', 'kms:Describe*', 'kms:Encrypt*', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
  Resource: '*',
  Condition: {
    ArnLike: {
      'kms:EncryptionContext:aws:logs:arn': `arn:\${AWS::Partition}:logs:${region}:${account}:log-group:${group}`,
    },
  },
});

// https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
const alarms = ({ account }: Where) => ({
  Effect: 'Allow',
  Principal: { Service: 'cloudwatch.amazonaws.com' },
  Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  Resource: '*',
  Condition: { StringEquals: { 'aws:SourceAccount': account } },
});

const allOf = (where: Where) => [
  administered(where),
  ...cloudTrail(where, 'StringEquals', 'the-trail'),
  logs(where, 'the-group'),
  alarms(where),
];

test('the account administers; CloudTrail, Logs and CloudWatch use it, each for its own resource', () => {
  const { stack } = monitored({ trail: NAMES });
  expect(keyStatements(stack, 'NaclChangesKey')).toEqual(allOf(ANYWHERE));
});

test('in a known account and region: spelled out', () => {
  const { stack } = monitored({ trail: NAMES }, { env: FRANKFURT });
  expect(keyStatements(stack, 'NaclChangesKey')).toEqual(allOf(FRANKFURT));
});

test('generated names are spelled out as well, not a wildcard', () => {
  const statements = JSON.stringify(keyStatements(monitored().stack, 'NaclChangesKey'));
  expect(statements).toMatch(/:trail\/Security-NaclChanges-\w+-UUID"/);
  expect(statements).toMatch(/:log-group:\/nacl-change-monitor\/Security-NaclChanges-\w+-UUID"/);
});

test('of an organization trail: the same, because the trail is the management account’s', () => {
  const { stack } = monitored({ trail: { ...NAMES, organizationId: 'o-a1b2c3d4e5' } });
  expect(keyStatements(stack, 'NaclChangesKey')).toEqual(allOf(ANYWHERE));
});

test('with logGroup it encrypts the topic alone', () => {
  const { stack } = monitored((scope) => ({
    logGroup: LogGroup.fromLogGroupName(scope, 'L', 'trail-events'),
  }));
  expect(keyStatements(stack, 'NaclChangesKey')).toEqual([administered(ANYWHERE), alarms(ANYWHERE)]);
});

test('with topic it encrypts log files and log group alone', () => {
  const { stack } = monitored((scope) => ({ trail: NAMES, topic: new Topic(scope, 'Pager') }));
  expect(keyStatements(stack, 'NaclChangesKey')).toEqual([
    administered(ANYWHERE),
    ...cloudTrail(ANYWHERE, 'StringEquals', 'the-trail'),
    logs(ANYWHERE, 'the-group'),
  ]);
});

test('a given key of the same stack gets the same statements', () => {
  const { stack } = monitored((scope) => ({ trail: NAMES, encryptionKey: new Key(scope, 'Ours') }));
  expect(keyStatements(stack, 'Ours')).toEqual(allOf(ANYWHERE));
});

test('the key of a given topic: alarms may use it, and the monitor’s own key is not for the topic', () => {
  const { stack } = monitored((scope) => ({
    topic: new Topic(scope, 'Pager', { masterKey: new Key(scope, 'Theirs') }),
  }));
  expect(keyStatements(stack, 'Theirs')).toEqual([administered(ANYWHERE), alarms(ANYWHERE)]);
  expect(JSON.stringify(keyStatements(stack, 'NaclChangesKey'))).not.toContain('cloudwatch.amazonaws.com');
});

describe('a key of another stack', () => {
  const elsewhere = (trail: object | undefined, env?: Where) => {
    const app = new App();
    const shared = new Stack(app, 'Shared', { env });
    new NaclChangeMonitor(new Stack(app, 'Security', { env }), 'NaclChanges', {
      encryptionKey: new Key(shared, 'Key'),
      trail,
      subscriptions: [WEBHOOK()],
    });
    return keyStatements(shared, 'Key');
  };

  // It is deployed first, so it cannot name what only the monitor's stack knows.
  test.each([
    ['accounts known at deployment', undefined, ANYWHERE],
    ['a known account', FRANKFURT, FRANKFURT],
  ])('%s: generated names are wildcards', (_, env, where) => {
    expect(elsewhere(undefined, env)).toEqual([
      administered(where),
      ...cloudTrail(where, 'ArnLike', '*'),
      logs(where, '*'),
      alarms(where),
    ]);
  });

  test('given names are spelled out', () => {
    expect(elsewhere(NAMES)).toEqual(allOf(ANYWHERE));
  });
});
