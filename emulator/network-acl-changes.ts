import type { AwsCli } from './aws-cli';

/** A VPC of its own with one subnet, and the calls that change its network ACLs; each is one event of the trail. */
export class Network {
  public static async make(aws: AwsCli): Promise<Network> {
    const vpc = await aws.run('ec2', 'create-vpc', '--cidr-block', '10.0.0.0/16', '--query', 'Vpc.VpcId');
    const subnet = ['--vpc-id', vpc, '--cidr-block', '10.0.1.0/24', '--query', 'Subnet.SubnetId'];
    return new Network(aws, vpc, await aws.run('ec2', 'create-subnet', ...subnet));
  }

  private acl = '';

  private constructor(
    private readonly aws: AwsCli,
    private readonly vpc: string,
    private readonly subnet: string,
  ) {}

  public async createNetworkAcl(): Promise<void> {
    const parameters = ['--vpc-id', this.vpc, '--query', 'NetworkAcl.NetworkAclId'];
    this.acl = await this.aws.run('ec2', 'create-network-acl', ...parameters);
  }

  public async createNetworkAclEntry(): Promise<void> {
    await this.entry('create-network-acl-entry', ...this.rule('0.0.0.0/0'));
  }

  public async replaceNetworkAclEntry(): Promise<void> {
    await this.entry('replace-network-acl-entry', ...this.rule('10.0.0.0/8'));
  }

  /** Moves the subnet to the new network ACL. */
  public async replaceNetworkAclAssociation(): Promise<void> {
    const query = 'NetworkAcls[].Associations[].NetworkAclAssociationId | [0]';
    const filter = ['--filters', `Name=vpc-id,Values=${this.vpc}`, '--query', query];
    const association = await this.aws.run('ec2', 'describe-network-acls', ...filter);
    const parameters = ['--association-id', association, '--network-acl-id', this.acl];
    await this.aws.run('ec2', 'replace-network-acl-association', ...parameters);
  }

  public async deleteNetworkAclEntry(): Promise<void> {
    await this.entry('delete-network-acl-entry');
  }

  public async deleteNetworkAcl(): Promise<void> {
    await this.aws.run('ec2', 'delete-network-acl', '--network-acl-id', this.acl);
  }

  /** Reads and changes nothing. */
  public async describeNetworkAcls(): Promise<void> {
    await this.aws.run('ec2', 'describe-network-acls');
  }

  /** Changes something else. */
  public async createSecurityGroup(): Promise<void> {
    const parameters = ['--vpc-id', this.vpc, '--group-name', 'not-an-acl', '--description', 'not an ACL'];
    await this.aws.run('ec2', 'create-security-group', ...parameters);
  }

  /** Deletes all that was made, of which deleting the network ACL is one more change. */
  public async remove(): Promise<void> {
    if (this.acl) {
      await this.deleteNetworkAcl();
    }
    await this.aws.run('ec2', 'delete-subnet', '--subnet-id', this.subnet);
    await this.aws.run('ec2', 'delete-vpc', '--vpc-id', this.vpc);
  }

  private rule(source: string): string[] {
    return [
      '--protocol',
      '6',
      '--port-range',
      'From=22,To=22',
      '--cidr-block',
      source,
      '--rule-action',
      'allow',
    ];
  }

  private async entry(operation: string, ...rule: string[]): Promise<void> {
    await this.aws.run(
      ...['ec2', operation, '--network-acl-id', this.acl, '--ingress', '--rule-number', '100', ...rule],
    );
  }
}
