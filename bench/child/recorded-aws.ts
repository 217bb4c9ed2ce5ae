import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Answers for any number of accounts what an emulator answered for one, after a delay: a request that was not asked before
 * goes to the emulator, and its answer is kept. Listens on the loopback address, says its port, and ends with its parent.
 */

interface Job {
  readonly emulator: string;
  /** The account that the emulator has. */
  readonly account: string;
  readonly delayMilliseconds: number;
  readonly accounts: readonly string[];
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const { emulator, account, delayMilliseconds, accounts }: Job = JSON.parse(process.argv[2]);
const known = new Map<string, Promise<Answer>>();

const server = createServer(async (incoming, outgoing) => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  await new Promise((resolve) => setTimeout(resolve, delayMilliseconds));
  const caller = /Credential=(\d{12})\//.exec(incoming.headers.authorization ?? '')?.[1] ?? account;
  const answer = await answerTo(incoming, body, caller);
  outgoing.writeHead(answer.status, { 'content-type': answer.headers['content-type'] ?? 'text/xml' });
  outgoing.end(answer.body.replaceAll(account, caller));
});

function answerTo(incoming: IncomingMessage, body: string, caller: string): Promise<Answer> {
  if (/\.ListAccounts$/.test(String(incoming.headers['x-amz-target']))) {
    const Accounts = accounts.map((Id) => ({ Id, Name: `account ${Id}`, Status: 'ACTIVE' }));
    return Promise.resolve(json({ Accounts }));
  }
  const role = /Action=AssumeRole\b.*arn%3Aaws%3Aiam%3A%3A(\d{12})/.exec(body)?.[1];
  if (role) return Promise.resolve(assumed(role));
  const asked = body.replaceAll(caller, account);
  const key = [incoming.method, incoming.url, incoming.headers['x-amz-target'], asked].join('\n');
  const answer = known.get(key) ?? forward(incoming, asked);
  known.set(key, answer);
  return answer;
}

function json(value: unknown): Answer {
  const headers = { 'content-type': 'application/x-amz-json-1.1' };
  return { status: 200, headers, body: JSON.stringify(value) };
}

/** The key names the account, as the emulator wants it. */
function assumed(role: string): Answer {
  const credentials = `<AccessKeyId>${role}</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>x</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>`;
  const body = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>${credentials}</Credentials></AssumeRoleResult></AssumeRoleResponse>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}

function forward({ method, url = '/', headers }: IncomingMessage, body: string): Promise<Answer> {
  const own = {
    ...headers,
    authorization: (headers.authorization ?? '').replace(/Credential=\d{12}/, `Credential=${account}`),
  };
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const asking = request(
      new URL(url, emulator),
      { method, headers: { ...own, ...length } },
      async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        const answered = { 'content-type': String(answer.headers['content-type']) };
        resolve({
          status: answer.statusCode ?? 500,
          headers: answered,
          body: Buffer.concat(chunks).toString(),
        });
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit());
