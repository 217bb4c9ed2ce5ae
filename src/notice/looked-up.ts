/** What EC2 answered when it was asked after the change. It may have changed again meanwhile. */
export interface LookedUp {
  readonly isDefault?: boolean;
  readonly vpc?: string;
  /** The subnets that have the network ACL, with their `Name` tags: "subnet-1 (web)". */
  readonly subnets: readonly string[];
  /** Of ReplaceNetworkAclAssociation: the subnet whose association is the new one. */
  readonly movedSubnet?: string;
}

/** "the default network ACL of VPC vpc-1; its subnets: subnet-1 (web), subnet-2" */
export function lookedUpWords({ isDefault, vpc = 'unknown', subnets, movedSubnet }: LookedUp): string {
  return [
    ...(movedSubnet ? [`the subnet is ${movedSubnet}`] : []),
    `${isDefault ? 'the default' : isDefault === false ? 'not the default' : 'a'} network ACL of VPC ${vpc}`,
    `its subnets: ${subnets.join(', ') || 'none'}`,
  ].join('; ');
}
