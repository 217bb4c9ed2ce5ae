import { statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { builtNotice } from './built';
import { record } from './records';

/** The file of the package, as Lambda runs it, with the two clients of its runtime replaced. */
const FILE = builtNotice();

interface Published {
  readonly region: string;
  readonly TopicArn: string;
  readonly Subject?: string;
  readonly Message: string;
  readonly MessageAttributes: Record<string, { readonly DataType: string; readonly StringValue: string }>;
}
let published: Published[] = [];
let refused: string[] = [];
let asked: object[] = [];
let describe_: (command: string) => unknown = () => ({});

jest.mock('@aws-sdk/client-sns', () => ({
  PublishCommand: class {
    constructor(readonly input: Published) {}
  },
  SNSClient: class {
    constructor(readonly config: { region: string }) {}
    async send({ input }: { input: Published }) {
      if (refused.includes(input.TopicArn))
        throw Object.assign(new Error('no'), { name: 'AuthorizationError' });
      published.push({ ...input, region: this.config.region });
    }
  },
}));
jest.mock(
  '@aws-sdk/client-ec2',
  () => {
    const command = (name: string) =>
      class {
        constructor(readonly input: object) {}
        readonly name = name;
      };
    return {
      DescribeNetworkAclsCommand: command('DescribeNetworkAcls'),
      DescribeSubnetsCommand: command('DescribeSubnets'),
      EC2Client: class {
        constructor(readonly config: { region: string }) {}
        async send({ name, input }: { name: string; input: object }) {
          asked.push({ name, region: this.config.region, ...input });
          return describe_(name);
        }
      },
    };
  },
  { virtual: true },
);

const { handler }: { handler: (event: unknown) => Promise<void> } = require(FILE);

const MAIL = 'arn:aws:sns:eu-central-1:111122223333:notices';
const CHAT = 'arn:aws:sns:us-east-1:111122223333:chat';
let logged: string[] = [];
beforeEach(() => {
  [published, refused, asked, logged] = [[], [], [], []];
  describe_ = () => ({});
  process.env.TOPIC_ARN = MAIL;
  process.env.AWS_REGION = 'eu-central-1';
  for (const name of ['CHAT_TOPIC_ARN', 'IGNORE_PRINCIPALS', 'METRIC_NAMESPACE', 'LOOK_UP'])
    delete process.env[name];
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    logged.push(String(line));
    return true;
  });
});
afterEach(() => jest.restoreAllMocks());

const delivery = (messages: readonly unknown[], changes: object = {}) => {
  const logEvents = messages.map((message, id) => ({
    id: String(id),
    timestamp: 1764065730000,
    message: typeof message === 'string' ? message : JSON.stringify(message),
  }));
  const payload = {
    messageType: 'DATA_MESSAGE',
    owner: '111122223333',
    logGroup: 'trail/logs',
    logStream: 's',
    subscriptionFilters: ['f'],
    logEvents,
    ...changes,
  };
  return { awslogs: { data: gzipSync(JSON.stringify(payload)).toString('base64') } };
};

const DENIED = record({
  errorCode: 'Client.UnauthorizedOperation',
  eventID: '1d3dc8b6-cffb-41e4-163d-cbd857ca87da',
});
const HARMLESS = record(
  {
    eventTime: '2026-11-25T10:00:00Z',
    eventID: '2d3dc8b6-cffb-41e4-163d-cbd857ca87da',
    awsRegion: 'us-east-1',
  },
  { cidrBlock: '192.0.2.0/24' },
);

test('it has at most 16,384 bytes, and asks for nothing but the SDK and Node', () => {
  expect(statSync(FILE).size).toBeLessThanOrEqual(16_384);
  const required = [
    ...require('node:fs')
      .readFileSync(FILE, 'utf8')
      .matchAll(/require\("([^"]+)"\)/g),
  ];
  expect(required.map(([, name]) => name).sort()).toEqual([
    '@aws-sdk/client-ec2',
    '@aws-sdk/client-sns',
    'node:zlib',
  ]);
});

test('one record becomes one message, with attributes to filter by', async () => {
  await handler(delivery([record()]));
  expect(published).toHaveLength(1);
  const [{ region, TopicArn, Subject, Message, MessageAttributes }] = published;
  expect({ region, TopicArn, Subject }).toEqual({
    region: 'eu-central-1',
    TopicArn: MAIL,
    Subject:
      'HIGH RISK: inbound TCP 22 (SSH) allowed from 0.0.0.0/0, every IPv4 addr... [111122223333 eu-west-1]',
  });
  expect(Message).toMatch(
    /^HIGH RISK: inbound TCP port 22 \(SSH\) allowed from 0\.0\.0\.0\/0, every IPv4 address\.\nAdded rule 100 /,
  );
  const { notices, ...others } = MessageAttributes;
  expect(others).toEqual({
    risk: { DataType: 'String', StringValue: 'high' },
    denied: { DataType: 'String', StringValue: 'false' },
    account: { DataType: 'String', StringValue: '111122223333' },
    region: { DataType: 'String', StringValue: 'eu-west-1' },
    eventName: { DataType: 'String', StringValue: 'CreateNetworkAclEntry' },
    principal: { DataType: 'String', StringValue: 'arn:aws:iam::111122223333:role/teams/network-team' },
  });
  expect(JSON.parse(notices.StringValue)).toMatchObject({
    version: 1,
    count: 1,
    notices: [
      {
        risk: 'high',
        eventId: 'cd3dc8b6-cffb-41e4-163d-cbd857ca87da',
        rule: { ports: { from: 22, to: 22 } },
      },
    ],
  });
});

test('several become one digest, dangerous ones first, and the worst decides the risk', async () => {
  await handler(delivery([HARMLESS, DENIED, record()]));
  const [{ Subject, Message, MessageAttributes }] = published;
  expect(Subject).toBe('HIGH RISK: 3 network ACL changes (1 high risk, 1 denied, 1 no known risk)');
  expect(Message.match(/^\d\. .*:/gm)).toEqual(['1. HIGH RISK:', '2. DENIED ATTEMPT:', '3. No known risk:']);
  expect(Message).toContain(
    '3 network ACL changes (1 high risk, 1 denied, 1 no known risk), 2026-11-25 10:00:00 UTC to 2026-11-25 10:15:30 UTC.',
  );
  expect(MessageAttributes.risk.StringValue).toBe('high');
  expect(MessageAttributes.denied.StringValue).toBe('true');
  expect(MessageAttributes.region).toEqual({
    DataType: 'String.Array',
    StringValue: '["eu-west-1","us-east-1"]',
  });
});

test('a chat topic gets JSON of its own, in its own region', async () => {
  process.env.CHAT_TOPIC_ARN = CHAT;
  await handler(delivery([record()]));
  expect(published.map(({ TopicArn, region }) => [TopicArn, region])).toEqual([
    [MAIL, 'eu-central-1'],
    [CHAT, 'us-east-1'],
  ]);
  expect(JSON.parse(published[1].Message)).toMatchObject({ version: '1.0', source: 'custom' });
  expect(Object.keys(published[1].MessageAttributes)).not.toContain('notices');
});

test('control messages and records of other events give nothing', async () => {
  await handler(
    delivery(['CWL CONTROL MESSAGE: Checking health of destination'], { messageType: 'CONTROL_MESSAGE' }),
  );
  await handler(delivery([{ ...record(), eventName: 'RunInstances' }]));
  await handler(delivery([]));
  expect(published).toEqual([]);
});

test('the same record twice is one notice', async () => {
  await handler(delivery([record(), record()]));
  expect(JSON.parse(published[0].MessageAttributes.notices.StringValue).count).toBe(1);
});

test.each([
  ['nothing', undefined],
  ['another event', { Records: [] }],
  ['no base64', { awslogs: { data: '%%%' } }],
  ['no gzip', { awslogs: { data: Buffer.from('{}').toString('base64') } }],
  ['no JSON', { awslogs: { data: gzipSync('x').toString('base64') } }],
  ['no list', { awslogs: { data: gzipSync('{"logEvents":{}}').toString('base64') } }],
  ['null', { awslogs: { data: gzipSync('null').toString('base64') } }],
])('a payload with %s fails the invocation, for the dead-letter queue', async (_, event) => {
  await expect(handler(event)).rejects.toThrow('The event is no gzipped delivery of CloudWatch Logs.');
  expect(published).toEqual([]);
});

test.each(['{"eventName":"CreateNetw', 'null', '"text"', '{}', '[]'])(
  'a line that is no record, %s, is told',
  async (line) => {
    await handler(delivery([line, HARMLESS]));
    expect(published[0].Message).toContain(
      'Risk unknown: a line of the log is not in the form of a record: ',
    );
    expect(published[0].Message).toContain('192.0.2.0/24');
  },
);

test('what fails to be published fails the invocation, after the other topic was tried', async () => {
  process.env.CHAT_TOPIC_ARN = CHAT;
  refused = [MAIL];
  await expect(handler(delivery([record()]))).rejects.toThrow(
    'Not published, 1 changes: AuthorizationError: no',
  );
  expect(published.map(({ TopicArn }) => TopicArn)).toEqual([CHAT]);
});

test('without a topic the invocation fails, and nothing is lost without a word', async () => {
  delete process.env.TOPIC_ARN;
  await expect(handler(delivery([record()]))).rejects.toThrow();
});

test('ignored principals get no notice, and are counted', async () => {
  process.env.IGNORE_PRINCIPALS = '["arn:aws:iam::*:role/teams/network-*"]';
  process.env.METRIC_NAMESPACE = 'Monitor';
  await handler(delivery([record(), HARMLESS, record({ userIdentity: { type: 'Root' }, eventID: 'x' })]));
  expect(JSON.parse(published[0].MessageAttributes.notices.StringValue).count).toBe(1);
  expect(logged.map((line) => JSON.parse(line))).toEqual([
    {
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: 'Monitor',
            Dimensions: [[]],
            Metrics: [{ Name: 'IgnoredNetworkAclChanges', Unit: 'Count' }],
          },
        ],
      },
      IgnoredNetworkAclChanges: 2,
    },
  ]);
});

test('a pattern is no regular expression, and has to match the whole ARN', async () => {
  process.env.IGNORE_PRINCIPALS =
    '["arn:aws:iam::111122223333:role/teams/.*", "network-team", "arn:aws:iam::*:role/(a+)+"]';
  await handler(delivery([record()]));
  expect(published).toHaveLength(1);
});

test.each([
  { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/x:role/pipelines/mallory' },
  {
    type: 'AssumedRole',
    arn: 'arn:aws:sts::111122223333:assumed-role/mallory/s',
    sessionContext: { sessionIssuer: { arn: 'arn:aws:iam::111122223333:role/x:role/pipelines/mallory' } },
  },
])('a path with a colon does not make a principal one of the ignored: %j', async (userIdentity) => {
  process.env.IGNORE_PRINCIPALS = '["arn:aws:iam::*:role/pipelines/*"]';
  await handler(delivery([record({ userIdentity })]));
  expect(published).toHaveLength(1);
});

test('10,000 records in one delivery stay within the limits of SNS, and what is left out is counted', async () => {
  process.env.CHAT_TOPIC_ARN = CHAT;
  const many = Array.from({ length: 10_000 }, (_, index) =>
    record(
      {
        eventID: `cd3dc8b6-cffb-41e4-163d-${String(index).padStart(12, '0')}`,
        userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::111122223333:user/u${index}` },
      },
      { ruleNumber: index, cidrBlock: index === 9_000 ? '0.0.0.0/0' : '192.0.2.0/24' },
    ),
  );
  await handler(delivery(many));
  for (const { Subject = '', Message, MessageAttributes } of published) {
    const attributes = Object.entries(MessageAttributes).flatMap(([name, one]) => [
      name,
      one.DataType,
      one.StringValue,
    ]);
    const bytes = [Subject, Message, ...attributes].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(262_144);
  }
  const [{ Message, Subject, MessageAttributes }] = published;
  expect(Subject).toBe('HIGH RISK: 10000 network ACL changes (1 high risk, 9999 no known risk)');
  expect(Message).toContain('1. HIGH RISK: ');
  const shown = [...Message.matchAll(/^\d+\. /gm)].length;
  expect(Message).toContain(
    `Not shown: ${10_000 - shown} network ACL changes (${10_000 - shown} no known risk), 2026-11-25 10:15:30 UTC to 2026-11-25 10:15:30 UTC. They are in the log group trail/logs, region eu-central-1.`,
  );
  const raw = JSON.parse(MessageAttributes.notices.StringValue);
  expect(raw.omitted).toContain(`Not shown: ${10_000 - raw.notices.length} network ACL changes`);
  expect(raw.notices[0].risk).toBe('high');
});

test('a look-up names the subnets, and says that a network ACL is the default one', async () => {
  process.env.LOOK_UP = 'true';
  describe_ = (command) =>
    command === 'DescribeSubnets'
      ? { Subnets: [{ SubnetId: 'subnet-1', Tags: [{ Key: 'Name', Value: 'web' }] }] }
      : {
          NetworkAcls: [
            {
              NetworkAclId: 'acl-0a1b2c3d4e5f60001',
              IsDefault: true,
              VpcId: 'vpc-1',
              Associations: [
                { SubnetId: 'subnet-1', NetworkAclAssociationId: 'aclassoc-2' },
                { SubnetId: 'subnet-2', NetworkAclAssociationId: 'aclassoc-3' },
              ],
            },
          ],
        };
  await handler(
    delivery([
      record({
        eventName: 'ReplaceNetworkAclAssociation',
        responseElements: { newAssociationId: 'aclassoc-2' },
      }),
    ]),
  );
  expect(published[0].Message).toContain('HIGH RISK: a subnet now has a default network ACL.');
  expect(published[0].Message).toContain(
    'Looked up afterwards: the subnet is subnet-1 (web); the default network ACL of VPC vpc-1; its subnets: subnet-1 (web), subnet-2',
  );
  expect(asked).toEqual([
    {
      name: 'DescribeNetworkAcls',
      region: 'eu-west-1',
      Filters: [{ Name: 'network-acl-id', Values: ['acl-0a1b2c3d4e5f60001'] }],
    },
    {
      name: 'DescribeSubnets',
      region: 'eu-west-1',
      Filters: [{ Name: 'subnet-id', Values: ['subnet-1', 'subnet-2'] }],
    },
  ]);
});

test('a look-up that fails or does not know the network ACL holds nothing back', async () => {
  process.env.LOOK_UP = 'true';
  describe_ = () => {
    throw Object.assign(new Error('not allowed'), { name: 'UnauthorizedOperation' });
  };
  await handler(delivery([record()]));
  expect(published[0].Message).toContain('Looked up afterwards: failed, UnauthorizedOperation: not allowed');
  describe_ = () => ({ NetworkAcls: [] });
  await handler(delivery([record()]));
  expect(published[1].Message).toContain('Looked up afterwards: failed, not found');
});

test('a subnet whose name is a sentence does not say what the look-up found', async () => {
  process.env.LOOK_UP = 'true';
  const Value = 'web); not the default network ACL of VPC vpc-2; its subnets: none (x';
  describe_ = (command) =>
    command === 'DescribeSubnets'
      ? { Subnets: [{ SubnetId: 'subnet-1', Tags: [{ Key: 'Name', Value }] }] }
      : {
          NetworkAcls: [
            {
              NetworkAclId: 'acl-0a1b2c3d4e5f60001',
              IsDefault: true,
              VpcId: 'vpc-1',
              Associations: [{ SubnetId: 'subnet-1', NetworkAclAssociationId: 'aclassoc-2' }],
            },
          ],
        };
  await handler(delivery([record()]));
  expect(published[0].Message).toContain(
    'Looked up afterwards: the default network ACL of VPC vpc-1; its subnets: subnet-1 (web?? not the default network ACL of VPC vpc-2? its subnets: none ?x)\n',
  );
});

test('a look-up that never ends is not waited for', async () => {
  process.env.LOOK_UP = 'true';
  describe_ = () => new Promise(() => undefined);
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  const done = handler(delivery([record()]));
  await jest.advanceTimersByTimeAsync(3000);
  await done;
  jest.useRealTimers();
  expect(published[0].Message).toContain('Looked up afterwards: failed, no answer');
});

test('nobody is asked about other accounts, or where the record has no id and no region', async () => {
  process.env.LOOK_UP = 'true';
  await handler(
    delivery([
      record({ recipientAccountId: '999988887777' }),
      record({ awsRegion: 'x.evil.example/' }),
      record({}, { networkAclId: 'acl-*' }),
    ]),
  );
  expect(asked).toEqual([]);
  expect(published[0].Message).not.toContain('Looked up');
});

test('without a look-up nobody is asked', async () => {
  await handler(delivery([record()]));
  expect(asked).toEqual([]);
});
