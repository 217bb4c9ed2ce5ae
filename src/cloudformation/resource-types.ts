import { type Field, isUnreadable } from '../field/field';
import { concatenate } from '../field/text';
import { accountOf, type Environment, partitionOf, regionOf, urlSuffixOf } from './pseudo-parameters';

/** What other resources refer to a resource by. */
export type Identifier = 'name' | 'arn' | 'url';

/** Reads a property of a declaration as text; undefined where it is not set. */
export type PropertyReader = (property: string) => Field<string> | undefined;

/** Puts an identifier together from the name that the resource has or will be given. */
type FromName = (name: Field<string>, stack: Environment, read: PropertyReader) => Field<string>;

/** How resources of a type are referred to. */
export interface TypeEntry {
  /** The property that names it; without one CloudFormation makes a name up. */
  readonly nameProperty?: string;
  /** What `Ref` gives; undefined for an id that nothing of the chain is joined by. */
  readonly ref?: Identifier;
  readonly arn?: FromName;
  readonly url?: FromName;
  /** What `Fn::GetAtt` gives, by attribute. */
  readonly attributes?: Readonly<Record<string, Identifier>>;
}

/**
 * The types of resources that a chain is made of, or that decide whether it works. There is no other list of them.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
export const RESOURCE_TYPES = {
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': chatConfiguration('microsoft-teams-channel'),
  'AWS::Chatbot::SlackChannelConfiguration': chatConfiguration('slack-channel'),
  'AWS::CloudTrail::Trail': {
    nameProperty: 'TrailName',
    ref: 'name',
    arn: arn('cloudtrail', 'trail/'),
    attributes: { Arn: 'arn' },
  },
  'AWS::CloudWatch::Alarm': alarm(),
  'AWS::CloudWatch::AlarmMuteRule': {
    nameProperty: 'Name',
    ref: 'arn',
    arn: arn('cloudwatch', 'alarm-mute-rule:'),
    attributes: { Arn: 'arn' },
  },
  'AWS::CloudWatch::CompositeAlarm': alarm(),
  'AWS::Events::Rule': {},
  'AWS::IAM::ManagedPolicy': {
    nameProperty: 'ManagedPolicyName',
    ref: 'arn',
    arn: identityArn('policy'),
    attributes: { PolicyArn: 'arn' },
  },
  'AWS::IAM::Policy': {},
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    ref: 'name',
    arn: identityArn('role'),
    attributes: { Arn: 'arn' },
  },
  'AWS::IAM::RolePolicy': {},
  'AWS::KMS::Alias': { nameProperty: 'AliasName', ref: 'name', arn: arn('kms', '') },
  'AWS::KMS::Key': { ref: 'name', arn: arn('kms', 'key/'), attributes: { Arn: 'arn', KeyId: 'name' } },
  'AWS::Lambda::Alias': {
    nameProperty: 'Name',
    ref: 'arn',
    arn: qualifiedFunctionArn,
    attributes: { AliasArn: 'arn' },
  },
  'AWS::Lambda::Function': {
    nameProperty: 'FunctionName',
    ref: 'name',
    arn: arn('lambda', 'function:'),
    attributes: { Arn: 'arn' },
  },
  'AWS::Lambda::Permission': {},
  // Its number is given on deployment.
  'AWS::Lambda::Version': {
    ref: 'arn',
    arn: qualifiedFunctionArn,
    attributes: { FunctionArn: 'arn', Version: 'name' },
  },
  'AWS::Logs::LogGroup': {
    nameProperty: 'LogGroupName',
    ref: 'name',
    arn: (name, stack, read) => concatenate([arn('logs', 'log-group:')(name, stack, read), ':*']),
    attributes: { Arn: 'arn' },
  },
  'AWS::Logs::MetricFilter': { nameProperty: 'FilterName', ref: 'name' },
  'AWS::SNS::Subscription': {},
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    ref: 'arn',
    arn: arn('sns', ''),
    attributes: { TopicArn: 'arn', TopicName: 'name' },
  },
  'AWS::SNS::TopicInlinePolicy': {},
  'AWS::SNS::TopicPolicy': {},
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    ref: 'url',
    arn: arn('sqs', ''),
    url: (name, stack) =>
      concatenate([`https://sqs.${regionOf(stack)}.${urlSuffixOf(stack)}/${accountOf(stack)}/`, name]),
    attributes: { Arn: 'arn', QueueName: 'name', QueueUrl: 'url' },
  },
  'AWS::SQS::QueueInlinePolicy': {},
  'AWS::SQS::QueuePolicy': {},
  // SAM makes a Lambda function of it, and subscriptions of its events.
  'AWS::Serverless::Function': {
    nameProperty: 'FunctionName',
    ref: 'name',
    arn: arn('lambda', 'function:'),
    attributes: { Arn: 'arn' },
  },
} as const satisfies Readonly<Record<string, TypeEntry>>;

/** The types that are read; a reader for each of them: `Record<ResourceType, ...>`. */
export type ResourceType = keyof typeof RESOURCE_TYPES;

export function isListed(type: string): type is ResourceType {
  return Object.hasOwn(RESOURCE_TYPES, type);
}

export function isOfListedType<T extends { readonly type: string }>(
  resource: T,
): resource is T & { readonly type: ResourceType } {
  return isListed(resource.type);
}

/** The entry of a type; undefined where it has none. */
export function entryOf(type: string): TypeEntry | undefined {
  return isListed(type) ? RESOURCE_TYPES[type] : undefined;
}

function alarm() {
  return {
    nameProperty: 'AlarmName',
    ref: 'name',
    arn: arn('cloudwatch', 'alarm:'),
    attributes: { Arn: 'arn' },
  } as const satisfies TypeEntry;
}

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awschatbot.html */
function chatConfiguration(kind: string) {
  return {
    nameProperty: 'ConfigurationName',
    ref: 'arn',
    arn: (name, stack) =>
      concatenate([
        `arn:${partitionOf(stack)}:chatbot::${accountOf(stack)}:chat-configuration/${kind}/`,
        name,
      ]),
    attributes: { Arn: 'arn' },
  } as const satisfies TypeEntry;
}

function arn(service: string, prefix: string): FromName {
  return (name, stack) =>
    concatenate([
      `arn:${partitionOf(stack)}:${service}:${regionOf(stack)}:${accountOf(stack)}:${prefix}`,
      name,
    ]);
}

function identityArn(kind: string): FromName {
  return (name, stack, read) =>
    concatenate([`arn:${partitionOf(stack)}:iam::${accountOf(stack)}:${kind}`, read('Path') ?? '/', name]);
}

/**
 * The ARN of a function's alias or version. The function is told by its name, its ARN or a part of that,
 * `123456789012:function:name`.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-alias.html
 */
function qualifiedFunctionArn(
  qualifier: Field<string>,
  stack: Environment,
  read: PropertyReader,
): Field<string> {
  const named = read('FunctionName') ?? '';
  const isArn = !isUnreadable(named) && named.startsWith('arn:');
  const name = isUnreadable(named) ? named : named.replace(/^.*:?function:/, '');
  return concatenate([isArn ? named : arn('lambda', 'function:')(name, stack, read), ':', qualifier]);
}
