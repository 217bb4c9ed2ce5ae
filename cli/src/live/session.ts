import type { AwsCredentialIdentityProvider } from '@smithy/types';
import type { Call, Limits } from './calls';
import { watch } from './calls';
import type { Connections } from './connections';

interface ClientOptions {
  readonly region: string;
  readonly credentials?: AwsCredentialIdentityProvider;
  readonly profile?: string;
  readonly retryMode: 'adaptive';
  readonly maxAttempts: number;
  readonly useQueueUrlAsEndpoint: false;
  readonly requestHandler: Connections;
}

type ClientClass<C> = new (options: ClientOptions) => C;

/** Whose credentials are used, and how. */
export interface Access {
  readonly credentials?: AwsCredentialIdentityProvider;
  readonly profile?: string;
  readonly connections: Connections;
  readonly limits: Limits;
  readonly onCall: (call: Call) => void;
}

/**
 * One account as its credentials see it, with clients of its own: one that is shared through switching credentials may sign
 * a call for the wrong account.
 */
export class Session {
  private readonly clients = new Map<string, unknown>();
  private readonly deadline = new AbortController();
  private readonly timer?: NodeJS.Timeout;

  constructor(
    public readonly account: string,
    public readonly partition: string,
    /** Where to ask for what is of no region of its own. */
    public readonly region: string,
    public readonly access: Access,
    /** How long all calls together may take, in milliseconds, where that is limited. */
    limit?: number,
  ) {
    if (limit !== undefined) this.timer = setTimeout(() => this.deadline.abort(), limit);
    this.timer?.unref();
  }

  /** The client of a service in a region; it is made once. */
  public client<C>(type: ClientClass<C>, region: string = this.region): C {
    const key = `${type.name} ${region}`;
    const known = this.clients.get(key) as C | undefined;
    if (known) return known;
    const { limits, onCall } = this.access;
    const client = clientOf(type, region, this.access);
    watch(client as never, region, limits.call, this.deadline.signal, onCall);
    this.clients.set(key, client);
    return client;
  }

  /** Ends what it waits for. Its connections stay, for the next. */
  public close(): void {
    clearTimeout(this.timer);
    this.deadline.abort();
    this.clients.clear();
  }
}

/** Who can be asked of an account; undefined where nobody can. */
export interface SessionsByAccount {
  of(account: string): Session | undefined;
}

/** Adaptive retries lost no call where the standard ones lost one in ten. */
export function clientOf<C>(
  type: ClientClass<C>,
  region: string,
  { credentials, profile, connections }: Access,
): C {
  return new type({
    region,
    retryMode: 'adaptive',
    maxAttempts: 8,
    // Of SQS: the region's own address, as for all other calls.
    useQueueUrlAsEndpoint: false,
    requestHandler: connections,
    ...(credentials && { credentials }),
    ...(profile && { profile }),
  });
}
