import type { Declaration, DeclaringStack } from '../../src/cloudformation/declaration';
import { resolve } from '../../src/cloudformation/intrinsics';
import { RESOURCE_TYPES } from '../../src/cloudformation/resource-types';

/** What `Ref` and each attribute give for one resource of the type, without and with the properties given. */
function identifiersOf(type: string, attributes: readonly string[], properties = {}): unknown[] {
  const stack = {
    id: 'App/Security',
    account: '111122223333',
    region: 'eu-central-1',
    resource: (logicalId) => (logicalId === 'It' ? declaration : undefined),
  } as DeclaringStack;
  const declaration: Declaration = { type, logicalId: 'It', properties, stack, origin: {} };
  return [{ Ref: 'It' }, ...attributes.map((attribute) => ({ 'Fn::GetAtt': ['It', attribute] }))].map(
    (value) => resolve(value, stack),
  );
}

const ALARM = [
  'Arn',
  { AlarmName: 'bell' },
  'bell',
  'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:bell',
];
const FUNCTION = 'arn:aws:lambda:eu-central-1:111122223333:function:pager';

/** Attributes, properties, then what `Ref` and the attributes give; of a type without any, `Ref` gives an id. */
const CASES: Readonly<Record<string, readonly unknown[]>> = {
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': [
    'Arn',
    { ConfigurationName: 'net' },
    'arn:aws:chatbot::111122223333:chat-configuration/microsoft-teams-channel/net',
    'arn:aws:chatbot::111122223333:chat-configuration/microsoft-teams-channel/net',
  ],
  'AWS::Chatbot::SlackChannelConfiguration': [
    'Arn',
    { ConfigurationName: 'net' },
    'arn:aws:chatbot::111122223333:chat-configuration/slack-channel/net',
    'arn:aws:chatbot::111122223333:chat-configuration/slack-channel/net',
  ],
  'AWS::CloudTrail::Trail': [
    'Arn',
    { TrailName: 'all' },
    'all',
    'arn:aws:cloudtrail:eu-central-1:111122223333:trail/all',
  ],
  'AWS::CloudWatch::Alarm': ALARM,
  'AWS::CloudWatch::AlarmMuteRule': [
    'Arn',
    { Name: 'nights' },
    'arn:aws:cloudwatch:eu-central-1:111122223333:alarm-mute-rule:nights',
    'arn:aws:cloudwatch:eu-central-1:111122223333:alarm-mute-rule:nights',
  ],
  'AWS::CloudWatch::CompositeAlarm': ALARM,
  'AWS::Events::Rule': [],
  'AWS::IAM::ManagedPolicy': [
    'PolicyArn',
    { ManagedPolicyName: 'write', Path: '/logs/' },
    'arn:aws:iam::111122223333:policy/logs/write',
    'arn:aws:iam::111122223333:policy/logs/write',
  ],
  'AWS::IAM::Policy': [],
  'AWS::IAM::Role': ['Arn', { RoleName: 'writer' }, 'writer', 'arn:aws:iam::111122223333:role/writer'],
  'AWS::IAM::RolePolicy': [],
  'AWS::KMS::Alias': ['', { AliasName: 'alias/pager' }, 'alias/pager'],
  'AWS::KMS::Key': [
    'Arn KeyId',
    {},
    '${App.Security.It}',
    'arn:aws:kms:eu-central-1:111122223333:key/${App.Security.It}',
    '${App.Security.It}',
  ],
  'AWS::Lambda::Alias': [
    'AliasArn',
    { FunctionName: 'pager', Name: 'live' },
    `${FUNCTION}:live`,
    `${FUNCTION}:live`,
  ],
  'AWS::Lambda::Function': ['Arn', { FunctionName: 'pager' }, 'pager', FUNCTION],
  'AWS::Lambda::Permission': [],
  'AWS::Lambda::Version': [
    'FunctionArn Version',
    { FunctionName: 'pager' },
    `${FUNCTION}:\${App.Security.It}`,
    `${FUNCTION}:\${App.Security.It}`,
    '${App.Security.It}',
  ],
  'AWS::Logs::LogGroup': [
    'Arn',
    { LogGroupName: 'events' },
    'events',
    'arn:aws:logs:eu-central-1:111122223333:log-group:events:*',
  ],
  'AWS::Logs::MetricFilter': ['', { FilterName: 'edits' }, 'edits'],
  'AWS::SNS::Subscription': [],
  'AWS::SNS::Topic': [
    'TopicArn TopicName',
    { TopicName: 'pager' },
    'arn:aws:sns:eu-central-1:111122223333:pager',
    'arn:aws:sns:eu-central-1:111122223333:pager',
    'pager',
  ],
  'AWS::SNS::TopicInlinePolicy': [],
  'AWS::SNS::TopicPolicy': [],
  'AWS::SQS::Queue': [
    'Arn QueueName QueueUrl',
    { QueueName: 'pager' },
    'https://sqs.eu-central-1.amazonaws.com/111122223333/pager',
    'arn:aws:sqs:eu-central-1:111122223333:pager',
    'pager',
    'https://sqs.eu-central-1.amazonaws.com/111122223333/pager',
  ],
  'AWS::SQS::QueueInlinePolicy': [],
  'AWS::SQS::QueuePolicy': [],
  'AWS::Serverless::Function': ['Arn', { FunctionName: 'pager' }, 'pager', FUNCTION],
};

test('every type of the list has a case', () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(RESOURCE_TYPES).sort());
});

test.each(Object.entries(CASES))(
  'what refers to %s',
  (type, [attributes = '', properties = {}, ...given]) => {
    const names = String(attributes).split(' ').filter(Boolean);
    expect(identifiersOf(type, names, properties as object)).toEqual(
      given.length ? given : ['${App.Security.It}'],
    );
  },
);

test.each([
  ['AWS::SNS::Topic', 'arn:aws:sns:eu-central-1:111122223333:${App.Security.It}'],
  ['AWS::SQS::Queue', 'https://sqs.eu-central-1.amazonaws.com/111122223333/${App.Security.It}'],
  ['AWS::Lambda::Function', '${App.Security.It}'],
])('a made-up name of %s is a placeholder', (type, expected) => {
  expect(identifiersOf(type, [])).toEqual([expected]);
});

test.each([
  ['its ARN', FUNCTION],
  ['a part of its ARN', '111122223333:function:pager'],
  ['a function of another region', 'arn:aws:lambda:us-east-1:111122223333:function:pager'],
])('the function of an alias may be told by %s', (_, FunctionName) => {
  const expected = FunctionName.startsWith('arn:') ? FunctionName : FUNCTION;
  expect(identifiersOf('AWS::Lambda::Alias', [], { FunctionName, Name: 'live' })).toEqual([
    `${expected}:live`,
  ]);
});

test('an attribute that is no identifier is not known', () => {
  expect(identifiersOf('AWS::Lambda::Function', ['SnapStartResponse', 'constructor']).slice(1)).toEqual([
    {
      unreadable: '"SnapStartResponse" of It is known on deployment',
      placeholder: '${App.Security.It.SnapStartResponse}',
    },
    {
      unreadable: '"constructor" of It is known on deployment',
      placeholder: '${App.Security.It.constructor}',
    },
  ]);
});
