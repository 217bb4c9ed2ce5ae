import { RESOURCE_TYPES, type ResourceType } from '../../src/cloudformation/resource-types';
import type { Account } from '../../src/evidence/account';
import { accountOf } from './declared-account';

/** What an account shows of one resource of a type, and what it shows without it. */
interface Case {
  readonly properties: object;
  /** Resources that it is a part of, or is found through. */
  readonly beside?: Readonly<Record<string, object>>;
  readonly look: (account: Account) => unknown;
  readonly expected: unknown;
  readonly without?: unknown;
}

const ARN = 'arn:aws:sns:eu-central-1:111122223333:pager';
const QUEUE_URL = 'https://sqs.eu-central-1.amazonaws.com/111122223333/inbox';
const PLACE = { account: '111122223333', region: 'eu-central-1' };
const POLICY = { Statement: [{ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' }] };
const ROLE = {
  Type: 'AWS::IAM::Role',
  Properties: { RoleName: 'writer', AssumeRolePolicyDocument: { Statement: [] } },
};
const ROLE_ARN = 'arn:aws:iam::111122223333:role/writer';

const actionsOf = (account: Account) =>
  account
    .roles(ROLE_ARN)
    .flatMap(({ resource }) =>
      resource.policies.flatMap((policy) =>
        'statements' in policy
          ? policy.statements.map((each) => ('actions' in each ? each.actions : each))
          : [policy],
      ),
    );
const documentsOf = (found: readonly { resource: { document: unknown } }[]) =>
  found.map(({ resource }) => resource.document);
const listeners = (account: Account) =>
  account.subscriptions(ARN).map(({ resource }) => [resource.protocol, resource.endpoint]);
const functionArns = (arn: string) => (account: Account) =>
  account.functions(arn).map(({ resource }) => resource.arn);

const STATEMENT = { Effect: 'Allow', Principal: '*', Action: 'x:Y', Resource: '*' };
const READ_STATEMENT = {
  statements: [
    {
      effect: 'Allow',
      principals: { '*': ['*'] },
      notPrincipals: undefined,
      actions: ['x:Y'],
      notActions: undefined,
      resources: ['*'],
      notResources: undefined,
      conditions: {},
    },
  ],
};
const FUNCTION_ARN = 'arn:aws:lambda:eu-central-1:111122223333:function:notify';

const CASES: Readonly<Record<ResourceType, Case>> = {
  'AWS::CloudTrail::Trail': {
    properties: { TrailName: 'events', IsLogging: true, S3BucketName: 'archive' },
    look: ({ trails }) => trails.map(({ name, isLogging }) => [name, isLogging]),
    expected: [['events', true]],
  },
  'AWS::Logs::LogGroup': {
    properties: { LogGroupName: '/audit', LogGroupClass: 'DELIVERY' },
    look: (account) =>
      account.logGroups('/audit', 'eu-central-1').map(({ resource }) => resource.logGroupClass),
    expected: ['DELIVERY'],
  },
  'AWS::Logs::MetricFilter': {
    properties: {
      LogGroupName: '/audit',
      FilterPattern: 'ERROR',
      MetricTransformations: [{ MetricNamespace: 'Ops', MetricName: 'Errors', MetricValue: '1' }],
    },
    look: (account) =>
      [
        ...account.metricFiltersOn('/audit', 'eu-central-1'),
        ...account.metricFiltersFeeding({ namespace: 'Ops', name: 'Errors', region: 'eu-central-1' }),
      ].map(({ resource }) => resource.pattern),
    expected: ['ERROR', 'ERROR'],
  },
  'AWS::CloudWatch::Alarm': {
    properties: { AlarmName: 'errors', MetricName: 'Errors', Namespace: 'Ops', EvaluationPeriods: 1 },
    look: (account) => account.alarmsOn('Errors').map(({ name }) => name),
    expected: ['errors'],
  },
  'AWS::CloudWatch::CompositeAlarm': {
    properties: { AlarmName: 'any', AlarmRule: 'ALARM(errors)' },
    beside: {
      Below: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: { AlarmName: 'errors', MetricName: 'Errors', EvaluationPeriods: 1 },
      },
    },
    look: (account) =>
      account
        .alarmsOn('Errors')
        .flatMap((alarm) => account.compositeAlarmsAbove(alarm).map(({ name }) => name)),
    expected: ['any'],
  },
  'AWS::CloudWatch::AlarmMuteRule': {
    properties: { MuteTargets: { AlarmNames: ['errors'] } },
    look: ({ muteRules }) => muteRules.map(({ alarmNames }) => alarmNames),
    expected: [['errors']],
  },
  'AWS::SNS::Topic': {
    properties: { TopicName: 'pager', Subscription: [{ Protocol: 'https', Endpoint: 'https://a.example' }] },
    look: (account) => [account.topics(ARN).length, listeners(account)],
    expected: [1, [['https', 'https://a.example']]],
    without: [0, []],
  },
  'AWS::SNS::TopicPolicy': {
    properties: { Topics: [ARN], PolicyDocument: { Statement: [STATEMENT] } },
    look: (account) => documentsOf(account.topicPolicies(ARN)),
    expected: [READ_STATEMENT],
  },
  'AWS::SNS::TopicInlinePolicy': {
    properties: { TopicArn: ARN, PolicyDocument: { Statement: [STATEMENT] } },
    look: (account) => documentsOf(account.topicPolicies(ARN)),
    expected: [READ_STATEMENT],
  },
  'AWS::SNS::Subscription': {
    properties: { TopicArn: ARN, Protocol: 'email', Endpoint: 'a@example.com' },
    look: listeners,
    expected: [['email', 'a@example.com']],
  },
  'AWS::Chatbot::SlackChannelConfiguration': {
    properties: {
      ConfigurationName: 'ops',
      SnsTopicArns: [ARN, 'arn:aws:sns:eu-central-1:111122223333:other'],
    },
    look: listeners,
    expected: [['chat', undefined]],
  },
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': {
    properties: { ConfigurationName: 'ops', SnsTopicArns: [ARN] },
    look: listeners,
    expected: [['chat', undefined]],
  },
  'AWS::KMS::Key': {
    properties: { Enabled: false, KeyPolicy: { Statement: [] } },
    beside: {
      Alias: {
        Type: 'AWS::KMS::Alias',
        Properties: { AliasName: 'alias/audit', TargetKeyId: { Ref: 'Tested' } },
      },
    },
    look: (account) => account.keys('alias/audit', PLACE).map(({ resource }) => resource.isEnabled),
    expected: [false],
  },
  'AWS::KMS::Alias': {
    properties: { AliasName: 'alias/audit', TargetKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
    beside: { Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: [] } } } },
    look: (account) => account.keys('alias/audit', PLACE).map(({ resource }) => resource.origin.logicalId),
    expected: ['Key'],
  },
  'AWS::IAM::Role': {
    properties: { ...ROLE.Properties, Policies: [{ PolicyName: 'w', PolicyDocument: POLICY }] },
    look: actionsOf,
    expected: [['logs:PutLogEvents']],
  },
  'AWS::IAM::Policy': {
    properties: { PolicyName: 'w', PolicyDocument: POLICY, Roles: [{ Ref: 'Role' }] },
    beside: { Role: ROLE },
    look: actionsOf,
    expected: [['logs:PutLogEvents']],
  },
  'AWS::IAM::ManagedPolicy': {
    properties: { PolicyDocument: POLICY },
    beside: { Role: { ...ROLE, Properties: { ...ROLE.Properties, ManagedPolicyArns: [{ Ref: 'Tested' }] } } },
    look: actionsOf,
    expected: [['logs:PutLogEvents']],
  },
  'AWS::IAM::RolePolicy': {
    properties: { PolicyName: 'w', PolicyDocument: POLICY, RoleName: { Ref: 'Role' } },
    beside: { Role: ROLE },
    look: actionsOf,
    expected: [['logs:PutLogEvents']],
  },
  'AWS::SQS::Queue': {
    properties: { QueueName: 'inbox', KmsMasterKeyId: 'alias/aws/sqs' },
    look: (account) =>
      account
        .queues('arn:aws:sqs:eu-central-1:111122223333:inbox')
        .map(({ resource }) => [resource.url, resource.encryptionKey]),
    expected: [[QUEUE_URL, 'alias/aws/sqs']],
  },
  'AWS::SQS::QueuePolicy': {
    properties: { Queues: [QUEUE_URL], PolicyDocument: { Statement: [STATEMENT] } },
    look: (account) => documentsOf(account.queuePolicies(QUEUE_URL)),
    expected: [READ_STATEMENT],
  },
  'AWS::SQS::QueueInlinePolicy': {
    properties: { Queue: QUEUE_URL, PolicyDocument: { Statement: [STATEMENT] } },
    look: (account) => documentsOf(account.queuePolicies(QUEUE_URL)),
    expected: [READ_STATEMENT],
  },
  'AWS::Lambda::Function': {
    properties: { FunctionName: 'notify' },
    look: functionArns(FUNCTION_ARN),
    expected: [FUNCTION_ARN],
  },
  'AWS::Lambda::Alias': {
    properties: { Name: 'live', FunctionName: 'notify', FunctionVersion: '1' },
    look: functionArns(`${FUNCTION_ARN}:live`),
    expected: [`${FUNCTION_ARN}:live`],
  },
  'AWS::Lambda::Version': {
    properties: { FunctionName: 'notify' },
    beside: {
      Subscription: {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: ARN, Protocol: 'lambda', Endpoint: { Ref: 'Tested' } },
      },
    },
    look: (account) =>
      account
        .subscriptions(ARN)
        .flatMap(({ resource }) =>
          account.functions(resource.endpoint as string).map((found) => found.resource.origin.logicalId),
        ),
    expected: ['Tested'],
  },
  'AWS::Lambda::Permission': {
    properties: {
      FunctionName: 'notify',
      Principal: 'sns.amazonaws.com',
      Action: 'lambda:InvokeFunction',
      SourceArn: ARN,
    },
    look: (account) =>
      account
        .functionPermissions({ ...PLACE, origin: {}, name: 'notify', arn: FUNCTION_ARN })
        .map(({ resource: { statement } }) => [
          statement.principals,
          statement.actions,
          statement.conditions,
        ]),
    expected: [
      [
        { Service: ['sns.amazonaws.com'] },
        ['lambda:InvokeFunction'],
        { ArnLike: { 'aws:SourceArn': [ARN] } },
      ],
    ],
  },
  'AWS::Serverless::Function': {
    properties: { FunctionName: 'notify', Events: { Ring: { Type: 'SNS', Properties: { Topic: ARN } } } },
    look: (account) => [
      account.functions(FUNCTION_ARN).length,
      listeners(account),
      account.functionPermissions({ ...PLACE, origin: {}, name: 'notify', arn: FUNCTION_ARN }).length,
    ],
    expected: [1, [['lambda', FUNCTION_ARN]], 1],
    without: [0, [], 0],
  },
  'AWS::Events::Rule': {
    properties: { EventPattern: { source: ['aws.ec2'] }, State: 'DISABLED' },
    look: ({ eventRules }) => eventRules.map(({ pattern, isEnabled }) => [pattern, isEnabled]),
    expected: [[{ source: ['aws.ec2'] }, false]],
  },
};

const TYPES = Object.keys(CASES) as ResourceType[];

test('there is a case for each type of the list', () => {
  expect(TYPES.sort()).toEqual(Object.keys(RESOURCE_TYPES).sort());
});

test.each(TYPES)('%s is read from a template, and nothing else is taken for it', (type) => {
  const { properties, beside = {}, look, expected, without = [] } = CASES[type];
  const tested = { Type: type, Properties: properties };
  expect(look(accountOf({ Resources: { ...beside, Tested: tested } }))).toEqual(expected);
  const other = { ...tested, Type: 'AWS::Other::Resource' };
  expect(look(accountOf({ Resources: { ...beside, Tested: other } }))).toEqual(without);
});
