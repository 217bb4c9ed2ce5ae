import { Token } from 'aws-cdk-lib';
import { shown } from './shown';

/** What a service takes as a name. */
export interface NameRule {
  readonly test: (name: string) => boolean;
  readonly say: string;
}

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html
export const TRAIL_NAME: NameRule = {
  test: (name) =>
    /^[A-Za-z0-9][A-Za-z0-9._-]{1,126}[A-Za-z0-9]$/.test(name) &&
    !/[._-]{2}/.test(name) &&
    !/^\d+\.\d+\.\d+\.\d+$/.test(name),
  say: '3 to 128 letters, digits, periods, underscores and dashes, no two of the last three in a row, a letter or digit at both ends, and not shaped like an IP address',
};

// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
export const LOG_GROUP_NAME: NameRule = {
  test: (name) => /^[.\-_/#A-Za-z0-9]{1,512}$/.test(name) && !name.startsWith('aws/'),
  say: '1 to 512 letters, digits and the characters _ - / . #, and not begin with aws/',
};

// https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html
export const ORGANIZATION_ID: NameRule = {
  test: (id) => /^o-[a-z0-9]{10,32}$/.test(id),
  say: 'o- and 10 to 32 lower-case letters and digits, as `aws organizations describe-organization` prints it',
};

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
export const ALARM_NAME: NameRule = {
  test: (name) => /^\P{Cc}{1,255}$/u.test(name),
  say: '1 to 255 characters without control characters',
};

// The documentation of the API says less than CloudFormation refuses.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-logs-metricfilter-metrictransformation.html
// https://github.com/aws-cloudformation/cloudformation-resource-providers-logs/blob/master/aws-logs-metricfilter/aws-logs-metricfilter.json
export const METRIC_NAME: NameRule = {
  test: (name) => /^[ -~]{1,255}$/.test(name) && !/[:*$]/.test(name),
  say: '1 to 255 printable ASCII characters without : * and $',
};
export const METRIC_NAMESPACE: NameRule = {
  test: (name) => /^[0-9A-Za-z.\-_/#]{1,255}$/.test(name) && !name.startsWith('AWS/'),
  say: '1 to 255 letters, digits and the characters . - _ / #, and not begin with AWS/, which is reserved',
};

/** Tokens are let through: what they stand for is known on deployment. */
export function nameProblem(what: string, name: string | undefined, rule: NameRule): string | undefined {
  if (name === undefined || Token.isUnresolved(name) || rule.test(name)) return undefined;
  return `${what} is ${shown(name)} and must be ${rule.say}.`;
}
