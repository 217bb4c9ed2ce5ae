import { Topic } from 'aws-cdk-lib/aws-sns';
import type { AwsCli, Output } from '../../emulator/aws-cli';
import { DeployedStack } from '../../emulator/deploy';
import { ListeningQueue } from '../../emulator/listening-queue';
import { Network } from '../../emulator/network-acl-changes';
import { monitor, synthesize } from '../../emulator/synthesize';
import { until } from '../../emulator/until';
import { describeOnEmulator } from './describe-on-emulator';

const PIPELINE = 'arn:aws:iam::123456789012:role/pipelines/network';

/** What CloudTrail writes of a role that was not allowed to open SSH to everybody. */
const DENIED = {
  eventVersion: '1.11',
  userIdentity: {
    type: 'AssumedRole',
    arn: 'arn:aws:sts::123456789012:assumed-role/visitor/mallory',
    accountId: '123456789012',
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        arn: 'arn:aws:iam::123456789012:role/visitor',
        accountId: '123456789012',
        userName: 'visitor',
      },
    },
  },
  eventTime: '2026-11-25T10:11:12Z',
  eventSource: 'ec2.amazonaws.com',
  eventName: 'CreateNetworkAclEntry',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '198.51.100.7',
  userAgent: 'aws-cli/2.31.0',
  errorCode: 'Client.UnauthorizedOperation',
  errorMessage: 'You are not authorized to perform this operation.',
  requestParameters: {
    networkAclId: 'acl-0123456789abcdef0',
    ruleNumber: 50,
    egress: false,
    ruleAction: 'allow',
    aclProtocol: '6',
    cidrBlock: '0.0.0.0/0',
    icmpTypeCode: {},
    portRange: { from: 22, to: 22 },
  },
  responseElements: null,
  eventID: '11111111-2222-4333-8444-555555555555',
  recipientAccountId: '123456789012',
};
const BY_THE_PIPELINE = {
  ...DENIED,
  userIdentity: {
    ...DENIED.userIdentity,
    arn: 'arn:aws:sts::123456789012:assumed-role/network/deploy',
    sessionContext: {
      sessionIssuer: { ...DENIED.userIdentity.sessionContext.sessionIssuer, arn: PIPELINE },
    },
  },
  errorCode: undefined,
  errorMessage: undefined,
  responseElements: { _return: true },
};

describeOnEmulator('a notice', (emulator) => {
  const aws = (): AwsCli => emulator().aws;
  let readers: ListeningQueue;
  let chat: ListeningQueue;
  let logGroup: string;
  let deadLetters: string;

  beforeAll(async () => {
    const stack = new DeployedStack(aws(), 'monitoring');
    const template = synthesize((scope) => {
      monitor(scope, {
        notices: {
          topic: new Topic(scope, 'Readers', { topicName: 'readers' }),
          chatTopic: new Topic(scope, 'Chat', { topicName: 'chat' }),
          ignorePrincipals: ['arn:aws:iam::*:role/pipelines/*'],
        },
      });
    });
    await stack.create(template);
    const resources = await stack.resources();
    const physicalId = (type: string, logicalId: RegExp) =>
      resources.find((one) => one.type === type && logicalId.test(one.logicalId))?.physicalId ?? `no ${type}`;
    logGroup = physicalId('AWS::Logs::LogGroup', /^MonitorLogGroup/);
    deadLetters = physicalId('AWS::SQS::Queue', /DeadLetters/);
    readers = await ListeningQueue.subscribe(aws(), 'inbox', physicalId('AWS::SNS::Topic', /^Readers/));
    chat = await ListeningQueue.subscribe(aws(), 'channel', physicalId('AWS::SNS::Topic', /^Chat/));
  }, 60_000);

  const next = (queue: ListeningQueue): Promise<Output> =>
    until('a notice', 30, 0, async () => (await queue.receiveFromTopic(1))[0]);
  const deliver = (record: object) => {
    const event = { timestamp: Date.now(), message: JSON.stringify(record) };
    const events = ['--log-events', JSON.stringify([event])];
    return aws().run(
      ...['logs', 'put-log-events', '--log-group-name', logGroup],
      ...['--log-stream-name', '123456789012_CloudTrail_us-east-1', ...events],
    );
  };

  test('of a real call in another region reaches the readers in words, with attributes, and the chat', async () => {
    const network = await Network.make(aws().inRegion('eu-west-1'));
    await network.createNetworkAcl();
    expect((await next(readers)).MessageAttributes.eventName).toEqual({ Type: 'String', Value: 'CreateNetworkAcl' });
    await next(chat);
    await network.createNetworkAclEntry();
    const notice = await next(readers);
    console.log(notice);
    console.log(await next(chat));
  });

  test('of a denied change says so', async () => {
    await deliver(DENIED);
    const notice = await next(readers);
    console.log(notice.Subject, notice.Message);
    await next(chat);
  });

  test('x', async () => {
    await emulator().advanceClock(3600);
    await deliver(BY_THE_PIPELINE);
    console.log(await aws().run('cloudwatch', 'describe-alarms', '--query', 'MetricAlarms[].[AlarmName,StateValue]'));
    await deliver({ ...DENIED, eventID: 'after' });
    console.log((await next(readers)).Message);
    await next(chat);
  });

  test('dlq', async () => {
    for (const { TopicArn } of (await aws().run('sns', 'list-topics')).Topics) if (/:readers$/.test(TopicArn)) await aws().run('sns', 'delete-topic', '--topic-arn', TopicArn);
    await deliver(DENIED);
    const letter = await until('dead', 30, 0, async () => (await aws().run('sqs', 'receive-message', '--queue-url', deadLetters, '--wait-time-seconds', '1', '--message-attribute-names', 'All'))?.Messages?.[0]);
    console.log(letter);
  });
});
