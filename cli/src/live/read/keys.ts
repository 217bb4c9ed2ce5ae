import { DescribeKeyCommand, GetKeyPolicyCommand, KMSClient } from '@aws-sdk/client-kms';
import { parseArn } from '../../../../src/field/arn';
import { isUnreadable } from '../../../../src/field/field';
import { accountOf } from '../arn';
import { attempt, attemptToFind } from '../attempt';
import { documentFrom } from '../document';
import type { Evidence } from '../evidence';
import type { Session, SessionsByAccount } from '../session';

/**
 * The key that a reference means, id, ARN or alias: its state and its policy.
 *
 * @param used - the region of what it encrypts, where a reference that is no ARN means one
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
 */
export async function readKey(
  reference: string,
  used: string,
  owner: Session,
  sessions: SessionsByAccount,
  evidence: Evidence,
): Promise<void> {
  const session = sessions.of(accountOf(reference) ?? owner.account);
  // The key of a trail is where its bucket is: its ARN says the region, and no other region knows it.
  const region = parseArn(reference)?.region || used;
  if (!session) return; // of an account that cannot be asked: the audit says so
  const client = session.client(KMSClient, region);
  const described = await attemptToFind(() => client.send(new DescribeKeyCommand({ KeyId: reference })));
  const metadata = isUnreadable(described) ? undefined : described?.KeyMetadata;
  const place = { origin: { path: metadata?.Arn ?? reference }, region, account: session.account };
  const keyId = metadata?.KeyId ?? reference;
  const arn = metadata?.Arn ?? reference;
  const alias = /(^|:)(alias\/.*)$/.exec(reference)?.[2];
  if (alias) evidence.addOnce('keyAliases', { ...place, name: alias, targetKey: arn });
  if (isUnreadable(described)) {
    evidence.addOnce('keys', { ...place, keyId, arn, isEnabled: described, policy: described });
    return;
  }
  if (!metadata) {
    evidence.addOnce('keys', { ...place, keyId, arn, isEnabled: false, policy: undefined, deletion: 'done' });
    return;
  }
  // A policy of a key has only this name.
  const policy = await attempt(async () => {
    const asked = new GetKeyPolicyCommand({ KeyId: keyId, PolicyName: 'default' });
    return documentFrom((await client.send(asked)).Policy);
  });
  // https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
  const isPending = /^Pending(Replica)?Deletion$/.test(metadata.KeyState ?? '');
  evidence.addOnce('keys', {
    ...place,
    keyId,
    arn,
    isEnabled: metadata.Enabled ?? false,
    policy,
    ...(isPending && { deletion: 'pending' }),
    ...(metadata.KeyManager === 'AWS' && { isAwsManaged: true }),
  });
}
