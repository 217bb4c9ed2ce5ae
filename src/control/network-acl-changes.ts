/**
 * The control "ensure network ACL changes are monitored" as data: what counts as a change, and the text that counts it.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-11
 */

/** The CloudTrail event names that change a network ACL, in the order in which the benchmark lists them. */
export const EVENT_NAMES = [
  'CreateNetworkAcl',
  'CreateNetworkAclEntry',
  'DeleteNetworkAcl',
  'DeleteNetworkAclEntry',
  'ReplaceNetworkAclEntry',
  'ReplaceNetworkAclAssociation',
] as const;

/** The service that calls itself so in the `eventSource` of all of them. */
export const EVENT_SOURCE = 'ec2.amazonaws.com';

/** The filter pattern that Security Hub compares to the character. */
export const FILTER_PATTERN = `{ ${EVENT_NAMES.map((name) => `($.eventName = ${name})`).join(' || ')} }`;

/** The control's names in the documents that ask for it. */
export const CONTROL = {
  benchmark: 'CIS AWS Foundations 4.11 (5.11 from v6.0)',
  securityHub: 'CloudWatch.11',
} as const;
