import type { Session } from '../live/session';
import type { Cleanup } from './cleanup';
import { callEc2, element } from './ec2';

/**
 * Creates an empty network ACL and deletes it at once: it is of no subnet, so nothing passes or is kept because of it.
 *
 * @returns its id, by which CloudTrail's event is known
 */
export async function changeNetworkAcl(
  id: string,
  vpc: string,
  session: Session,
  cleanup: Cleanup,
): Promise<string> {
  const { region } = session;
  let acl: string | undefined;
  const made = {
    what: 'network ACL',
    command: `aws ec2 describe-network-acls --region ${region} --filters Name=vpc-id,Values=${vpc} Name=default,Values=false`,
    remove: async () => {
      if (acl === undefined)
        throw new Error('its creation gave no answer: look for an empty one without subnets');
      try {
        await callEc2(session, 'DeleteNetworkAcl', { NetworkAclId: acl });
      } catch (error) {
        if ((error as { error?: string }).error !== 'InvalidNetworkAclID.NotFound') throw error;
      }
    },
  };
  // The token makes an attempt that is repeated the same one.
  const answer = await cleanup.make(made, () =>
    callEc2(session, 'CreateNetworkAcl', { VpcId: vpc, ClientToken: id }),
  );
  acl = element(answer, 'networkAclId');
  if (!acl) throw new Error('the answer of ec2:CreateNetworkAcl names no network ACL');
  made.what = `network ACL ${acl}`;
  made.command = `aws ec2 delete-network-acl --region ${region} --network-acl-id ${acl}`;
  await cleanup.remove(made);
  return acl;
}
