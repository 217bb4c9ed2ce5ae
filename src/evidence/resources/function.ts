import type { Declaration } from '../../cloudformation/declaration';
import { resolve } from '../../cloudformation/intrinsics';
import { type Field, isUnreadable } from '../../field/field';
import type { FunctionPermission, LambdaFunction, PolicyStatement } from '../resource-model';
import { attributeOf, Fields, resourceOf, textOf } from './fields';
import { topicEventsOf } from './subscription';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html */
export function readFunction(declaration: Declaration): LambdaFunction {
  return {
    ...resourceOf(declaration),
    arn: attributeOf(declaration, 'Arn'),
    name: attributeOf(declaration),
  };
}

/** An alias or a version. */
export function readQualifiedFunction(declaration: Declaration): LambdaFunction {
  const arn = attributeOf(declaration);
  return { ...resourceOf(declaration), arn, name: arn };
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html */
export function readFunctionPermission(declaration: Declaration): FunctionPermission {
  const fields = Fields.of(declaration);
  const principal = fields.text('Principal', '');
  return {
    ...resourceOf(declaration),
    functionName: functionNameOf(declaration),
    statement: {
      effect: 'Allow',
      principals: { [isService(principal) ? 'Service' : 'AWS']: [principal] },
      actions: [fields.text('Action', '')],
      conditions: {
        ...conditionOf('ArnLike', 'aws:SourceArn', fields.text('SourceArn')),
        ...conditionOf('StringEquals', 'aws:SourceAccount', fields.text('SourceAccount')),
      },
    },
  };
}

/** The name or the ARN; of `name:alias` and of a partial ARN, `account:function:name`, the whole ARN. */
export function functionNameOf(declaration: Declaration): Field<string> {
  const given = Fields.ofProperty(declaration, 'FunctionName').text('FunctionName', '');
  if (isUnreadable(given) || given.includes('${') || given.startsWith('arn:') || !given.includes(':'))
    return given;
  const [, account = { Ref: 'AWS::AccountId' }, name] = /^(?:(\d{12}):function:)?(.*)$/.exec(given) ?? [];
  const [partition, region] = [{ Ref: 'AWS::Partition' }, { Ref: 'AWS::Region' }];
  const arn = { 'Fn::Join': [':', ['arn', partition, 'lambda', region, account, 'function', name]] };
  return textOf(resolve(arn, declaration.stack), 'FunctionName');
}

/** The permissions that SAM makes for the events of a function. */
export function readEventPermissions(declaration: Declaration): readonly FunctionPermission[] {
  return topicEventsOf(declaration).map((event) => ({
    ...resourceOf(declaration),
    functionName: attributeOf(declaration),
    statement: {
      effect: 'Allow',
      principals: { Service: ['sns.amazonaws.com'] },
      actions: ['lambda:InvokeFunction'],
      conditions: conditionOf('ArnLike', 'aws:SourceArn', event.text('Topic')),
    },
  }));
}

function isService(principal: Field<string>): boolean {
  return typeof principal !== 'string' || principal.includes('.');
}

function conditionOf(
  operator: string,
  key: string,
  value: Field<string | undefined>,
): PolicyStatement['conditions'] {
  return value === undefined ? {} : { [operator]: { [key]: [value] } };
}
