import { splitText } from './text';

/** An Amazon Resource Name. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty where the resource is of no region, or the ARN does not name it. */
  readonly region: string;
  readonly account: string;
  /** What is left, colons and all: `log-group:name:*`. */
  readonly resource: string;
}

/**
 * The parts of an ARN; undefined for any other text. Each part may be a placeholder.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function parseArn(text: string): Arn | undefined {
  const [arn, partition, service, region, account, ...resource] = splitText(text, ':');
  if (arn !== 'arn' || resource.length === 0) return undefined;
  return { partition, service, region, account, resource: resource.join(':') };
}
