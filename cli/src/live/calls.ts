/** What is told of a call to AWS when it has ended. */
export interface Call {
  /** The IAM action, such as `logs:DescribeMetricFilters`. */
  readonly action: string;
  readonly region: string;
  readonly milliseconds: number;
  /** The name of the error, where it failed. */
  readonly error?: string;
}

/** A call that failed: what was asked, where, and the error's name. */
export class CallError extends Error {
  public override readonly name = 'CallError';

  constructor(
    public readonly action: string,
    public readonly region: string,
    /** The name of the error, such as `AccessDeniedException`. */
    public readonly error: string,
    message: string,
  ) {
    super(message);
  }
}

/** How long calls may take, with all their retries, in milliseconds. */
export interface Limits {
  readonly call: number;
  readonly account: number;
}

export const LIMITS: Limits = { call: 90_000, account: 600_000 };

/** Under which prefix IAM knows the actions of a client. */
const PREFIXES: Readonly<Record<string, string>> = {
  CloudTrailClient: 'cloudtrail',
  CloudWatchClient: 'cloudwatch',
  CloudWatchLogsClient: 'logs',
  EventBridgeClient: 'events',
  IAMClient: 'iam',
  KMSClient: 'kms',
  LambdaClient: 'lambda',
  OrganizationsClient: 'organizations',
  SNSClient: 'sns',
  SQSClient: 'sqs',
  STSClient: 'sts',
};

/** The part of an SDK client that is used here, whatever the service. */
interface WatchedClient {
  readonly middlewareStack: {
    add(middleware: (next: any, context: any) => any, options: { step: 'initialize'; name: string }): void;
  };
}

/** Counts the calls of a client, ends those that take too long, and says of an error which call it was. */
export function watch(
  client: WatchedClient,
  region: string,
  limit: number,
  deadline: AbortSignal,
  ended: (call: Call) => void,
): void {
  client.middlewareStack.add(
    (next, { clientName, commandName }) =>
      async (args: unknown) => {
        const action = `${PREFIXES[clientName]}:${String(commandName).replace(/Command$/, '')}`;
        const start = performance.now();
        const end = (error?: string) =>
          ended({
            action,
            region,
            milliseconds: Math.round(performance.now() - start),
            ...(error && { error }),
          });
        try {
          const result = await within(limit, deadline, () => next(args));
          end();
          return result;
        } catch (thrown) {
          // The credentials of a role are fetched inside of the first call that needs them.
          if (thrown instanceof CallError) throw thrown;
          const name = nameOf(thrown as Error);
          const { message } = thrown as Error;
          end(name);
          throw new CallError(action, region, name, message);
        }
      },
    { step: 'initialize', name: 'watchCalls' },
  );
}

/** Errors of the network have only a code, and the SDK may have put it into a message. */
function nameOf({ name, message, code }: NodeJS.ErrnoException): string {
  return /^(Aggregate)?Error$/.test(name) ? (code ?? /\bE[A-Z]{4,}\b/.exec(message)?.[0] ?? name) : name;
}

async function within<T>(limit: number, deadline: AbortSignal, run: () => Promise<T>): Promise<T> {
  if (deadline.aborted) throw timedOut('the time for the account is over');
  let stop = () => {};
  const tooLong = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(timedOut(`no answer within ${limit / 1000} s`)), limit);
    const over = () => reject(timedOut('the time for the account is over'));
    deadline.addEventListener('abort', over, { once: true });
    stop = () => {
      clearTimeout(timer);
      deadline.removeEventListener('abort', over);
    };
  });
  try {
    return await Promise.race([run(), tooLong]);
  } finally {
    stop();
  }
}

function timedOut(message: string): Error {
  return Object.assign(new Error(message), { name: 'TimedOut' });
}
