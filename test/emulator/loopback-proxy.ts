import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is asked for before a call reaches the emulator. Its answer is given in place of the emulator's. */
type OnCall = (action: string) => Promise<{ readonly status: number; readonly body: string } | undefined>;

/** Stands between the command line and the emulator, so that a test can act when a certain call is made. */
export class LoopbackProxy {
  public static async start(to: string, onCall: OnCall): Promise<LoopbackProxy> {
    const server = createServer(async (incoming, outgoing) => {
      // Whoever asked may be gone: an interrupted process leaves its calls.
      incoming.on('error', () => {});
      outgoing.on('error', () => {});
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      const answer = await onCall(actionOf(incoming, body.toString('latin1')));
      if (answer) {
        outgoing.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answer.body);
        return;
      }
      const { method, headers, url = '/' } = incoming;
      const asking = request(new URL(url, to), { method, headers }, (response) => {
        outgoing.writeHead(response.statusCode ?? 500, response.headers);
        response.pipe(outgoing);
      });
      asking.on('error', () => outgoing.destroy()); // the emulator may have ended in the meantime
      asking.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new LoopbackProxy(server);
  }

  private constructor(private readonly server: Server) {}

  public get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Each protocol of AWS names it elsewhere. */
function actionOf({ headers, url = '' }: IncomingMessage, body: string): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.').pop() ?? '';
  return /\boperation\/(\w+)/.exec(url)?.[1] ?? new URLSearchParams(body).get('Action') ?? '';
}
