/** What EC2 answered when it was asked after the change. It may have changed again meanwhile. */
export interface LookedUp {
  readonly isDefault?: boolean;
  readonly vpc?: string;
  /** The subnets that have the network ACL. */
  readonly subnets: readonly Subnet[];
  /** Of ReplaceNetworkAclAssociation: the subnet whose association is the new one. */
  readonly movedSubnet?: Subnet;
}

export interface Subnet {
  readonly id: string;
  /** Its `Name` tag. */
  readonly name?: string;
}

const MOST_SUBNETS = 5;

/** "the default network ACL of VPC vpc-1; subnets subnet-1 (web), subnet-2". */
export function lookedUpWords({ isDefault, vpc, subnets, movedSubnet }: LookedUp): string {
  const kind = isDefault === undefined ? 'a network ACL' : isDefault ? 'the default network ACL' : 'not the default network ACL';
  const names = subnets.slice(0, MOST_SUBNETS).map(subnetWords).join(', ');
  const more = subnets.length > MOST_SUBNETS ? ` and ${subnets.length - MOST_SUBNETS} more` : '';
  return [
    ...(movedSubnet ? [`the subnet is ${subnetWords(movedSubnet)}`] : []),
    `${kind}${vpc === undefined ? '' : ` of VPC ${vpc}`}`,
    subnets.length === 0 ? 'no subnet has it' : `its subnets: ${names}${more}`,
  ].join('; ');
}

function subnetWords({ id, name }: Subnet): string {
  return name === undefined ? id : `${id} (${name})`;
}
