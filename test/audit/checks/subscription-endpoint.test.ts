import { subscriptionEndpoint } from '../../../src/audit/checks/subscription-endpoint';
import type {
  FunctionPermission,
  LambdaFunction,
  PolicyDocument,
  QueuePolicy,
} from '../../../src/evidence/resource-model';
import {
  type Difference,
  finding,
  HIDDEN,
  judged,
  KEY,
  QUEUE,
  QUEUE_POLICY,
  statement,
} from '../sound-account';

const PLACE = { region: 'eu-central-1', account: '111122223333' };
const TOPIC_ARN = 'arn:aws:sns:eu-central-1:111122223333:security-pager';
const MAY_SEND = statement({
  principals: { Service: ['sns.amazonaws.com'] },
  actions: ['sqs:SendMessage'],
  resources: ['*'],
});
const may = (given: object): PolicyDocument => ({ statements: [{ ...MAY_SEND, ...given }] });
const set = (given: Partial<QueuePolicy>): QueuePolicy => ({ ...QUEUE_POLICY, ...given });

const FUNCTION_ARN = 'arn:aws:lambda:eu-central-1:111122223333:function:acl-pager';
const FUNCTION: LambdaFunction = {
  origin: { path: 'Watch/Pager' },
  ...PLACE,
  arn: FUNCTION_ARN,
  name: 'acl-pager',
};
const PERMISSION: FunctionPermission = {
  origin: { path: 'Watch/Pager/Permission' },
  ...PLACE,
  functionName: 'acl-pager',
  statement: statement({
    principals: { Service: ['sns.amazonaws.com'] },
    actions: ['lambda:InvokeFunction'],
    conditions: { ArnLike: { 'aws:SourceArn': [TOPIC_ARN] } },
  }),
};
const called = (...permissions: Partial<FunctionPermission>[]): Difference => ({
  subscriptions: [{ protocol: 'lambda', endpoint: FUNCTION_ARN }],
  more: {
    functions: [FUNCTION],
    functionPermissions: permissions.map((given) => ({ ...PERMISSION, ...given })),
  },
});
const encrypted = (encryptionKey: string, ...more: object[]): Difference => ({
  queue: { encryptionKey },
  key: {
    policy: {
      statements: [...(KEY.policy as PolicyDocument).statements, ...more.map((given) => statement(given))],
    },
  },
});
const MAY_ENCRYPT = {
  principals: { Service: ['sns.amazonaws.com'] },
  actions: ['kms:GenerateDataKey*', 'kms:Decrypt'],
  resources: ['*'],
};
const HTTPS = { protocol: 'https', endpoint: 'https://hooks.example.com/acl' };
const SECOND_ARN = 'arn:aws:sqs:eu-central-1:111122223333:second-inbox';
/** A condition decides which of two queues is subscribed. */
const EITHER = {
  unreadable: 'it depends on the condition "IsProduction"',
  placeholder: `if(IsProduction,arn:aws:sqs:eu-central-1:111122223333:acl-inbox,${SECOND_ARN})`,
};

const NOBODY =
  'FAIL: SNS may not deliver to any subscriber of topic "security-pager": the policy or the key of the queue, or the permissions of the function, leave it out';
const FIFO =
  'FAIL: topic "security-pager" is a FIFO topic, which delivers to SQS queues only, and none of them listens';
const OUTSIDE =
  'PASS: whether SNS may deliver to the subscriber of topic "security-pager" is not part of the evidence';
const open = (why: string) =>
  `UNKNOWN: whether SNS may deliver to a subscriber of topic "security-pager" could not be read: ${why}`;
const MAYBE_ANOTHER =
  'UNKNOWN: whether topic "security-pager" has another subscription could not be read: it comes from a parameter';

test.each<[string, Difference, string]>([
  ['a queue that lets SNS in', {}, 'PASS'],
  ['a web hook', { subscriptions: [HTTPS] }, 'PASS'],
  ['an address', { subscriptions: [{ protocol: 'email', endpoint: 'security@example.com' }] }, 'PASS'],
  ['a chat configuration', { subscriptions: [{ protocol: 'chat', endpoint: undefined }] }, 'PASS'],
  ['nobody, which another check says', { subscriptions: [] }, 'PASS'],
  ['a queue without a policy', { queuePolicy: null }, NOBODY],
  ['a queue without a policy, beside a web hook', { queuePolicy: null, subscriptions: [{}, HTTPS] }, 'PASS'],
  ['a queue outside the evidence', { queue: null, queuePolicy: null }, OUTSIDE],
  [
    'a queue without a policy, beside one outside the evidence',
    { queuePolicy: null, subscriptions: [{}, { endpoint: SECOND_ARN }] },
    OUTSIDE,
  ],
  ['a queue that could not be read', { subscriptions: [{ endpoint: HIDDEN }] }, OUTSIDE],
  [
    'a protocol that could not be read',
    { subscriptions: [{ protocol: HIDDEN }] },
    open('it comes from a parameter'),
  ],
  [
    'a policy for another service',
    { queuePolicy: may({ principals: { Service: ['events.amazonaws.com'] } }) },
    NOBODY,
  ],
  [
    'a policy for another topic',
    {
      queuePolicy: may({
        conditions: { ArnEquals: { 'aws:SourceArn': ['arn:aws:sns:eu-central-1:111122223333:other'] } },
      }),
    },
    NOBODY,
  ],
  [
    'a policy for everybody of the account',
    {
      queuePolicy: may({
        principals: { '*': ['*'] },
        conditions: { StringEquals: { 'aws:SourceAccount': ['111122223333'] } },
      }),
    },
    'PASS',
  ],
  ['a policy for another queue', { queuePolicy: may({ resources: [SECOND_ARN] }) }, NOBODY],
  ['a policy for another action', { queuePolicy: may({ actions: ['sqs:ReceiveMessage'] }) }, NOBODY],
  ['a policy that could not be read', { queuePolicy: HIDDEN }, open('it comes from a parameter')],
  [
    'two policies that let SNS in',
    { more: { queuePolicies: [set({}), set({ document: may({}) })] } },
    'PASS',
  ],
  [
    'two policies, of which each replaces the other',
    { more: { queuePolicies: [set({}), set({ document: may({ actions: ['sqs:ReceiveMessage'] }) })] } },
    open('several are set, and each replaces the other'),
  ],
  [
    'the same two in another order',
    { more: { queuePolicies: [set({ document: may({ actions: ['sqs:ReceiveMessage'] }) }), set({})] } },
    open('several are set, and each replaces the other'),
  ],
  [
    'a policy under a condition',
    { more: { queuePolicies: [set({ condition: 'IsProduction' })] } },
    open('it depends on the condition "IsProduction"'),
  ],
  [
    'a policy of a queue that could not be read',
    { more: { queuePolicies: [set({ queueUrls: HIDDEN })] } },
    open('it comes from a parameter'),
  ],
  [
    'a policy of another queue',
    {
      more: {
        queuePolicies: [
          set({ queueUrls: ['https://sqs.eu-central-1.amazonaws.com/111122223333/second-inbox'] }),
        ],
      },
    },
    NOBODY,
  ],
  [
    'a queue under a condition',
    { queue: { condition: 'IsProduction' } },
    open('it depends on the condition "IsProduction"'),
  ],
  ['a queue on the AWS managed key', { queue: { encryptionKey: 'alias/aws/sqs' } }, NOBODY],
  [
    'a queue on the AWS managed key by its ARN',
    { queue: { encryptionKey: 'arn:aws:kms:eu-central-1:111122223333:alias/aws/sqs' } },
    NOBODY,
  ],
  ['a queue on a key without SNS', encrypted('0a1b2c3d'), NOBODY],
  ['a queue on a key with SNS', encrypted('0a1b2c3d', MAY_ENCRYPT), 'PASS'],
  ['a queue on a key by its alias', encrypted('alias/audit', MAY_ENCRYPT), 'PASS'],
  [
    'a queue on a key that lets SNS decrypt only',
    encrypted('0a1b2c3d', { ...MAY_ENCRYPT, actions: ['kms:Decrypt'] }),
    NOBODY,
  ],
  [
    'a queue on a key outside the evidence',
    encrypted('9f9f', MAY_ENCRYPT),
    open(
      'key "9f9f", which encrypts the queue, is not part of the evidence: whether its policy lets sns.amazonaws.com use it could not be read',
    ),
  ],
  ['a function with a permission', called({}), 'PASS'],
  ['a function without a permission', called(), NOBODY],
  ['a function with a permission by its ARN', called({ functionName: FUNCTION_ARN }), 'PASS'],
  [
    'a permission for another topic',
    called({
      statement: {
        ...PERMISSION.statement,
        conditions: { ArnLike: { 'aws:SourceArn': ['arn:aws:sns:eu-central-1:111122223333:other'] } },
      },
    }),
    NOBODY,
  ],
  ['a permission of another function', called({ functionName: 'other' }), NOBODY],
  [
    'a permission for another service',
    called({ statement: { ...PERMISSION.statement, principals: { Service: ['s3.amazonaws.com'] } } }),
    NOBODY,
  ],
  [
    'a permission under a condition',
    called({ condition: 'IsProduction' }),
    open('it depends on the condition "IsProduction"'),
  ],
  ['a permission under a condition beside one without', called({ condition: 'IsProduction' }, {}), 'PASS'],
  [
    'a permission of a function that could not be read',
    called({ functionName: HIDDEN }),
    open('it comes from a parameter'),
  ],
  ['a function outside the evidence', { ...called(), more: {} }, OUTSIDE],
  [
    'a condition decides which of two queues is subscribed, of which one lets SNS in',
    {
      subscriptions: [{ endpoint: EITHER }],
      more: {
        queues: [
          QUEUE,
          {
            ...QUEUE,
            arn: SECOND_ARN,
            url: 'https://sqs.eu-central-1.amazonaws.com/111122223333/second-inbox',
          },
        ],
      },
    },
    open('it depends on the condition "IsProduction"'),
  ],
  ['a FIFO topic with a queue', { topic: { isFifo: true } }, 'PASS'],
  ['a FIFO topic with a web hook', { topic: { isFifo: true }, subscriptions: [HTTPS] }, FIFO],
  [
    'a FIFO topic with a chat configuration',
    { topic: { isFifo: true }, subscriptions: [{ protocol: 'chat', endpoint: undefined }] },
    FIFO,
  ],
  ['a FIFO topic with a queue without a policy', { topic: { isFifo: true }, queuePolicy: null }, NOBODY],
  [
    'a topic of which it is not known whether it is FIFO',
    { topic: { isFifo: HIDDEN }, subscriptions: [HTTPS] },
    open('it comes from a parameter'),
  ],
  [
    'a FIFO topic with a web hook beside a queue',
    { topic: { isFifo: true }, subscriptions: [HTTPS, {}] },
    'PASS',
  ],
  [
    'a subscription under a condition to a queue without a policy',
    { queuePolicy: null, subscriptions: [{ condition: 'IsProduction' }] },
    NOBODY,
  ],
  [
    'a queue without a policy, beside a web hook under a condition',
    { queuePolicy: null, subscriptions: [{}, { ...HTTPS, condition: 'IsProduction' }] },
    open('it depends on the condition "IsProduction"'),
  ],
  [
    'a queue without a policy, beside a web hook that no alarm message reaches',
    { queuePolicy: null, subscriptions: [{}, { ...HTTPS, filterPolicy: { severity: ['high'] } }] },
    NOBODY,
  ],
  [
    'a queue without a policy, beside subscriptions that could not be read',
    { queuePolicy: null, topic: { unreadSubscriptions: HIDDEN } },
    MAYBE_ANOTHER,
  ],
  [
    'a queue without a policy, on a topic outside the evidence',
    { queuePolicy: null, topic: null },
    'UNKNOWN: whether topic "security-pager" has another subscription could not be read: the topic is not part of the evidence',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(subscriptionEndpoint, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(subscriptionEndpoint, { queuePolicy: null })).toEqual({
    outcome: 'FAIL',
    reason: expect.stringContaining('SNS may not deliver to any subscriber of topic "security-pager"'),
    remedy:
      'subscribe with topic.addSubscription(new SqsSubscription(queue)) or new LambdaSubscription(fn), which let SNS in; encrypt a queue with a key whose policy lets sns.amazonaws.com use kms:GenerateDataKey* and kms:Decrypt',
    subject: { path: 'Watch/Topic/Queue' },
  });
});
