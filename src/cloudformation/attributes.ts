import type { Field } from '../field/field';
import { concatenate, placeholder } from '../field/text';
import type { Declaration, DeclaringStack } from './declaration';
import { accountOf, partitionOf, regionOf } from './pseudo-parameters';

/** What `Ref` and `Fn::GetAtt` give for the resources of the chain: their names and ARNs. */
interface NamedType {
  /** The property that names it; without one CloudFormation makes a name up. */
  readonly nameProperty?: string;
  arn(name: Field<string>, stack: DeclaringStack, read: PropertyReader): Field<string>;
  readonly ref: 'name' | 'arn';
  /** The attributes that are the ARN, and those that are the name. */
  readonly arnAttribute?: string;
  readonly nameAttribute?: string;
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html */
const NAMED_TYPES: Readonly<Record<string, NamedType>> = {
  'AWS::CloudTrail::Trail': {
    nameProperty: 'TrailName',
    arn: arn('cloudtrail', 'trail/'),
    ref: 'name',
    arnAttribute: 'Arn',
  },
  'AWS::Logs::LogGroup': {
    nameProperty: 'LogGroupName',
    arn: (name, stack, read) => concatenate([arn('logs', 'log-group:')(name, stack, read), ':*']),
    ref: 'name',
    arnAttribute: 'Arn',
  },
  'AWS::CloudWatch::Alarm': {
    nameProperty: 'AlarmName',
    arn: arn('cloudwatch', 'alarm:'),
    ref: 'name',
    arnAttribute: 'Arn',
  },
  'AWS::CloudWatch::CompositeAlarm': {
    nameProperty: 'AlarmName',
    arn: arn('cloudwatch', 'alarm:'),
    ref: 'name',
    arnAttribute: 'Arn',
  },
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    arn: arn('sns', ''),
    ref: 'arn',
    arnAttribute: 'TopicArn',
    nameAttribute: 'TopicName',
  },
  'AWS::KMS::Key': { arn: arn('kms', 'key/'), ref: 'name', arnAttribute: 'Arn', nameAttribute: 'KeyId' },
  'AWS::KMS::Alias': { nameProperty: 'AliasName', arn: arn('kms', ''), ref: 'name' },
  'AWS::IAM::Role': { nameProperty: 'RoleName', arn: identityArn('role'), ref: 'name', arnAttribute: 'Arn' },
  'AWS::IAM::ManagedPolicy': { nameProperty: 'ManagedPolicyName', arn: identityArn('policy'), ref: 'arn' },
};

/** Reads a property of the declaration as text; undefined where it is not set. */
export type PropertyReader = (property: string) => Field<string> | undefined;

export function attributeOf(
  declaration: Declaration,
  attribute: string,
  read: PropertyReader,
): Field<string> {
  const named = NAMED_TYPES[declaration.type];
  if (named) {
    if (attribute === named.arnAttribute || (attribute === 'Ref' && named.ref === 'arn')) {
      return arnOf(declaration, read);
    }
    if (attribute === named.nameAttribute || attribute === 'Ref') return nameOf(declaration, read);
  }
  const standIn = placeholderOf(declaration, attribute === 'Ref' ? undefined : attribute);
  // What a custom resource or another stack gives, its code decides; an attribute of any other resource that is no ARN
  // may be any text.
  const isOwnName =
    (attribute === 'Ref' || /^(?!Outputs\.).*Arn$/.test(attribute)) && isAwsResource(declaration.type);
  return isOwnName
    ? standIn
    : {
        unreadable: `"${attribute}" of ${declaration.logicalId} is known on deployment`,
        standIn,
      };
}

/** The name that the resource has or, as a placeholder, will be given. */
export function nameOf(declaration: Declaration, read: PropertyReader): Field<string> {
  const property = NAMED_TYPES[declaration.type]?.nameProperty;
  return (property && read(property)) || placeholderOf(declaration);
}

export function arnOf(declaration: Declaration, read: PropertyReader): Field<string> {
  return NAMED_TYPES[declaration.type].arn(nameOf(declaration, read), declaration.stack, read);
}

function isAwsResource(type: string): boolean {
  return /^(AWS|Alexa)::/.test(type) && !/^AWS::CloudFormation::(CustomResource|Macro|Stack)$/.test(type);
}

function placeholderOf(declaration: Declaration, attribute?: string): string {
  const id = declaration.id ?? `${declaration.stack.id}.${declaration.logicalId}`;
  return placeholder(attribute ? `${id}.${attribute}` : id);
}

function arn(service: string, prefix: string): NamedType['arn'] {
  return (name, stack) =>
    concatenate([
      `arn:${partitionOf(stack)}:${service}:${regionOf(stack)}:${accountOf(stack)}:${prefix}`,
      name,
    ]);
}

function identityArn(kind: string): NamedType['arn'] {
  return (name, stack, read) =>
    concatenate([`arn:${partitionOf(stack)}:iam::${accountOf(stack)}:${kind}`, read('Path') ?? '/', name]);
}
