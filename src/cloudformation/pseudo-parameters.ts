import type { Unreadable } from '../field/field';
import { partitionOfRegion } from '../field/partition';
import { placeholder } from '../field/text';

/** Where a stack is deployed; what is not known before that is undefined. */
export interface Environment {
  /** Twelve digits. */
  readonly account?: string;
  readonly region?: string;
}

interface NamedStack extends Environment {
  readonly id: string;
  readonly stackName?: string;
}

/**
 * The value of a pseudo parameter; one that depends on an environment that is not known stays as it is written.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
 */
export function pseudoParameter(name: string, stack: NamedStack): string | undefined | Unreadable {
  switch (name) {
    case 'AWS::AccountId':
      return accountOf(stack);
    case 'AWS::Region':
      return regionOf(stack);
    case 'AWS::Partition':
      return partitionOf(stack);
    case 'AWS::URLSuffix':
      return urlSuffixOf(stack);
    case 'AWS::StackName':
      return stackNameOf(stack);
    case 'AWS::StackId':
      return `arn:${partitionOf(stack)}:cloudformation:${regionOf(stack)}:${accountOf(stack)}:stack/${stackNameOf(stack)}/${placeholder(`UUID of ${stack.id}`)}`;
    case 'AWS::NoValue':
      return undefined;
    default:
      return {
        unreadable: `${name} is known on deployment`,
        placeholder: placeholder(`${stack.id}.${name}`),
      };
  }
}

export function accountOf(stack: Environment): string {
  return stack.account ?? '${AWS::AccountId}';
}

export function regionOf(stack: Environment): string {
  return stack.region ?? '${AWS::Region}';
}

export function partitionOf(stack: Environment): string {
  return partitionOfRegion(regionOf(stack)).name;
}

export function urlSuffixOf(stack: Environment): string {
  return partitionOfRegion(regionOf(stack)).urlSuffix;
}

function stackNameOf(stack: NamedStack): string {
  return stack.stackName ?? placeholder(`name of ${stack.id}`);
}
