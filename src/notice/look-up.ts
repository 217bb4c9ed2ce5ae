import { at, isFields, textAt } from './fields';
import type { LookedUp, Subnet } from './looked-up';
import { shown } from './untrusted';

/** Asks once for all records of a delivery; gives what was found for each, a text where that failed, and nothing where nobody asked. */
export type LookUp = (
  records: readonly unknown[],
  owner: string | undefined,
) => Promise<(record: unknown) => LookedUp | string | undefined>;

/** What the two calls of EC2 take and give, as far as it matters here. */
export interface Ec2 {
  describeNetworkAcls(region: string, filters: Filter[], signal: AbortSignal): Promise<unknown>;
  describeSubnets(region: string, filters: Filter[], signal: AbortSignal): Promise<unknown>;
}
export interface Filter {
  readonly Name: string;
  readonly Values: string[];
}

/** Of a filter. @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkAcls.html */
const MOST_VALUES = 200;
const REGION = /^[a-z]{2,4}(-[a-z]+){1,3}-\d{1,2}$/;
const NETWORK_ACL = /^acl-[0-9a-f]{8,17}$/;

/** @param account - the function's own; records of others are not asked about */
export function lookUpWith(ec2: Ec2, account: string | undefined, milliseconds: number): LookUp {
  return async (records, owner) => {
    const own = account ?? owner;
    const wanted = new Map<string, Set<string>>();
    for (const record of records) {
      const { region, networkAcl } = placeOf(record, own);
      if (region && networkAcl) wanted.set(region, (wanted.get(region) ?? new Set()).add(networkAcl));
    }
    const signal = AbortSignal.timeout(milliseconds);
    const found = new Map<string, Map<string, LookedUp & Associations> | string>();
    await Promise.all(
      [...wanted].map(async ([region, ids]) => {
        found.set(region, await within(signal, askRegion(ec2, region, [...ids].slice(0, MOST_VALUES), signal)));
      }),
    );
    return (record) => {
      const { region, networkAcl } = placeOf(record, own);
      const answer = region && networkAcl ? found.get(region) : undefined;
      if (answer === undefined || typeof answer === 'string') return answer;
      const one = answer.get(networkAcl as string);
      if (one === undefined) return 'EC2 does not know this network ACL any more, or too many were asked for';
      const { associations, ...lookedUp } = one;
      const moved = associations.get(textAt(record, 'responseElements', 'newAssociationId') ?? '');
      return moved === undefined ? lookedUp : { ...lookedUp, movedSubnet: moved };
    };
  };
}

interface Associations {
  readonly associations: ReadonlyMap<string, Subnet>;
}

function placeOf(record: unknown, own: string | undefined) {
  if (own === undefined || textAt(record, 'recipientAccountId') !== own) return {};
  const region = textAt(record, 'awsRegion') ?? '';
  const networkAcl =
    textAt(record, 'requestParameters', 'networkAclId') ??
    textAt(record, 'responseElements', 'networkAcl', 'networkAclId') ??
    '';
  return REGION.test(region) && NETWORK_ACL.test(networkAcl) ? { region, networkAcl } : {};
}

/** A text says why there is no answer. */
async function within<T>(signal: AbortSignal, answer: Promise<T>): Promise<T | string> {
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new Error('no answer in time')), { once: true }),
  );
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'no answer';
  }
}

async function askRegion(ec2: Ec2, region: string, ids: string[], signal: AbortSignal) {
  const answer = await ec2.describeNetworkAcls(region, [{ Name: 'network-acl-id', Values: ids }], signal);
  const acls = listAt(answer, 'NetworkAcls');
  const subnetIds = acls.flatMap((acl) =>
    listAt(acl, 'Associations').flatMap((one) => textAt(one, 'SubnetId') ?? []),
  );
  const names = await subnetNames(ec2, region, [...new Set(subnetIds)].slice(0, MOST_VALUES), signal);
  return new Map(acls.map((acl) => [textAt(acl, 'NetworkAclId') ?? '', readAcl(acl, names)]));
}

/** The ids alone are worth having. */
async function subnetNames(ec2: Ec2, region: string, ids: string[], signal: AbortSignal) {
  const names = new Map<string, string>();
  if (ids.length === 0) return names;
  try {
    const answer = await ec2.describeSubnets(region, [{ Name: 'subnet-id', Values: ids }], signal);
    for (const subnet of listAt(answer, 'Subnets')) {
      const tag = listAt(subnet, 'Tags').find((one) => textAt(one, 'Key') === 'Name');
      const name = textAt(tag, 'Value');
      if (name !== undefined) names.set(textAt(subnet, 'SubnetId') ?? '', shown(name, 80));
    }
  } catch {
    // without names
  }
  return names;
}

function readAcl(acl: unknown, names: ReadonlyMap<string, string>): LookedUp & Associations {
  const vpc = textAt(acl, 'VpcId');
  const associations = new Map<string, Subnet>();
  for (const one of listAt(acl, 'Associations')) {
    const id = textAt(one, 'SubnetId') ?? 'unknown';
    const name = names.get(id);
    associations.set(textAt(one, 'NetworkAclAssociationId') ?? '', { id, ...(name && { name }) });
  }
  const isDefault = at(acl, 'IsDefault');
  return {
    ...(typeof isDefault === 'boolean' && { isDefault }),
    ...(vpc && { vpc }),
    subnets: [...associations.values()],
    associations,
  };
}

function listAt(value: unknown, name: string): unknown[] {
  const found = isFields(value) ? value[name] : undefined;
  return Array.isArray(found) ? found : [];
}
