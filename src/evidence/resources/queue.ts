import type { Declaration } from '../../cloudformation/declaration';
import type { Field } from '../../field/field';
import type { Queue, QueuePolicy } from '../resource-model';
import { attributeOf, Fields, resourceOf } from './fields';
import { readPolicyDocument } from './policy-document';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html */
export function readQueue(declaration: Declaration): Queue {
  return {
    ...resourceOf(declaration),
    arn: attributeOf(declaration, 'Arn'),
    url: attributeOf(declaration),
    encryptionKey: Fields.of(declaration).text('KmsMasterKeyId'),
  };
}

/**
 * `AWS::SQS::QueuePolicy` names its queues in a list, `QueueInlinePolicy` one.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queuepolicy.html
 */
export function readQueuePolicy(declaration: Declaration): QueuePolicy {
  return {
    ...resourceOf(declaration),
    queueUrls: queueUrlsOf(declaration),
    document: readPolicyDocument(Fields.of(declaration).value('PolicyDocument')),
  };
}

export function queueUrlsOf(declaration: Declaration): Field<readonly Field<string>[]> {
  const property = declaration.type === 'AWS::SQS::QueueInlinePolicy' ? 'Queue' : 'Queues';
  return Fields.ofProperty(declaration, property).texts(property);
}
