import { RemovalPolicy } from 'aws-cdk-lib';

/** What becomes of the evidence when CloudFormation is to remove it. */
export interface Removal {
  /** Of the buckets and their policies. */
  readonly ofBuckets: RemovalPolicy;
  /** Of the key and the log group. */
  readonly ofOthers: RemovalPolicy;
}

/**
 * A retained key or log group of a first deployment that failed would be left over, and with a name of the user's own the
 * next try would fail: so these two go when their creation is rolled back. The buckets stay, because CloudTrail writes
 * into them at once, and CloudFormation fails to delete a bucket that is not empty.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
export function removalOf(wanted: RemovalPolicy | undefined): Removal {
  if (wanted === RemovalPolicy.DESTROY) return { ofBuckets: wanted, ofOthers: wanted };
  return { ofBuckets: RemovalPolicy.RETAIN, ofOthers: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE };
}
