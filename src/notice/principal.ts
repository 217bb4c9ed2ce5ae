import { at, textAt } from './fields';
import { shown } from './untrusted';

/** Who made a call. */
export interface Principal {
  /** For a line in a list: "alice@example.com (Identity Center, NetworkAdmin)". */
  readonly name: string;
  /** What else the record has, in words, such as the role behind a permission set. */
  readonly details: readonly string[];
  /** The role's, not the session's: what policies name. "unknown" where the record has none. */
  readonly arn: string;
  readonly isRoot: boolean;
}

/** The roles that IAM Identity Center makes for a permission set. */
const PERMISSION_SET = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

/**
 * @param account - the account in which it happened
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function principalOf(record: unknown, account: string | undefined): Principal {
  const identity = at(record, 'userIdentity');
  const type = textAt(identity, 'type');
  const arn = principalArn(record);
  return {
    name: nameOf(identity, type),
    details: detailsOf(identity, account),
    arn: arn === undefined ? 'unknown' : shown(arn, 300),
    isRoot: type?.toLowerCase() === 'root',
  };
}

/** As the record has it: the role's ARN for a session of a role. */
export function principalArn(record: unknown): string | undefined {
  const identity = at(record, 'userIdentity');
  const issuer = textAt(identity, 'sessionContext', 'sessionIssuer', 'arn');
  const arn = textAt(identity, 'type') === 'AssumedRole' ? (issuer ?? textAt(identity, 'arn')) : textAt(identity, 'arn');
  return arn ?? textAt(identity, 'invokedBy');
}

function nameOf(identity: unknown, type: string | undefined): string {
  const arn = textAt(identity, 'arn');
  const userName = textAt(identity, 'userName');
  const account = textAt(identity, 'accountId');
  const id = textAt(identity, 'principalId');
  const service = textAt(identity, 'invokedBy');
  const last = arn?.slice(arn.lastIndexOf('/') + 1);
  switch (type) {
    case 'Root':
      return `the root user${account ? ` of account ${shown(account)}` : ''}`;
    case 'IAMUser':
      return `user ${shown(userName ?? last ?? 'unknown')}`;
    case 'AssumedRole':
      return sessionName(identity, arn, id);
    case 'Role':
      return `role ${shown(userName ?? last ?? 'unknown')}`;
    case 'FederatedUser':
      return `federated user ${shown(last ?? id ?? 'unknown')}`;
    case 'SAMLUser':
    case 'WebIdentityUser':
      return `${type === 'SAMLUser' ? 'SAML' : 'web identity'} user ${shown(userName ?? id ?? 'unknown')}`;
    case 'IdentityCenterUser':
      return `Identity Center user ${shown(textAt(identity, 'onBehalfOf', 'userId') ?? id ?? 'unknown')}`;
    case 'AWSAccount':
      return `a principal of account ${shown(account ?? 'unknown')}${id ? `, ${shown(id)}` : ''}`;
    case 'AWSService':
      return `the service ${shown(service ?? 'unknown')}`;
    default: {
      const name = arn ?? userName ?? id ?? service;
      return name === undefined ? 'unknown' : `${type ? `${shown(type)} ` : ''}${shown(name)}`;
    }
  }
}

/** "alice@example.com (Identity Center, NetworkAdmin)" or "role deploy, session GitHubActions". */
function sessionName(identity: unknown, arn: string | undefined, id: string | undefined): string {
  const issuer = at(identity, 'sessionContext', 'sessionIssuer');
  // arn:aws:sts::111122223333:assumed-role/ROLE/SESSION; a session may have no slash, a role's path is not in this ARN.
  const [, roleInArn, sessionInArn] = /:assumed-role\/([^/]+)\/([\s\S]+)$/.exec(arn ?? '') ?? [];
  const role = textAt(issuer, 'userName') ?? roleInArn ?? 'unknown';
  const session = sessionInArn ?? (id?.includes(':') ? id.slice(id.indexOf(':') + 1) : undefined);
  const permissionSet = PERMISSION_SET.exec(role)?.[1];
  if (permissionSet !== undefined) {
    return `${shown(session ?? 'unknown')} (Identity Center, ${shown(permissionSet)})`;
  }
  const kind = textAt(issuer, 'type') ?? 'Role';
  return `${kind === 'Role' ? 'role' : shown(kind)} ${shown(role)}, session ${shown(session ?? 'unknown')}`;
}

function detailsOf(identity: unknown, account: string | undefined): string[] {
  const session = at(identity, 'sessionContext');
  const details: string[] = [];
  const role = textAt(session, 'sessionIssuer', 'userName');
  if (role !== undefined && PERMISSION_SET.test(role)) details.push(`role ${shown(role)}`);
  const source = textAt(session, 'sourceIdentity');
  if (source !== undefined) details.push(`source identity ${shown(source)}`);
  const provider = textAt(session, 'webIdFederationData', 'federatedProvider');
  if (provider !== undefined) details.push(`signed in through ${shown(provider)}`);
  const onBehalfOf = textAt(identity, 'onBehalfOf', 'userId');
  if (onBehalfOf !== undefined) details.push(`on behalf of Identity Center user ${shown(onBehalfOf)}`);
  const service = textAt(identity, 'invokedBy');
  if (service !== undefined && textAt(identity, 'type') !== 'AWSService') {
    details.push(`${shown(service)} made the call for it`);
  }
  if (textAt(session, 'ec2RoleDelivery') !== undefined) details.push('with the credentials of an EC2 instance');
  const own = textAt(identity, 'accountId');
  if (own !== undefined && account !== undefined && own !== account) {
    details.push(`of another account, ${shown(own)}`);
  }
  return details;
}

/** Whether the session was signed in with MFA, in words. */
export function mfaWords(record: unknown): string {
  const text = textAt(record, 'userIdentity', 'sessionContext', 'attributes', 'mfaAuthenticated');
  const value = String(text ?? at(record, 'userIdentity', 'sessionContext', 'attributes', 'mfaAuthenticated'));
  if (value === 'true') return 'yes';
  if (value !== 'false') return 'unknown, not in the record';
  const role = textAt(record, 'userIdentity', 'sessionContext', 'sessionIssuer', 'userName') ?? '';
  return PERMISSION_SET.test(role) ? 'no (what an identity provider asked for is not in the record)' : 'no';
}
