import type { Declaration } from '../../cloudformation/declaration';
import { arnOf, type Resolved } from '../../cloudformation/intrinsics';
import { decidedBy, type Field, isUnreadable, shown, type Unreadable } from '../../field/field';
import type { PolicyDocument, Subscription, Topic } from '../snapshot';
import { Fields, resourceOf } from './fields';
import { readPolicyDocument } from './policy-document';

/** The policies that `AWS::SNS::TopicPolicy` resources set, by what stands for the topic's ARN. */
export type TopicPolicies = ReadonlyMap<string, Field<PolicyDocument>>;

/** A policy whose list of topics could not be read may be any topic's. */
const ANY_TOPIC = '*';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html */
export function readTopic(declaration: Declaration, policies: TopicPolicies): Topic {
  const fields = Fields.of(declaration);
  const arn = arnOf(declaration);
  const inline = fields.list('Subscription');
  const unread = isUnreadable(inline) ? inline : inline?.find(isUnreadable);
  return {
    ...resourceOf(declaration),
    arn,
    isFifo: fields.boolean('FifoTopic', false),
    encryptionKey: fields.text('KmsMasterKeyId'),
    policy: policies.get(shown(arn)) ?? policies.get(ANY_TOPIC),
    ...(unread && { unreadSubscriptions: unread }),
  };
}

/**
 * Those of the topics `topicArns`. Each policy replaces the one before: of two for one topic, nobody can say which is deployed last.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicpolicy.html
 */
export function readTopicPolicies(
  declarations: readonly Declaration[],
  topicArns: ReadonlySet<string>,
): TopicPolicies {
  const policies = new Map<string, Field<PolicyDocument>>();
  for (const declaration of declarations) {
    const property = declaration.type === 'AWS::SNS::TopicInlinePolicy' ? 'TopicArn' : 'Topics';
    const topics = Fields.ofProperty(declaration, property).texts(property);
    if (isUnreadable(topics)) {
      policies.set(ANY_TOPIC, topics);
      continue;
    }
    for (const topic of topicArns) {
      const open = topics.filter(isUnreadable).find(({ standIn }) => standIn.includes(topic));
      if (!open && !topics.includes(topic)) continue;
      const policy = open ?? whetherMade(declaration);
      policies.set(topic, policies.has(topic) ? twoPolicies(topic) : policy);
    }
  }
  return policies;
}

function whetherMade(declaration: Declaration): Field<PolicyDocument> {
  const { condition } = declaration;
  if (condition === undefined) return readPolicyDocument(Fields.of(declaration).value('PolicyDocument'));
  return decidedBy(condition);
}

function twoPolicies(topic: string): Unreadable {
  const unreadable = 'two topic policies are set on it, and each replaces the other';
  return { unreadable, standIn: `\${policies of ${topic}}` };
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html */
export function readSubscription(declaration: Declaration): Subscription {
  const fields = Fields.of(declaration);
  return {
    ...subscriptionOf(declaration, fields),
    topicArn: fields.text('TopicArn', ''),
    protocol: fields.text('Protocol', ''),
  };
}

/**
 * Those that the events of a SAM function become.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-sns.html
 */
export function readFunctionSubscriptions(declaration: Declaration): readonly Subscription[] {
  return Object.values(Object(Fields.of(declaration).value('Events')))
    .map((event) => new Fields(event as Resolved))
    .filter((event) => event.value('Type') === 'SNS')
    .map((event) => new Fields(event.value('Properties')))
    .map((fields) => ({
      ...subscriptionOf(declaration, fields),
      topicArn: fields.text('Topic', ''),
      protocol: 'lambda',
    }));
}

function subscriptionOf(
  declaration: Declaration,
  fields: Fields,
): Omit<Subscription, 'topicArn' | 'protocol'> {
  return {
    ...resourceOf(declaration),
    status: 'declared',
    filterPolicy: fields.value('FilterPolicy'),
    filterPolicyScope: fields.text('FilterPolicyScope', 'MessageAttributes'),
  };
}

/** The subscriptions that a topic declares inline, in its property `Subscription`, as far as they could be read. */
export function readInlineSubscriptions(declaration: Declaration): readonly Subscription[] {
  const inline = Fields.of(declaration).list('Subscription');
  const subscriptions = isUnreadable(inline) ? [] : (inline ?? []).filter((item) => !isUnreadable(item));
  return subscriptions.map((subscription) => ({
    ...resourceOf(declaration),
    topicArn: arnOf(declaration),
    protocol: new Fields(subscription).text('Protocol', ''),
    status: 'declared',
    filterPolicy: undefined,
    filterPolicyScope: 'MessageAttributes',
  }));
}
