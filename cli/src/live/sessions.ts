import { OrganizationsClient, paginateListAccounts } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { parseArn } from '../../../src/field/arn';
import { UsageError } from '../usage-error';
import { type Call, CallError, type Limits, watch } from './calls';
import { Connections } from './connections';
import { type Access, clientOf, Session } from './session';

/** Whose accounts are to be read. */
export interface SessionOptions {
  readonly region?: string;
  readonly profile?: string;
  readonly limits: Limits;
  readonly onCall: (call: Call) => void;
}

/** An account that is to be read. */
export interface Target {
  readonly account: string;
  /** Its name in the organization, where that was read. */
  readonly name?: string;
}

const SESSION_NAME = 'nacl-change-monitor';

/** The accounts that can be asked: the caller's own, and those of which a role was given. */
export class Sessions {
  /** With the credentials that are there: the environment, a profile, a role of the machine. */
  public static async open(options: SessionOptions): Promise<Sessions> {
    const { limits, onCall, profile } = options;
    const region = await regionOf(options);
    const connections = new Connections();
    const access = { connections, limits, onCall, profile };
    const client = clientOf(STSClient, region, access);
    watch(client, region, limits.call, new AbortController().signal, onCall);
    try {
      const { Account, Arn } = await client.send(new GetCallerIdentityCommand({}));
      const caller = new Session(Account ?? '', parseArn(Arn ?? '')?.partition ?? 'aws', region, access);
      return new Sessions(caller);
    } catch (error) {
      connections.close();
      throw credentialsError(error);
    }
  }

  private readonly roles = new Map<string, string>();
  private readonly shared = new Map<string, Session>();

  private constructor(public readonly caller: Session) {}

  /** The role with which an account is asked, from now on. */
  public addRole(account: string, roleArn: string): void {
    this.roles.set(account, roleArn);
  }

  /** The accounts of the caller's organization that are in use. */
  public async organization(): Promise<Target[]> {
    const client = this.caller.client(OrganizationsClient);
    const targets: Target[] = [];
    try {
      for await (const { Accounts = [] } of paginateListAccounts({ client }, {})) {
        for (const { Id, Name, State, Status } of Accounts) {
          if (Id && (State ?? Status ?? 'ACTIVE') === 'ACTIVE')
            targets.push({ account: Id, ...(Name && { name: Name }) });
        }
      }
    } catch (error) {
      const { error: name = (error as Error).name } = error as CallError;
      throw new UsageError(
        `the accounts of the organization cannot be listed (${name}): use credentials of its management account, or of a delegated administrator, that allow organizations:ListAccounts`,
      );
    }
    return targets;
  }

  /** Runs with a session of the account, which has to be done within the time for an account. */
  public async during<T>(account: string, run: (session: Session) => Promise<T>): Promise<T> {
    const roleArn = this.roles.get(account);
    const { partition, region, access } = this.caller;
    const own = roleArn === undefined ? access : this.accessAs(roleArn);
    const session = new Session(account, partition, region, own, access.limits.account);
    try {
      return await run(session);
    } finally {
      session.close();
    }
  }

  /** A session for what others have in the account, such as a topic; undefined where no role of it was given. */
  public of(account: string): Session | undefined {
    const roleArn = this.roles.get(account);
    if (roleArn === undefined) return account === this.caller.account ? this.caller : undefined;
    const { partition, region } = this.caller;
    const session =
      this.shared.get(account) ?? new Session(account, partition, region, this.accessAs(roleArn));
    this.shared.set(account, session);
    return session;
  }

  /** Ends what is still open. */
  public close(): void {
    for (const session of [this.caller, ...this.shared.values()]) session.close();
    this.caller.access.connections.close();
  }

  private accessAs(roleArn: string): Access {
    return { ...this.caller.access, profile: undefined, credentials: this.credentialsOf(roleArn) };
  }

  private credentialsOf(RoleArn: string): AwsCredentialIdentityProvider {
    const fetch = async () => {
      const client = this.caller.client(STSClient);
      const { Credentials } = await client.send(
        new AssumeRoleCommand({ RoleArn, RoleSessionName: SESSION_NAME }),
      );
      const { AccessKeyId = '', SecretAccessKey = '', SessionToken, Expiration } = Credentials ?? {};
      return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
        expiration: Expiration,
      };
    };
    // All clients of the account share them. What many accounts share, as a topic, is asked for longer than they last.
    let fetched: ReturnType<typeof fetch> | undefined;
    return async () => {
      const known = fetched;
      if (known && isNearlyOver(await known) && fetched === known) fetched = undefined;
      fetched ??= fetch();
      return fetched;
    };
  }
}

/** The SDK asks for new ones five minutes before the end. */
function isNearlyOver({ expiration }: { readonly expiration?: Date }): boolean {
  return expiration !== undefined && expiration.getTime() - Date.now() < 300_000;
}

/** The one that is given, or the one of the environment or the profile. */
async function regionOf({ region, profile }: SessionOptions): Promise<string> {
  if (region) return region;
  const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
  if (AWS_REGION || AWS_DEFAULT_REGION) return (AWS_REGION || AWS_DEFAULT_REGION) as string;
  const client = new STSClient({ ...(profile && { profile }) });
  try {
    return await client.config.region();
  } catch {
    throw new UsageError('no region is known: give --region, or set AWS_REGION');
  } finally {
    client.destroy();
  }
}

function credentialsError(error: unknown): UsageError {
  const { name, message } = error as Error;
  const code = error instanceof CallError ? error.error : name;
  if (/Credentials|CredentialsProviderError|TokenProviderError/.test(code)) {
    return new UsageError(
      'no AWS credentials were found: sign in, set AWS_PROFILE or give --profile, or set the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    );
  }
  if (/Expired|InvalidClientTokenId|InvalidToken|SignatureDoesNotMatch|UnrecognizedClient/.test(code)) {
    return new UsageError(`the AWS credentials are not taken (${code}): sign in again`);
  }
  if (code === 'TimedOut') return new UsageError(`AWS does not answer: ${message}`);
  return new UsageError(
    `who calls could not be asked of AWS (${code}): check the credentials and the network`,
  );
}
