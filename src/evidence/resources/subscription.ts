import type { Declaration } from '../../cloudformation/declaration';
import { arnOf, type Resolved } from '../../cloudformation/intrinsics';
import { type Field, isUnreadable } from '../../field/field';
import type { Subscription } from '../resource-model';
import { attributeOf, Fields, resourceOf } from './fields';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html */
export function readSubscription(declaration: Declaration): Subscription {
  const fields = Fields.of(declaration);
  return {
    ...subscriptionOf(declaration, fields),
    topicArn: fields.text('TopicArn', ''),
    protocol: fields.text('Protocol', ''),
    endpoint: fields.text('Endpoint'),
  };
}

/** The subscriptions that a topic declares inline, in its property `Subscription`, as far as they could be read. */
export function readInlineSubscriptions(declaration: Declaration): readonly Subscription[] {
  const inline = Fields.of(declaration).list('Subscription');
  const subscriptions = isUnreadable(inline) ? [] : (inline ?? []).filter((item) => !isUnreadable(item));
  return subscriptions
    .map((subscription) => new Fields(subscription))
    .map((fields) => ({
      ...subscriptionOf(declaration, new Fields({})),
      topicArn: arnOf(declaration),
      protocol: fields.text('Protocol', ''),
      endpoint: fields.text('Endpoint'),
    }));
}

/**
 * Those that the events of a SAM function become.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-sns.html
 */
export function readFunctionSubscriptions(declaration: Declaration): readonly Subscription[] {
  return topicEventsOf(declaration).map((fields) => ({
    ...subscriptionOf(declaration, fields),
    topicArn: fields.text('Topic', ''),
    protocol: 'lambda',
    endpoint: attributeOf(declaration, 'Arn'),
  }));
}

export function topicEventsOf(declaration: Declaration): readonly Fields[] {
  return Object.values(Object(Fields.of(declaration).value('Events')))
    .map((event) => new Fields(event as Resolved))
    .filter((event) => event.value('Type') === 'SNS')
    .map((event) => new Fields(event.value('Properties')));
}

/**
 * Those of a chat configuration, which subscribes itself to its topics.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-chatbot-slackchannelconfiguration.html
 */
export function readChatSubscriptions(declaration: Declaration): readonly Subscription[] {
  return chatTopicsOf(declaration).map((topicArn) => ({
    ...subscriptionOf(declaration, new Fields({})),
    topicArn,
    protocol: 'chat',
    endpoint: undefined,
  }));
}

export function chatTopicsOf(declaration: Declaration): readonly Field<string>[] {
  const topics = Fields.ofProperty(declaration, 'SnsTopicArns').texts('SnsTopicArns');
  return isUnreadable(topics) ? [topics] : topics;
}

function subscriptionOf(
  declaration: Declaration,
  fields: Fields,
): Omit<Subscription, 'topicArn' | 'protocol' | 'endpoint'> {
  return {
    ...resourceOf(declaration),
    status: 'declared',
    filterPolicy: fields.value('FilterPolicy'),
    filterPolicyScope: fields.text('FilterPolicyScope', 'MessageAttributes'),
  };
}

export function topicArnOf(declaration: Declaration): Field<string> {
  return Fields.ofProperty(declaration, 'TopicArn').text('TopicArn', '');
}
