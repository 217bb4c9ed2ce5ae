import { at, textAt } from './fields';
import { harmless, shown } from './untrusted';

/** ARNs of the roles that IAM Identity Center makes for a permission set. The path is reserved, the name alone is not. */
const PERMISSION_SET = /^[^/]+:role\/aws-reserved\/.*ReservedSSO_(.+)_.{16}$/;

/** What else is said of a principal, and where it stands. */
const DETAILS = {
  'sessionContext.sourceIdentity': 'source identity',
  'sessionContext.webIdFederationData.federatedProvider': 'signed in through',
  'onBehalfOf.userId': 'for Identity Center user',
  invokedBy: 'by way of',
};

/**
 * "alice@example.com (Identity Center, NetworkAdmin); role AWSReservedSSO_NetworkAdmin_0123456789abcdef"
 *
 * @param account - the account in which it happened
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function principalWords(identity: unknown, account: string | undefined): string {
  const own = textAt(identity, 'accountId');
  return [
    nameOf(identity),
    ...Object.entries(DETAILS).map(([path, words]) => {
      const text = textAt(identity, path);
      return text && `${words} ${shown(text)}`;
    }),
    own && account && own !== account && `of account ${shown(own)}`,
  ]
    .filter(Boolean)
    .join('; ');
}

function nameOf(identity: unknown): string {
  const type = textAt(identity, 'type') ?? '';
  const arn = textAt(identity, 'arn') ?? '';
  const id = textAt(identity, 'principalId');
  if (isRoot(identity)) return 'the root user';
  if (type === 'AssumedRole') {
    // arn:aws:sts::111122223333:assumed-role/ROLE/SESSION, without the role's path
    const [, inArn, session = id?.replace(/^[^:]*:/, '')] = /:assumed-role\/([^/]+)\/(.+)$/s.exec(arn) ?? [];
    const role = textAt(identity, 'sessionContext.sessionIssuer.userName') ?? inArn;
    const set = PERMISSION_SET.exec(principalArn({ userIdentity: identity }) ?? '')?.[1];
    return set
      ? `${shown(session)} (Identity Center, ${shown(set)}); role ${shown(role)}`
      : `role ${shown(role)}, session ${shown(session)}`;
  }
  // "IAMUser" as "IAM user", "AWSService" as "AWS service"
  const kind = type.replace(/(?<=.)[A-Z](?=[a-z]+$)/, (letter) => ` ${letter.toLowerCase()}`);
  const name = textAt(identity, 'userName') ?? (arn.replace(/^.*[/:]/s, '') || id);
  return `${kind && harmless(kind)} ${shown(name ?? textAt(identity, 'invokedBy', 'accountId'))}`.trim();
}

/** The role's ARN and not the session's, which is what policies name; undefined where the record has none. */
export function principalArn(record: unknown): string | undefined {
  const identity = at(record, 'userIdentity');
  const issuer = textAt(identity, 'type') === 'AssumedRole' ? ['sessionContext.sessionIssuer.arn'] : [];
  return textAt(identity, ...issuer, 'arn', 'invokedBy');
}

export function isRoot(identity: unknown): boolean {
  return textAt(identity, 'type') === 'Root';
}

/** Whether the session was signed in with MFA, in words. */
export function mfaWords(identity: unknown): string {
  const mfa = textAt(identity, 'sessionContext.attributes.mfaAuthenticated');
  return mfa === 'true' ? 'yes' : mfa === 'false' ? 'no' : 'not in the record';
}
