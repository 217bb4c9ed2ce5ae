import { CfnCondition, CfnParameter, Fn } from 'aws-cdk-lib';
import { CfnMicrosoftTeamsChannelConfiguration, CfnSlackChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import { CfnFunction, CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { CfnSubscription } from 'aws-cdk-lib/aws-sns';
import { CfnQueue, CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs';
import { type Case, changed, type Expected } from './case';
import { alarmsMayUse, key } from './keys';
import { mayPublish, policy, type SoundAccount } from './sound-account';

// Who listens, and whether SNS may deliver to them.

const QUEUE_ARN = 'arn:aws:sqs:eu-central-1:111122223333:acl-inbox';
const ENDPOINT = 'FAIL at 8 subscription-endpoint';

/** A queue in the place of the web hook. */
function queue(account: SoundAccount, change: object = {}): CfnQueue {
  const made = new CfnQueue(account.stack, 'Inbox', { queueName: 'acl-inbox', ...change });
  account.subscription.protocol = 'sqs';
  account.subscription.endpoint = made.attrArn;
  return made;
}

function queuePolicy(
  { stack }: SoundAccount,
  { ref }: CfnQueue,
  change: object = {},
  id = 'InboxPolicy',
): CfnQueuePolicy {
  return new CfnQueuePolicy(stack, id, {
    queues: [ref],
    policyDocument: policy({
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: QUEUE_ARN,
      Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-central-1:111122223333:security-pager' } },
      ...change,
    }),
  });
}

/** A function in the place of the web hook. */
function lambda(account: SoundAccount): CfnFunction {
  const made = new CfnFunction(account.stack, 'Notify', {
    functionName: 'notify',
    role: 'arn:aws:iam::111122223333:role/notify',
    code: { zipFile: 'exports.handler = async () => {};' },
    handler: 'index.handler',
    runtime: 'nodejs22.x',
  });
  account.subscription.protocol = 'lambda';
  account.subscription.endpoint = made.attrArn;
  return made;
}

function permission({ stack, topic }: SoundAccount, { ref }: CfnFunction, change: object = {}): void {
  new CfnPermission(stack, 'MayInvoke', {
    functionName: ref,
    action: 'lambda:InvokeFunction',
    principal: 'sns.amazonaws.com',
    sourceArn: topic.ref,
    ...change,
  });
}

function chat(account: SoundAccount): void {
  account.without(account.subscription);
  new CfnSlackChannelConfiguration(account.stack, 'Slack', {
    configurationName: 'security',
    iamRoleArn: 'arn:aws:iam::111122223333:role/chat',
    slackChannelId: 'C0123456789',
    slackWorkspaceId: 'T0123456789',
    snsTopicArns: [account.topic.ref],
  });
}

function fifo({ topic, topicPolicy }: SoundAccount): void {
  topic.topicName = 'security-pager.fifo';
  topic.fifoTopic = true;
  topicPolicy.policyDocument = mayPublish({ Resource: topic.ref });
}

function onCondition({ stack }: SoundAccount): CfnCondition {
  const expression = Fn.conditionEquals(new CfnParameter(stack, 'Stage').valueAsString, 'production');
  return new CfnCondition(stack, 'IsProduction', { expression });
}

const filtered = (id: string, what: string, expected: Expected, filterPolicy: object, scope?: string): Case =>
  changed(id, what, expected, ({ subscription }) => {
    subscription.filterPolicy = filterPolicy;
    subscription.filterPolicyScope = scope;
  });

const DROPS = 'FAIL at 8 subscription-filter-policy';

export const LISTENER_FAULTS: readonly Case[] = [
  changed('queue-without-policy', 'queue without a queue policy', ENDPOINT, (account) => {
    queue(account);
  }),
  changed('queue-policy-other-topic', 'queue policy for another topic', ENDPOINT, (account) => {
    queuePolicy(account, queue(account), {
      Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-central-1:111122223333:other' } },
    });
  }),
  changed('queue-key-of-aws', 'queue on the AWS managed key alias/aws/sqs', ENDPOINT, (account) => {
    queuePolicy(account, queue(account, { kmsMasterKeyId: 'alias/aws/sqs' }));
  }),
  changed('queue-key-without-sns', 'queue on a key whose policy leaves SNS out', ENDPOINT, (account) => {
    queuePolicy(
      account,
      queue(account, { kmsMasterKeyId: key(account.stack, 'InboxKey', [alarmsMayUse()]).attrArn }),
    );
  }),
  changed('function-without-permission', 'function that SNS may not invoke', ENDPOINT, (account) => {
    lambda(account);
  }),
  changed('function-other-service', 'function that another service may invoke', ENDPOINT, (account) => {
    permission(account, lambda(account), { principal: 'events.amazonaws.com', sourceArn: undefined });
  }),
  changed('fifo-web-hook', 'FIFO topic with a web hook, which it cannot deliver to', ENDPOINT, fifo),
  filtered(
    'subscription-no-attribute',
    'filter policy for messages without an attribute, which matches none either',
    DROPS,
    {
      severity: [{ exists: false }],
    },
  ),
  filtered('subscription-or-attribute', 'filter policy on one attribute or another', DROPS, {
    $or: [{ severity: ['high'] }, { team: [{ exists: false }] }],
  }),
  filtered(
    'subscription-anything-but',
    'filter policy on anything but this alarm',
    DROPS,
    { AlarmName: [{ 'anything-but': ['acl-edited'] }] },
    'MessageBody',
  ),
  filtered(
    'subscription-prefix',
    'filter policy on another start of the name',
    DROPS,
    { AlarmName: [{ prefix: 'route-' }] },
    'MessageBody',
  ),
  filtered(
    'subscription-not-in-alarms',
    'filter policy on a property that alarm messages lack',
    DROPS,
    { severity: ['high'] },
    'MessageBody',
  ),
];

export const LISTENER_UNKNOWNS: readonly Case[] = [
  changed(
    'unknown-queue',
    'a condition decides which of two queues is subscribed, of which one lets SNS in',
    'UNKNOWN at 8 subscription-endpoint',
    (account) => {
      const inbox = queue(account);
      queuePolicy(account, inbox);
      const closed = new CfnQueue(account.stack, 'Closed', { queueName: 'closed' });
      account.subscription.endpoint = Fn.conditionIf(
        onCondition(account).logicalId,
        inbox.attrArn,
        closed.attrArn,
      ).toString();
    },
  ),
  changed(
    'unknown-queue-policy',
    'queue policy under a condition',
    'UNKNOWN at 8 subscription-endpoint',
    (account) => {
      queuePolicy(account, queue(account)).cfnOptions.condition = onCondition(account);
    },
  ),
  changed(
    'unknown-queue-policies',
    'two queue policies, of which each replaces the other',
    'UNKNOWN at 8 subscription-endpoint',
    (account) => {
      const inbox = queue(account);
      queuePolicy(account, inbox);
      queuePolicy(account, inbox, { Action: 'sqs:ReceiveMessage' }, 'Second');
    },
  ),
  changed(
    'unknown-subscription-beside',
    'subscription of a topic from a parameter, beside one that drops alarm messages',
    'UNKNOWN at 8 subscription-filter-policy',
    (account) => {
      account.subscription.filterPolicy = { severity: ['high'] };
      new CfnSubscription(account.stack, 'Second', {
        topicArn: new CfnParameter(account.stack, 'Choice').valueAsString,
        protocol: 'https',
        endpoint: 'https://hooks.example.com/all',
      });
    },
  ),
  filtered(
    'unknown-subscription-wildcard',
    'filter policy with a wildcard, which is not decided',
    'UNKNOWN at 8 subscription-filter-policy',
    { AlarmName: [{ wildcard: 'acl-*' }] },
    'MessageBody',
  ),
];

export const SOUND_LISTENERS: readonly Case[] = [
  changed('sound-queue', 'queue that lets SNS in', 'PASS', (account) => {
    queuePolicy(account, queue(account));
  }),
  changed('sound-queue-key', 'queue on a key that SNS may use', 'PASS', (account) => {
    const inboxKey = key(account.stack, 'InboxKey', [
      alarmsMayUse({ Principal: { Service: 'sns.amazonaws.com' } }),
    ]);
    queuePolicy(account, queue(account, { kmsMasterKeyId: inboxKey.attrArn }));
  }),
  changed('sound-queue-outside', 'queue that the app does not make', 'PASS', ({ subscription }) => {
    subscription.protocol = 'sqs';
    subscription.endpoint = 'arn:aws:sqs:eu-central-1:111122223333:made-by-hand';
  }),
  changed('sound-function', 'function that SNS may invoke', 'PASS', (account) => {
    permission(account, lambda(account));
  }),
  changed(
    'sound-function-partial-arn',
    'permission that names its function by a partial ARN',
    'PASS',
    (account) => {
      lambda(account);
      new CfnPermission(account.stack, 'MayInvoke', {
        functionName: '111122223333:function:notify',
        action: 'lambda:InvokeFunction',
        principal: 'sns.amazonaws.com',
      });
    },
  ),
  changed('sound-fifo-queue', 'FIFO topic with a queue', 'PASS', (account) => {
    fifo(account);
    queuePolicy(account, queue(account, { queueName: 'acl-inbox.fifo', fifoQueue: true }), {
      Resource: '*',
      Condition: undefined,
    });
  }),
  changed('sound-chat-slack', 'chat configuration of Slack, which subscribes itself', 'PASS', chat),
  changed(
    'sound-chat-teams',
    'chat configuration of Microsoft Teams, which subscribes itself',
    'PASS',
    (account) => {
      account.without(account.subscription);
      new CfnMicrosoftTeamsChannelConfiguration(account.stack, 'Teams', {
        configurationName: 'security',
        iamRoleArn: 'arn:aws:iam::111122223333:role/chat',
        teamId: '00000000-0000-0000-0000-000000000000',
        teamsChannelId: '19%3Achannel%40thread.tacv2',
        teamsTenantId: '00000000-0000-0000-0000-000000000000',
        snsTopicArns: [account.topic.ref],
      });
    },
  ),
  changed(
    'sound-subscription-anything-but',
    'filter policy on anything but another alarm',
    'PASS',
    ({ subscription }) => {
      subscription.filterPolicy = {
        AlarmName: [{ 'anything-but': ['logins'] }],
        NewStateValue: [{ prefix: 'AL' }],
      };
      subscription.filterPolicyScope = 'MessageBody';
    },
  ),
];
