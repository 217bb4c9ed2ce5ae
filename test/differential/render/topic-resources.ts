import { type Account, AWS_MANAGED_KEY } from '../account';
import { isOpen, type May, type Open } from '../open';
import { type Drawn, otherwise, type Pen } from './drawing';
import { asText, policyDocument } from './policies';
import { ACCOUNT_ID, drawn, REGION, Reference } from './tokens';

type Subscription = Account['subscriptions'][number];

const KEY_ELSEWHERE = `arn:aws:kms:${REGION}:${ACCOUNT_ID}:key/11111111-2222-3333-4444-555555555555`;

export function drawTopics({ topics }: Account, inline: readonly Subscription[], { named }: Pen): Drawn[] {
  return topics.flatMap(({ id, fifo, key, inAnotherRegion }) => {
    const name = named || fifo ? `topic-${id}${fifo ? '.fifo' : ''}` : undefined;
    const either = isOpen(key) && key.written === 'alias under conditions' ? key : undefined;
    const listeners = inline.filter(({ topic }) => topic === id).map(({ endpoint }) => destination(endpoint));
    const properties = {
      TopicName: name,
      FifoTopic: fifo || undefined,
      ContentBasedDeduplication: fifo || undefined,
      KmsMasterKeyId: either
        ? `alias/either-${id}`
        : drawn(key, (of) => of && keyOf(of, 'sns'), KEY_ELSEWHERE),
      Subscription: listeners.length ? listeners : undefined,
    };
    const aliases = either ? aliasesUnderConditions(id, either) : [];
    return [...aliases, { id, type: 'AWS::SNS::Topic', inAnotherRegion, properties, name }];
  });
}

/** Policies and subscriptions of a topic stand in its stack. */
function isFar(topics: Account['topics'], topic: May<string>): boolean {
  return topics.some(({ id, inAnotherRegion }) => id === topic && inAnotherRegion);
}

/** One alias of two keys: which of them it names depends on the condition. */
function aliasesUnderConditions(topic: string, either: Open<string | undefined>): Drawn[] {
  return either.options.map((key, index) => ({
    id: `${topic}Alias${index}`,
    type: 'AWS::KMS::Alias',
    properties: { AliasName: `alias/either-${topic}`, TargetKeyId: new Reference(String(key), 'id') },
    present: { ...either, written: 'condition', options: either.options.map((_, other) => other === index) },
  }));
}

function keyOf(id: string, service: string): unknown {
  return id === AWS_MANAGED_KEY ? `alias/aws/${service}` : new Reference(id, 'key');
}

export function drawTopicPolicies({ topicPolicies, topics }: Account, pen: Pen): Drawn[] {
  return topicPolicies.map(({ id, present, topic, statements }) => {
    const resource = isOpen(topic) ? '*' : new Reference(topic, 'arn');
    const document = policyDocument(statements, resource);
    const PolicyDocument = otherwise(pen, pen.style.policiesAsText) ? asText(document) : document;
    const Topics = [drawn(topic, (of) => new Reference(of, 'arn'))];
    return {
      id,
      type: 'AWS::SNS::TopicPolicy',
      present,
      inAnotherRegion: isFar(topics, topic),
      properties: { Topics, PolicyDocument },
    };
  });
}

export function drawQueues({ queues }: Account, pen: Pen): Drawn[] {
  return queues.flatMap(({ id, fifo, key, policy, policyPresent }) => {
    const name = pen.named || fifo ? `queue-${id}${fifo ? '.fifo' : ''}` : undefined;
    const properties = {
      QueueName: name,
      FifoQueue: fifo || undefined,
      KmsMasterKeyId: key && keyOf(key, 'sqs'),
    };
    const queue: Drawn = { id, type: 'AWS::SQS::Queue', properties, name };
    if (!policy) return [queue];
    const document = policyDocument(policy, new Reference(id, 'arn'));
    const PolicyDocument = otherwise(pen, pen.style.policiesAsText) ? asText(document) : document;
    const Queues = [new Reference(id, 'url')];
    return [
      queue,
      {
        id: `${id}Policy`,
        type: 'AWS::SQS::QueuePolicy',
        present: policyPresent,
        properties: { Queues, PolicyDocument },
      },
    ];
  });
}

export function drawFunctions({ functions }: Account, { named }: Pen): Drawn[] {
  return functions.flatMap(({ id, permitted, permissionPresent }) => {
    const name = named ? `function-${id}` : undefined;
    const properties = {
      FunctionName: name,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: `arn:aws:iam::${ACCOUNT_ID}:role/pager`,
      Code: { ZipFile: 'exports.handler = async () => {};' },
    };
    const made: Drawn = { id, type: 'AWS::Lambda::Function', properties, name };
    if (!permitted) return [made];
    const permission = {
      Action: 'lambda:InvokeFunction',
      FunctionName: new Reference(id, 'name'),
      Principal: `${permitted}.amazonaws.com`,
    };
    return [
      made,
      {
        id: `${id}Permission`,
        type: 'AWS::Lambda::Permission',
        present: permissionPresent,
        properties: permission,
      },
    ];
  });
}

/** The subscriptions that their topic can declare itself. */
export function inlineSubscriptions(account: Account, pen: Pen): Subscription[] {
  return account.subscriptions.filter(
    ({ present, topic, filterPolicy, endpoint }) =>
      present === true &&
      !isOpen(topic) &&
      !filterPolicy &&
      ![...account.queues, ...account.functions].some(({ id }) => id === endpoint) &&
      otherwise(pen, pen.style.otherResources),
  );
}

export function drawSubscriptions(
  { subscriptions, chats, functions, topics }: Account,
  inline: readonly Subscription[],
): Drawn[] {
  const isFunction = (endpoint: string) => functions.some(({ id }) => id === endpoint);
  const apart = subscriptions.filter((subscription) => !inline.includes(subscription));
  return [
    ...apart.map(({ id, present, topic, endpoint, filterPolicy }) => ({
      id,
      type: 'AWS::SNS::Subscription',
      present,
      inAnotherRegion: isFar(topics, topic),
      properties: {
        TopicArn: drawn(topic, (of) => new Reference(of, 'arn')),
        ...destination(endpoint),
        ...(isFunction(endpoint) && { Protocol: 'lambda' }),
        FilterPolicyScope: filterPolicy?.scope,
        FilterPolicy: filterPolicy?.policy,
      },
    })),
    ...chats.map(({ id, present, topic }) => ({
      id,
      type: 'AWS::Chatbot::SlackChannelConfiguration',
      present,
      properties: {
        ConfigurationName: id,
        IamRoleArn: `arn:aws:iam::${ACCOUNT_ID}:role/chat`,
        SlackChannelId: 'C1',
        SlackWorkspaceId: 'T1',
        SnsTopicArns: [drawn(topic, (of) => new Reference(of, 'arn'))],
      },
    })),
  ];
}

function destination(endpoint: string): { Protocol: string; Endpoint: unknown } {
  switch (endpoint) {
    case 'https':
      return { Protocol: 'https', Endpoint: 'https://hooks.example.com/changes' };
    case 'email':
      return { Protocol: 'email', Endpoint: 'security@example.com' };
    case 'queue elsewhere':
      return { Protocol: 'sqs', Endpoint: `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:elsewhere` };
    case 'function elsewhere':
      return { Protocol: 'lambda', Endpoint: `arn:aws:lambda:${REGION}:${ACCOUNT_ID}:function:elsewhere` };
    default:
      return { Protocol: 'sqs', Endpoint: new Reference(endpoint, 'arn') };
  }
}
