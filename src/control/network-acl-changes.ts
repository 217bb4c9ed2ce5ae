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

/** The filter pattern as the benchmark prints it. The monitor deploys this text. */
export const FILTER_PATTERN = `{ ${EVENT_NAMES.map((name) => `($.eventName = ${name})`).join(' || ')} }`;

/**
 * The same pattern as Security Hub prints it under "Remediation", without blanks around "=" and inside the braces. The page says
 * that the control fails without the exact metric filter that CIS prescribes.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-11
 */
export const SECURITY_HUB_FILTER_PATTERN = `{${EVENT_NAMES.map((name) => `($.eventName=${name})`).join(' || ')}}`;

/** What an auditor who compares text accepts. */
export const EXACT_FILTER_PATTERNS = [FILTER_PATTERN, SECURITY_HUB_FILTER_PATTERN] as const;

/** The events that have to be counted, in the form that `coverage` takes. One object, so that it remembers its answers. */
export const WANTED_EVENTS = {
  names: EVENT_NAMES,
  source: EVENT_SOURCE,
  exactTexts: EXACT_FILTER_PATTERNS,
} as const;

/** The control's names in the documents that ask for it. */
export const CONTROL = {
  benchmark: 'CIS AWS Foundations 4.11 (5.11 from v6.0)',
  securityHub: 'CloudWatch.11',
} as const;
