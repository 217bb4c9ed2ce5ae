import { at, listAt, textAt } from './fields';
import { NETWORK_ACL, REGION } from './links';
import type { LookedUp } from './looked-up';

/** Asks once for all records of a delivery. Gives what was found for one, a text where that failed, nothing where nobody asked. */
export type LookUp = (
  records: readonly unknown[],
  owner: string | undefined,
) => Promise<(record: unknown) => LookedUp | string | undefined>;

/** Calls one of EC2's two commands with one filter. */
export type Describe = (
  region: string,
  command: 'DescribeNetworkAcls' | 'DescribeSubnets',
  filter: string,
  values: Set<unknown>,
) => Promise<unknown>;

/** The account of the log group is the function's own: records of others are not asked about. */
export function lookUpWith(describe: Describe, milliseconds: number): LookUp {
  return async (records, owner) => {
    const placeOf = (record: unknown) =>
      textAt(record, 'recipientAccountId') === owner
        ? {
            region: textAt(record, 'awsRegion') ?? '',
            id: textAt(record, 'requestParameters.networkAclId') ?? '',
          }
        : { region: '', id: '' };
    const wanted: Record<string, Set<string>> = {};
    for (const { region, id } of records.map(placeOf)) {
      if (NETWORK_ACL.test(id) && REGION.test(region)) wanted[region] = (wanted[region] ?? new Set()).add(id);
    }
    const late = new Promise((resolve) => setTimeout(resolve, milliseconds, 'no answer').unref());
    const answers: Record<string, unknown> = {};
    await Promise.all(
      Object.entries(wanted).map(async ([region, ids]) => {
        answers[region] = await Promise.race([late, askRegion(describe, region, ids).catch(String)]);
      }),
    );
    return (record) => {
      const { region, id } = placeOf(record);
      const answer = wanted[region]?.has(id) ? answers[region] : undefined;
      return answer && typeof answer !== 'string'
        ? lookedUpOf(record, id, answer)
        : (answer as string | undefined);
    };
  };
}

async function askRegion(describe: Describe, region: string, ids: Set<string>): Promise<unknown> {
  const acls = listAt(await describe(region, 'DescribeNetworkAcls', 'network-acl-id', ids), 'NetworkAcls');
  const subnets = new Set(
    acls.flatMap((acl) => listAt(acl, 'Associations').map((one) => textAt(one, 'SubnetId'))),
  );
  // The ids alone are worth having.
  const named = await describe(region, 'DescribeSubnets', 'subnet-id', subnets).catch(() => 0);
  return { acls, named };
}

function lookedUpOf(record: unknown, networkAcl: string, answer: unknown): LookedUp | string {
  const find = (value: unknown, list: string, key: string, wanted = '?') =>
    listAt(value, list).find((one) => textAt(one, key) === wanted);
  const acl = find(answer, 'acls', 'NetworkAclId', networkAcl);
  if (!acl) return 'not found';
  const words = (association: unknown) => {
    const id = textAt(association, 'SubnetId');
    const name = textAt(find(find(answer, 'named.Subnets', 'SubnetId', id), 'Tags', 'Key', 'Name'), 'Value');
    // Whoever may tag a subnet chooses its name: it must not go on as a sentence of ours.
    return name ? `${id} (${name.replace(/[();]/g, '?')})` : `${id}`;
  };
  const moved = find(
    acl,
    'Associations',
    'NetworkAclAssociationId',
    textAt(record, 'responseElements.newAssociationId'),
  );
  return {
    isDefault: at(acl, 'IsDefault') as boolean | undefined,
    vpc: textAt(acl, 'VpcId'),
    subnets: listAt(acl, 'Associations').map(words),
    movedSubnet: moved ? words(moved) : undefined,
  };
}
