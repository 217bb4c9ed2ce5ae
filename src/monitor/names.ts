import { Aws, Fn, Names } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A readable name that no other construct of the account and region has: stack name and path, shortened by a hash. */
export function uniqueName(scope: IConstruct, maxLength: number): string {
  // CloudTrail refuses two dashes in a row and a dash at either end.
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html
  return Names.uniqueResourceName(scope, { maxLength, separator: '-' })
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * The stack's UUID, 36 characters: other in each region, and other each time a stack is created.
 *
 * Trail and log group need names that the policies can spell out before either exists. A name from the path alone would
 * collide in a second region (a multi-region trail takes its name everywhere) and with the log group that a deleted stack
 * left behind as evidence. The whole UUID, because the last group of a time-based one names its issuer and repeats.
 */
export function stackUuid(): string {
  return Fn.select(2, Fn.split('/', Aws.STACK_ID));
}
