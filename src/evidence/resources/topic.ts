import type { Declaration } from '../../cloudformation/declaration';
import { arnOf } from '../../cloudformation/intrinsics';
import { type Field, isUnreadable } from '../../field/field';
import type { Topic, TopicPolicy } from '../resource-model';
import { Fields, resourceOf } from './fields';
import { readPolicyDocument } from './policy-document';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html */
export function readTopic(declaration: Declaration): Topic {
  const fields = Fields.of(declaration);
  const inline = fields.list('Subscription');
  const unread = isUnreadable(inline) ? inline : inline?.find(isUnreadable);
  return {
    ...resourceOf(declaration),
    arn: arnOf(declaration),
    isFifo: fields.boolean('FifoTopic', false),
    encryptionKey: fields.text('KmsMasterKeyId'),
    ...(unread && { unreadSubscriptions: unread }),
  };
}

/**
 * `AWS::SNS::TopicPolicy` names its topics in a list, `TopicInlinePolicy` one.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicpolicy.html
 */
export function readTopicPolicy(declaration: Declaration): TopicPolicy {
  return {
    ...resourceOf(declaration),
    topicArns: topicArnsOf(declaration),
    document: readPolicyDocument(Fields.of(declaration).value('PolicyDocument')),
  };
}

export function topicArnsOf(declaration: Declaration): Field<readonly Field<string>[]> {
  const property = declaration.type === 'AWS::SNS::TopicInlinePolicy' ? 'TopicArn' : 'Topics';
  return Fields.ofProperty(declaration, property).texts(property);
}
