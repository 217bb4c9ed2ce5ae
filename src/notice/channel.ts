import { textAt } from './fields';
import { shown } from './untrusted';

/** What callers say that they are, by what their user agents contain; the first one counts. */
const CALLERS = ['Terraform', 'OpenTofu', 'Pulumi', 'CloudShell', 'console', 'aws-cli', 'Boto', 'aws-sdk'];

/** A name that only AWS can write in the fields in which it is looked for. */
const SERVICE = /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/;

/** Through what a call was made: "console, as the caller says (user agent console.ec2.amazonaws.com)". */
export function channelOf(record: unknown): string {
  const service = ['userIdentity.invokedBy', 'sourceIPAddress']
    .map((path) => textAt(record, path) ?? '')
    .find((text) => SERVICE.test(text));
  if (service) return service.startsWith('cloudformation.') ? 'CloudFormation' : `the service ${service}`;
  if (textAt(record, 'sessionCredentialFromConsole') === 'true') return 'console';
  const agent = textAt(record, 'userAgent');
  const name = CALLERS.find((one) => agent?.toLowerCase().includes(one.toLowerCase())) ?? 'API';
  return `${name}, as the caller says (user agent ${shown(agent, 100)})`;
}

/** From where a call was made. */
export function sourceOf(record: unknown): string {
  return shown(textAt(record, 'sourceIPAddress'));
}
