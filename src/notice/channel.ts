import { at, textAt } from './fields';
import { shown } from './untrusted';

/** What callers say that they are. A user agent is chosen by the caller. */
const USER_AGENTS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/terraform|hashicorp/i, 'Terraform'],
  [/opentofu/i, 'OpenTofu'],
  [/pulumi/i, 'Pulumi'],
  [/ansible/i, 'Ansible'],
  [/cloudshell/i, 'CloudShell'],
  [/aws-cdk|cdk\//i, 'CDK'],
  [/^aws-cli/i, 'AWS CLI'],
  [/^(console|signin)\.|^aws-internal|^AWS Internal|console\.amazonaws/i, 'console'],
  [/boto/i, 'API, boto'],
  [/aws-sdk|^aws_sdk/i, 'API, AWS SDK'],
  [/mozilla/i, 'a browser'],
];

const CLOUDFORMATION = 'cloudformation.amazonaws.com';

/** A name that only AWS can write where it stands. */
function isService(text: string | undefined): text is string {
  return text !== undefined && /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(text);
}

/** Through what a call was made: "console, as the caller says (user agent console.ec2.amazonaws.com)". */
export function channelOf(record: unknown): string {
  // These two AWS writes.
  const service = [textAt(record, 'userIdentity', 'invokedBy'), textAt(record, 'sourceIPAddress')].find(isService);
  if (service === CLOUDFORMATION) return 'CloudFormation';
  if (service !== undefined) return `the service ${service}`;
  const agent = textAt(record, 'userAgent');
  if (String(at(record, 'sessionCredentialFromConsole')) === 'true') return 'console';
  if (agent === undefined) return 'unknown, the record has no user agent';
  const name = agent === CLOUDFORMATION ? 'CloudFormation' : USER_AGENTS.find(([one]) => one.test(agent))?.[1];
  return `${name ?? 'API'}, as the caller says (user agent ${shown(agent, 100)})`;
}

/** From where a call was made. */
export function sourceOf(record: unknown): string {
  const address = textAt(record, 'sourceIPAddress');
  const endpoint = textAt(record, 'vpcEndpointId');
  if (address === undefined) return 'unknown';
  const what = isService(address) ? `${address}, which is AWS itself` : shown(address);
  return endpoint === undefined ? what : `${what}, through VPC endpoint ${shown(endpoint)}`;
}
