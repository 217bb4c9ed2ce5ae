import type { AwsCli } from './aws-cli';

/** What an account has before a monitor comes: made through the services' own API. */
export class Existing {
  public constructor(private readonly aws: AwsCli) {}

  public async bucket(name: string): Promise<string> {
    await this.aws.run('s3api', 'create-bucket', '--bucket', name);
    return name;
  }

  public async keyArn(): Promise<string> {
    return this.aws.run('kms', 'create-key', '--query', 'KeyMetadata.Arn');
  }

  public async topicArn(name: string): Promise<string> {
    return this.aws.run('sns', 'create-topic', '--name', name, '--query', 'TopicArn');
  }

  /** A multi-region trail that feeds a log group, which is what `logGroup` wants. Returns the group's name. */
  public async logGroupOfTrail(name: string): Promise<string> {
    const group = `/existing/${name}`;
    const trust = {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 'sts:AssumeRole',
    };
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [trust] });
    const [bucket, roleArn] = await Promise.all([
      this.bucket(`${name}-log-files`),
      this.aws.run(
        ...['iam', 'create-role', '--role-name', `${name}-delivery`, '--query', 'Role.Arn'],
        ...['--assume-role-policy-document', policy],
      ),
      this.aws.run('logs', 'create-log-group', '--log-group-name', group),
    ]);
    const query = ['--log-group-name-prefix', group, '--query', 'logGroups[0].arn'];
    const groupArn = await this.aws.run('logs', 'describe-log-groups', ...query);
    const feeds = ['--cloud-watch-logs-log-group-arn', groupArn, '--cloud-watch-logs-role-arn', roleArn];
    const trail = ['--name', name, '--s3-bucket-name', bucket];
    await this.aws.run('cloudtrail', 'create-trail', ...trail, '--is-multi-region-trail');
    // ministack's CreateTrail forgets the log group; its UpdateTrail does not.
    await this.aws.run('cloudtrail', 'update-trail', '--name', name, ...feeds);
    await this.aws.run('cloudtrail', 'start-logging', '--name', name);
    return group;
  }
}
