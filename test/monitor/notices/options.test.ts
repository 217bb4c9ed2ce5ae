import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ArnPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { NaclChangeMonitor, type NaclChangeNoticeOptions } from '../../../src';
import { monitored, only, propertiesOf, WEBHOOK } from '../monitored-stack';
import { readable } from '../readable';

const withNotices = (notices: NaclChangeNoticeOptions | ((stack: Stack) => NaclChangeNoticeOptions) = {}) =>
  monitored((scope) => ({
    notices: {
      subscriptions: [WEBHOOK()],
      ...(typeof notices === 'function' ? notices(scope) : notices),
    },
  }));
const variables = (stack: Stack) =>
  readable(only(stack, 'AWS::Lambda::Function').Properties.Environment.Variables);
const statements = (stack: Stack) =>
  propertiesOf(stack, 'AWS::IAM::ManagedPolicy', 'NaclChangesNoticesFunctionPolicy').PolicyDocument.Statement;

test('a chat has a topic of its own, to which the function may publish too', () => {
  const { stack, monitor } = withNotices({ chat: true });
  const chat = readable(stack.resolve(monitor.noticeChatTopic?.topicArn));
  expect(chat).toMatch(/^\$\{NaclChangesNoticesChatTopic\w{8}\}$/);
  const topic = readable(stack.resolve(monitor.noticeTopic?.topicArn));
  expect(variables(stack)).toMatchObject({ TOPIC_ARN: topic, CHAT_TOPIC_ARN: chat });
  expect(statements(stack)).toContainEqual({
    Effect: 'Allow',
    Action: 'sns:Publish',
    Resource: [topic, chat],
  });
});

test('topics that are passed are used, and the key of an encrypted one', () => {
  const { stack, monitor } = withNotices((scope) => ({
    topic: Topic.fromTopicArn(scope, 'T', 'arn:aws:sns:eu-west-1:444455556666:readers'),
    chatTopic: new Topic(scope, 'Channel', { masterKey: new Key(scope, 'ChannelKey') }),
  }));
  expect(monitor.noticeTopic?.topicArn).toBe('arn:aws:sns:eu-west-1:444455556666:readers');
  expect(variables(stack)).toMatchObject({
    TOPIC_ARN: 'arn:aws:sns:eu-west-1:444455556666:readers',
    CHAT_TOPIC_ARN: expect.stringMatching(/^\$\{Channel\w{8}\}$/),
  });
  const keys = statements(stack).filter((one: any) => String(one.Action).includes('kms:'));
  expect(keys.map((one: any) => one.Resource)).toEqual([
    expect.stringMatching(/^\$\{ChannelKey\w{8}\.Arn\}$/),
  ]);
});

test('the topic of the alarm may be the one of the notices', () => {
  const { stack } = monitored((scope) => {
    const topic = new Topic(scope, 'Pager');
    return { topic, notices: { topic, subscriptions: [WEBHOOK()] } };
  });
  Template.fromStack(stack).resourceCountIs('AWS::SNS::Topic', 1);
});

test('ignored principals are handed to the function, one of the app by its reference', () => {
  const { stack } = withNotices((scope) => ({
    ignorePrincipals: [
      'arn:aws:iam::*:role/pipelines/*',
      new Role(scope, 'Deployer', { assumedBy: new ArnPrincipal('*') }).roleArn,
    ],
  }));
  expect(variables(stack).IGNORE_PRINCIPALS).toMatch(
    /^\["arn:aws:iam::\*:role\/pipelines\/\*","\$\{Deployer\w{8}\.Arn\}"\]$/,
  );
});

test('lookUp gives the two actions and nothing else', () => {
  const { stack } = withNotices({ lookUp: true });
  expect(variables(stack).LOOK_UP).toBe('true');
  expect(statements(stack)).toContainEqual({
    Effect: 'Allow',
    Action: ['ec2:DescribeNetworkAcls', 'ec2:DescribeSubnets'],
    Resource: '*',
  });
  expect(statements(stack)).toHaveLength(5);
  expect(JSON.stringify(statements(withNotices().stack))).not.toContain('ec2:');
});

test('a saved query lists the six events of the log group, newest first', () => {
  const { Properties } = only(withNotices({ savedQuery: true }).stack, 'AWS::Logs::QueryDefinition');
  expect(Properties.Name).toBe('nacl-change-monitor/Security/NaclChanges');
  expect(Properties.LogGroupNames).toEqual([{ Ref: expect.stringMatching(/^NaclChangesLogGroup/) }]);
  const [fields, filter, sort] = Properties.QueryString.split('\n| ');
  expect(fields).toBe(
    'fields eventTime, recipientAccountId, awsRegion, eventName, errorCode, userIdentity.arn, sourceIPAddress, requestParameters.networkAclId, requestParameters.egress, requestParameters.ruleNumber, requestParameters.ruleAction, requestParameters.cidrBlock, requestParameters.ipv6CidrBlock, requestParameters.associationId, eventID',
  );
  expect(sort).toBe('sort @timestamp desc');
  const [, expression] = /^filter eventName like \/(.*)\/$/.exec(filter) ?? [];
  const events = [
    'CreateNetworkAcl',
    'CreateNetworkAclEntry',
    'DeleteNetworkAcl',
    'DeleteNetworkAclEntry',
    'ReplaceNetworkAclEntry',
    'ReplaceNetworkAclAssociation',
    'DescribeNetworkAcls',
    'CreateSecurityGroup',
  ];
  expect(events.filter((name) => new RegExp(expression).test(name))).toEqual(events.slice(0, 6));
});

test('a dashboard counts and lists the changes', () => {
  const { DashboardBody } = readable(
    only(withNotices({ dashboard: true }).stack, 'AWS::CloudWatch::Dashboard').Properties,
  );
  const [graph, list] = JSON.parse(DashboardBody).widgets;
  expect(graph.properties.metrics).toEqual([['Company/Network', 'PacketFilterEdits', { stat: 'Sum' }]]);
  expect(list.properties.query).toMatch(
    /^SOURCE '\$\{NaclChangesLogGroup\w{8}\}' \| fields eventTime.*\n\| filter eventName like \/\^\(Create/,
  );
});

test('with a log group and topics that are passed the key encrypts the function’s log', () => {
  const { stack, monitor } = monitored((scope) => ({
    logGroup: LogGroup.fromLogGroupName(scope, 'L', 'trail-events'),
    topic: new Topic(scope, 'Pager'),
    encryptionKey: new Key(scope, 'Shared'),
    notices: { topic: new Topic(scope, 'Readers') },
  }));
  expect(readable(only(stack, 'AWS::Logs::LogGroup').Properties.KmsKeyId)).toMatch(
    /^\$\{Shared\w{8}\.Arn\}$/,
  );
  expect(monitor.encryptionKey?.node.path).toBe('Security/Shared');
  expect(readable(only(stack, 'AWS::Lambda::Permission').Properties.SourceArn)).toBe(
    'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:trail-events:*',
  );
});

test('topic and key of another stack: no cycle', () => {
  const app = new App();
  const shared = new Stack(app, 'Shared');
  const encryptionKey = new Key(shared, 'Key');
  const stack = new Stack(app, 'Security');
  const monitor = new NaclChangeMonitor(stack, 'NaclChanges', {
    subscriptions: [WEBHOOK()],
    encryptionKey,
    notices: { topic: new Topic(shared, 'Readers', { masterKey: encryptionKey }) },
  });
  new CfnOutput(stack, 'Out', { value: String(monitor.noticeDeadLetterQueue?.queueUrl) });
  app.synth();
  expect(shared.dependencies).toEqual([]);
});
