import { STSClient } from '@aws-sdk/client-sts';
import { CallError } from '../live/calls';
import { clientOf, type Session } from '../live/session';

const ATTEMPTS = 4;

/**
 * Calls EC2's query API by hand, signed and sent by what the SDK's client of STS is made of: the SDK's own client of EC2
 * would be larger than the rest of the command line.
 *
 * @returns the answer, in XML
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Query-Requests.html
 */
export async function callEc2(
  session: Session,
  name: string,
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  const { region, access } = session;
  const action = `ec2:${name}`;
  const start = performance.now();
  const end = (error?: string) =>
    access.onCall({
      action,
      region,
      milliseconds: Math.round(performance.now() - start),
      ...(error && { error }),
    });
  // One of its own, because its signer remembers for which service it signs.
  const client = clientOf(STSClient, region, access);
  try {
    const answer = await send(
      client,
      region,
      { Action: name, Version: '2016-11-15', ...parameters },
      access.limits.call,
    );
    end();
    return answer;
  } catch (error) {
    const { name: errorName, message } = error as Error;
    end(errorName);
    throw new CallError(action, region, errorName, message);
  }
}

async function send(
  { config }: STSClient,
  region: string,
  parameters: Readonly<Record<string, string>>,
  limit: number,
): Promise<string> {
  const signer = await config.signer({
    name: 'sigv4',
    signingName: 'ec2',
    signingRegion: region,
    properties: {},
  });
  const { protocol, hostname, port, pathname } = await endpointOf(config, region);
  const request = {
    method: 'POST',
    protocol,
    hostname,
    ...(port && { port: Number(port) }),
    path: pathname,
    query: {},
    headers: {
      host: port ? `${hostname}:${port}` : hostname,
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    },
    body: new URLSearchParams(parameters).toString(),
  };
  const abortSignal = AbortSignal.timeout(limit);
  for (let attempt = 1; ; attempt++) {
    const signed = (await signer.sign(request)) as typeof request;
    const { response } = await config.requestHandler.handle(signed as never, { abortSignal });
    const text = await textOf(response.body);
    if (response.statusCode < 300) return text;
    const [code, message] = ['Code', 'Message'].map((tag) => element(text, tag));
    if (attempt === ATTEMPTS || !(response.statusCode >= 500 || code === 'RequestLimitExceeded')) {
      throw Object.assign(new Error(message ?? ''), { name: code ?? `HTTP ${response.statusCode}` });
    }
    await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 250));
  }
}

/** That of STS with another name in front: it knows the partition's domain. */
async function endpointOf(config: STSClient['config'], region: string): Promise<URL> {
  const given = process.env.AWS_ENDPOINT_URL_EC2 || process.env.AWS_ENDPOINT_URL;
  if (given) return new URL(given);
  const { url } = config.endpointProvider({
    Region: region,
    UseFIPS: await config.useFipsEndpoint(),
    UseDualStack: false,
    UseGlobalEndpoint: false,
  });
  return new URL(url.href.replace('//sts', '//ec2'));
}

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** What stands in the first element of the name. */
export function element(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`).exec(xml)?.[1];
}
