import { gunzipSync } from 'node:zlib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { AwsCli, Output } from '../../emulator/aws-cli';
import { DeployedStack } from '../../emulator/deploy';
import { ListeningQueue } from '../../emulator/listening-queue';
import { Network } from '../../emulator/network-acl-changes';
import { monitor, synthesize } from '../../emulator/synthesize';
import { until } from '../../emulator/until';
import { describeOnEmulator } from './describe-on-emulator';

const LONGER_THAN_A_PERIOD = 3600;
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
  let topicArn: string;

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
    topicArn = physicalId('AWS::SNS::Topic', /^Readers/);
    readers = await ListeningQueue.subscribe(aws(), 'inbox', topicArn);
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

  const alarmStates = (): Promise<Record<string, string>> =>
    aws()
      .run('cloudwatch', 'describe-alarms', '--query', 'MetricAlarms[].[AlarmName,StateValue]')
      .then(Object.fromEntries);

  test('of a real call in another region reaches the readers in words, with attributes, and the chat', async () => {
    const network = await Network.make(aws().inRegion('eu-west-1'));
    await network.createNetworkAcl();
    const created = await next(readers);
    expect(created.Subject).toContain('network ACL');
    expect(created.MessageAttributes).toMatchObject({
      eventName: { Type: 'String', Value: 'CreateNetworkAcl' },
      risk: { Type: 'String', Value: 'none' },
    });
    await next(chat);

    await network.createNetworkAclEntry();
    const { Subject, Message, MessageAttributes } = await next(readers);
    expect(Subject).toMatch(/^HIGH RISK: inbound .*TCP 22 \(SSH\).*\[123456789012 eu-west-1\]$/);
    expect(Message).toMatch(/^HIGH RISK: .* 0\.0\.0\.0\/0.*\nAdded rule 100 to network ACL acl-/);
    expect(Message).toMatch(/\nWho: .*emulator\n/);
    expect(MessageAttributes).toMatchObject({
      account: { Type: 'String', Value: '123456789012' },
      region: { Type: 'String', Value: 'eu-west-1' },
      eventName: { Type: 'String', Value: 'CreateNetworkAclEntry' },
      risk: { Type: 'String', Value: 'high' },
      denied: { Type: 'String', Value: 'false' },
      principal: { Type: 'String', Value: 'arn:aws:iam::123456789012:user/emulator' },
    });
    expect(JSON.parse((await next(chat)).Message)).toMatchObject({
      version: '1.0',
      source: 'custom',
      content: {
        textType: 'client-markdown',
        title: expect.stringMatching(/^HIGH RISK: inbound .*TCP 22/),
      },
    });
  });

  test('of a denied change says that nothing changed', async () => {
    await deliver(DENIED);
    const { Subject, Message, MessageAttributes } = await next(readers);
    expect(Subject).toMatch(/^DENIED ATTEMPT: /);
    expect(Message).toContain('nothing changed');
    expect(MessageAttributes).toMatchObject({ risk: { Value: 'attempt' }, denied: { Value: 'true' } });
    await next(chat);
  });

  test('is left out for an ignored principal, and the alarm goes off for it all the same', async () => {
    await emulator().advanceClock(LONGER_THAN_A_PERIOD);
    expect((await alarmStates())['a-subnet-was-opened-or-closed']).toBe('OK');
    await deliver(BY_THE_PIPELINE);
    expect((await alarmStates())['a-subnet-was-opened-or-closed']).toBe('ALARM');
    // The next notice is that of the next change: none came between.
    await deliver({ ...DENIED, eventID: '99999999-2222-4333-8444-555555555555' });
    expect((await next(readers)).Message).toContain('id 99999999-2222-4333-8444-555555555555');
    await next(chat);
    expect(await readers.receiveFromTopic()).toEqual([]);
  });

  test('that cannot be published ends in the dead-letter queue, and the chat is still told', async () => {
    await aws().run('sns', 'delete-topic', '--topic-arn', topicArn);
    await deliver(DENIED);
    const letters = await until('a dead letter', 30, 0, async () => {
      const wait = ['--wait-time-seconds', '1'];
      return (await aws().run('sqs', 'receive-message', '--queue-url', deadLetters, ...wait))?.Messages;
    });
    const { data } = JSON.parse(letters[0].Body).requestPayload.awslogs;
    const { logEvents } = JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString());
    expect(JSON.parse(logEvents[0].message).eventID).toBe('11111111-2222-4333-8444-555555555555');
    await next(chat);
  });
});
