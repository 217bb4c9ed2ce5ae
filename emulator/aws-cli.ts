import { runChild } from '../python/run-child';
import type { AwsCliProcess } from './aws-cli-process';

/** What a command printed, as JSON. Its shape is the service's. */
export type Output = any;

export class AwsCliError extends Error {}

type Run = (parameters: readonly string[], environment: NodeJS.ProcessEnv) => Promise<string>;

/** Runs `aws ...` in one account and region. */
export class AwsCli {
  /** With made-up credentials and nothing of the user's configuration. */
  public static ofEmulator(cli: AwsCliProcess, endpoint: string, home: string, region = 'us-east-1'): AwsCli {
    const environment = {
      PATH: process.env.PATH,
      HOME: home,
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ACCESS_KEY_ID: 'emulator',
      AWS_SECRET_ACCESS_KEY: 'emulator',
      AWS_DEFAULT_REGION: region,
      AWS_ENDPOINT_URL: endpoint,
      NO_PROXY: '127.0.0.1',
    };
    return new AwsCli((...command) => cli.run(...command), environment, endpoint);
  }

  /** With the user's own configuration, on AWS itself. */
  public static ofUser([executable, ...first]: string[]): AwsCli {
    const run: Run = (parameters, env) => runChild(executable, [...first, ...parameters], { env });
    return new AwsCli(run, { ...process.env, AWS_PAGER: '' });
  }

  private constructor(
    private readonly command: Run,
    private readonly environment: NodeJS.ProcessEnv,
    public readonly endpoint?: string,
  ) {}

  public get isEmulator(): boolean {
    return this.endpoint !== undefined;
  }

  /** The same account in another region. */
  public inRegion(region: string): AwsCli {
    return this.with({ AWS_DEFAULT_REGION: region, AWS_REGION: region });
  }

  /** Another account of the emulator, empty until something is made in it: ministack takes the access key for its number. */
  public inAccount(account: string): AwsCli {
    return this.with({ AWS_ACCESS_KEY_ID: account });
  }

  public async run(...parameters: string[]): Promise<Output> {
    const printed = await this.text(...parameters, '--output', 'json');
    return printed.trim() === '' ? undefined : JSON.parse(printed);
  }

  /** The region of the user's configuration; undefined where none is set. */
  public async configuredRegion(): Promise<string | undefined> {
    const fromEnvironment = this.environment.AWS_REGION ?? this.environment.AWS_DEFAULT_REGION;
    const configured = fromEnvironment ?? (await this.text('configure', 'get', 'region').catch(() => ''));
    return configured.trim() || undefined;
  }

  private with(environment: NodeJS.ProcessEnv): AwsCli {
    return new AwsCli(this.command, { ...this.environment, ...environment }, this.endpoint);
  }

  private async text(...parameters: string[]): Promise<string> {
    // AWS CLI 1 does not read AWS_ENDPOINT_URL for SQS, which botocore keeps on its former host names.
    const endpoint = this.endpoint && parameters[0] === 'sqs' ? ['--endpoint-url', this.endpoint] : [];
    try {
      return await this.command([...endpoint, ...parameters], this.environment);
    } catch (error) {
      throw new AwsCliError(`aws ${parameters.slice(0, 2).join(' ')}: ${(error as Error).message}`);
    }
  }
}
