import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { NaclChangeNoticeOptions } from '../../../src';
import { monitored, only, propertiesOf, WEBHOOK } from '../monitored-stack';
import { readable } from '../readable';

const PATTERN =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';

const withNotices = (notices: NaclChangeNoticeOptions = {}, env?: { account: string; region: string }) =>
  monitored(
    { trail: { logGroupName: 'the-group' }, notices: { subscriptions: [WEBHOOK()], ...notices } },
    { env },
  ).stack;
const stack = withNotices();

/** The properties of what stands in the monitor's part `Notices`. */
const part = (of: Stack, type: string, id: string) => propertiesOf(of, type, `NaclChangesNotices${id}`);
const id = (type: string, prefix: string) =>
  Object.keys(Template.fromStack(stack).findResources(type)).find((one) =>
    new RegExp(`^NaclChangesNotices${prefix}[0-9A-F]{8}$`).test(one),
  );

test('without the option there is nothing of it', () => {
  const { monitor, stack: plain } = monitored();
  expect(JSON.stringify(Template.fromStack(plain).toJSON())).not.toMatch(/Notices|Lambda|SQS/);
  expect([monitor.noticeTopic, monitor.noticeChatTopic, monitor.noticeDeadLetterQueue]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('the control’s part of the template stays as it is', () => {
  const resources = (of: Stack) => Template.fromStack(of).toJSON().Resources;
  const plain = resources(monitored({ trail: { logGroupName: 'the-group' } }).stack);
  const { Key: _key, ...others } = Object.fromEntries(
    Object.entries<any>(plain).map(([logicalId, one]) => [
      one.Type === 'AWS::KMS::Key' ? 'Key' : logicalId,
      one,
    ]),
  );
  expect(resources(stack)).toMatchObject(others);
});

test('subscription filter: the exact pattern, on the log group of the metric filter, to the function', () => {
  const { Properties, DependsOn } = only(stack, 'AWS::Logs::SubscriptionFilter');
  expect(readable(Properties)).toEqual({
    LogGroupName: `\${${only(stack, 'AWS::Logs::MetricFilter').Properties.LogGroupName.Ref}}`,
    FilterPattern: PATTERN,
    DestinationArn: `\${${id('AWS::Lambda::Function', 'Function')}.Arn}`,
  });
  // CloudWatch Logs tries the function when the filter is made.
  expect(DependsOn).toEqual([
    id('AWS::IAM::ManagedPolicy', 'FunctionPolicy'),
    id('AWS::Lambda::Permission', 'Permission'),
  ]);
});

test('CloudWatch Logs may invoke the function for that log group of that account alone', () => {
  expect(part(stack, 'AWS::Lambda::Permission', 'Permission')).toEqual({
    Action: 'lambda:InvokeFunction',
    FunctionName: `\${${id('AWS::Lambda::Function', 'Function')}.Arn}`,
    Principal: 'logs.amazonaws.com',
    SourceAccount: '${AWS::AccountId}',
    SourceArn: expect.stringMatching(/^\$\{NaclChangesLogGroup\w+\.Arn\}$/),
  });
});

test('function: inline code of the build, its own log group, a dead-letter queue, and nothing in its environment but what is asked', () => {
  const { Properties, DependsOn } = only(stack, 'AWS::Lambda::Function');
  expect(readable(Properties)).toEqual({
    Description: 'Notices of network ACL changes',
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Code: { ZipFile: expect.stringContaining('handler') },
    Role: `\${${id('AWS::IAM::Role', 'FunctionRole')}.Arn}`,
    MemorySize: 256,
    Timeout: 60,
    DeadLetterConfig: { TargetArn: `\${${id('AWS::SQS::Queue', 'DeadLetters')}.Arn}` },
    LoggingConfig: { LogGroup: `\${${id('AWS::Logs::LogGroup', 'FunctionLogs')}}` },
    Environment: {
      Variables: {
        TOPIC_ARN: `\${${id('AWS::SNS::Topic', 'Topic')}}`,
        METRIC_NAMESPACE: 'Company/Network',
      },
    },
  });
  // Lambda looks whether the role may send to the dead-letter queue.
  expect(DependsOn).toEqual([id('AWS::IAM::ManagedPolicy', 'FunctionPolicy')]);
});

test.each([
  ['eu-central-1', ['arm64']],
  ['us-gov-west-1', ['arm64']],
  ['ap-southeast-7', undefined],
])('in %s it runs on %s', (region, architectures) => {
  const there = withNotices({}, { account: '111122223333', region });
  expect(only(there, 'AWS::Lambda::Function').Properties.Architectures).toEqual(architectures);
});

const publishes = (topic: string) => [
  {
    Effect: 'Allow',
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: expect.stringMatching(/^\$\{NaclChangesKey\w+\.Arn\}$/),
    Condition: { StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': topic } },
  },
];

test('role: Lambda’s, with one policy for its log, its topic and its dead-letter queue', () => {
  const topic = `\${${id('AWS::SNS::Topic', 'Topic')}}`;
  expect(part(stack, 'AWS::IAM::Role', 'FunctionRole')).toEqual({
    Description: 'Publishes notices of network ACL changes',
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
      ],
    },
  });
  expect(part(stack, 'AWS::IAM::ManagedPolicy', 'FunctionPolicy').PolicyDocument.Statement).toEqual([
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: `\${${id('AWS::Logs::LogGroup', 'FunctionLogs')}.Arn}`,
    },
    { Effect: 'Allow', Action: 'sns:Publish', Resource: topic },
    ...publishes(topic),
    {
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: `\${${id('AWS::SQS::Queue', 'DeadLetters')}.Arn}`,
    },
  ]);
});

test('its log group: encrypted, one year, and let in by the key under its own name', () => {
  const { LogGroupName, ...others } = part(stack, 'AWS::Logs::LogGroup', 'FunctionLogs');
  expect(LogGroupName).toMatch(/^\/nacl-change-monitor\/Security-NaclChanges-Notices-\w+-UUID$/);
  expect(others).toEqual({
    RetentionInDays: 365,
    KmsKeyId: expect.stringMatching(/^\$\{NaclChangesKey\w+\.Arn\}$/),
  });
  expect(propertiesOf(stack, 'AWS::KMS::Key', 'NaclChangesKey').KeyPolicy.Statement).toContainEqual({
    Effect: 'Allow',
    Principal: { Service: expect.stringMatching(/^logs\.\$\{AWS::Region\}\./) },
    Action: ['kms:Decrypt*', 'kms:Describe*', 'kms:Encrypt*', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
    Resource: '*',
    Condition: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:${LogGroupName}`,
      },
    },
  });
});

test.each([
  [undefined, 'RetainExceptOnCreate'],
  [RemovalPolicy.DESTROY, 'Delete'],
])('its log group is treated as the evidence is: removalPolicy %s', (removalPolicy, expected) => {
  const { stack: other } = monitored({ removalPolicy, notices: { subscriptions: [WEBHOOK()] } });
  const groups = Object.values<any>(Template.fromStack(other).findResources('AWS::Logs::LogGroup'));
  expect(groups.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual([expected, expected]);
});

test('topic: encrypted with the key, TLS only', () => {
  expect(part(stack, 'AWS::SNS::Topic', 'Topic')).toEqual({
    KmsMasterKeyId: expect.stringMatching(/^\$\{NaclChangesKey\w+\.Arn\}$/),
  });
  expect(part(stack, 'AWS::SNS::TopicPolicy', 'TopicPolicy').PolicyDocument.Statement).toEqual([
    expect.objectContaining({
      Effect: 'Deny',
      Principal: '*',
      Action: 'sns:Publish',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  ]);
});

test('dead-letter queue: encrypted, TLS only, 14 days', () => {
  expect(part(stack, 'AWS::SQS::Queue', 'DeadLetters')).toEqual({
    MessageRetentionPeriod: 1_209_600,
    SqsManagedSseEnabled: true,
  });
  expect(part(stack, 'AWS::SQS::QueuePolicy', 'DeadLettersPolicy').PolicyDocument.Statement).toEqual([
    expect.objectContaining({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 'sqs:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  ]);
});

test.each([
  ['DeadLettersAlarm', 'AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'Maximum', 'QueueName'],
  ['DeliveryErrorsAlarm', 'AWS/Logs', 'DeliveryErrors', 'Sum', 'LogGroupName'],
  ['DeliveryThrottlingAlarm', 'AWS/Logs', 'DeliveryThrottling', 'Sum', 'LogGroupName'],
])('%s tells the topic of the control’s alarm', (name, Namespace, MetricName, Statistic, dimension) => {
  expect(part(stack, 'AWS::CloudWatch::Alarm', name)).toEqual({
    AlarmDescription: expect.stringMatching(/https:\/\/\S+\/docs\/runbook\.md#notices-are-missing$/),
    AlarmActions: [expect.stringMatching(/^\$\{NaclChangesTopic\w{8}\}$/)],
    Namespace,
    MetricName,
    Statistic,
    Dimensions: [
      {
        Name: dimension,
        Value: expect.stringMatching(
          dimension === 'QueueName'
            ? /^\$\{NaclChangesNoticesDeadLetters\w{8}\.QueueName\}$/
            : /^\$\{NaclChangesLogGroup\w{8}\}$/,
        ),
      },
    ],
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
  });
});
