import type { Unreadable } from '../field/field';
import { placeholder } from '../field/text';
import type { DeclaringStack } from './declaration';

/**
 * The value of a pseudo parameter; one that depends on an environment that is not known stays as it is written.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
 */
export function pseudoParameter(name: string, stack: DeclaringStack): string | undefined | Unreadable {
  switch (name) {
    case 'AWS::AccountId':
      return accountOf(stack);
    case 'AWS::Region':
      return regionOf(stack);
    case 'AWS::Partition':
      return partitionOf(stack);
    case 'AWS::URLSuffix':
      return partitionOf(stack) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    case 'AWS::StackName':
      return stackNameOf(stack);
    case 'AWS::StackId':
      return `arn:${partitionOf(stack)}:cloudformation:${regionOf(stack)}:${accountOf(stack)}:stack/${stackNameOf(stack)}/${placeholder(`UUID of ${stack.id}`)}`;
    case 'AWS::NoValue':
      return undefined;
    default:
      return { unreadable: `${name} is known on deployment`, standIn: placeholder(`${stack.id}.${name}`) };
  }
}

export function accountOf(stack: Pick<DeclaringStack, 'account'>): string {
  return stack.account ?? '${AWS::AccountId}';
}

export function regionOf(stack: Pick<DeclaringStack, 'region'>): string {
  return stack.region ?? '${AWS::Region}';
}

/** An account is in one partition, so that a region that is not known may count as one of the largest. */
export function partitionOf(stack: DeclaringStack): string {
  const region = stack.region ?? '';
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return 'aws';
}

function stackNameOf(stack: DeclaringStack): string {
  return stack.stackName ?? placeholder(`name of ${stack.id}`);
}
