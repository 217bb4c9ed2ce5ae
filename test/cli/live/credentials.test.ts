import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Sessions } from '../../../cli/src/live/sessions';

const ENVIRONMENT = ['AWS_ENDPOINT_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
const MINUTE = 60_000;

/** STS, whose first role session is nearly over and whose next ones are not. */
function stsOf(lifetimes: number[]): Server {
  let assumed = 0;
  return createServer(async (incoming, outgoing) => {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    const result = body.includes('Action=GetCallerIdentity')
      ? '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account><Arn>arn:aws:iam::111122223333:user/a</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>'
      : `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>key-${++assumed}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${new Date(Date.now() + (lifetimes[assumed - 1] ?? 0)).toISOString()}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;
    outgoing.writeHead(200, { 'content-type': 'text/xml' }).end(result);
  });
}

async function keysOf(lifetimes: number[]): Promise<string[]> {
  const server = stsOf(lifetimes);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const before = ENVIRONMENT.map((name) => [name, process.env[name]] as const);
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'caller',
    AWS_SECRET_ACCESS_KEY: 'of the test',
  });
  try {
    const limits = { call: 10_000, account: 10_000 };
    const sessions = await Sessions.open({ region: 'us-east-1', limits, onCall: () => {} });
    sessions.addRole('444455556666', 'arn:aws:iam::444455556666:role/Auditor');
    const { credentials } = sessions.of('444455556666')?.access ?? {};
    const keys: string[] = [];
    for (let i = 0; i < 3; i++) keys.push((await credentials?.())?.accessKeyId ?? 'none');
    const together = await Promise.all([credentials?.(), credentials?.()]);
    sessions.close();
    return [...keys, ...together.map((one) => one?.accessKeyId ?? 'none')];
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

test('a role is assumed again where its session is nearly over, and else once', async () => {
  expect(await keysOf([4 * MINUTE, 60 * MINUTE])).toEqual(['key-1', 'key-2', 'key-2', 'key-2', 'key-2']);
});
