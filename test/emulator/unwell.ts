import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is wrong with the answer to one call. */
export type Ailment = 'denied' | 'malformed' | 'half' | 'silent';

/** How AWS's services call a denial. */
const DENIALS = { query: 'AccessDenied', json: 'AccessDeniedException' };

/** Stands before the emulator on the loopback address and lets some calls go wrong. */
export class Unwell {
  /** What goes wrong, by the name of the operation. */
  public readonly ailments = new Map<string, Ailment>();
  /** What is answered in the place of the emulator, by the name of the operation. */
  public readonly answers = new Map<string, object>();
  /** How often each operation is throttled before it is let through. */
  public throttledFirst = 0;
  public readonly asked = new Map<string, number>();
  /** What happens before a call gets anywhere, by the name of its operation. */
  public beforeCall: (operation: string) => Promise<void> = async () => {};
  private readonly server: Server;

  private constructor(private readonly emulator: string) {
    this.server = createServer((incoming, outgoing) => {
      // Whoever asked may be gone: an interrupted process leaves its calls.
      this.answer(incoming, outgoing).catch(() => outgoing.destroy());
    });
  }

  public static async before(emulator: string): Promise<Unwell> {
    const unwell = new Unwell(emulator);
    await new Promise<void>((resolve) => unwell.server.listen(0, '127.0.0.1', resolve));
    return unwell;
  }

  public get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public heal(): void {
    this.ailments.clear();
    this.answers.clear();
    this.asked.clear();
    this.throttledFirst = 0;
    this.beforeCall = async () => {};
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const operation = operationOf(incoming, body);
    const count = (this.asked.get(operation) ?? 0) + 1;
    this.asked.set(operation, count);
    await this.beforeCall(operation);
    const isQuery = /^(Action=|.*&Action=)/.test(body.toString());
    if (count <= this.throttledFirst) {
      refuse(outgoing, isQuery, 'ThrottlingException', isQuery ? 400 : 400);
      return;
    }
    const given = this.answers.get(operation);
    if (given) {
      outgoing.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(given));
      return;
    }
    switch (this.ailments.get(operation)) {
      case 'denied':
        refuse(outgoing, isQuery, isQuery ? DENIALS.query : DENIALS.json, 403);
        return;
      case 'malformed':
        outgoing.writeHead(200, { 'content-type': 'application/json' }).end('<html>it is down');
        return;
      case 'half':
        outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        outgoing.write('{"');
        outgoing.destroy();
        return;
      case 'silent':
        return;
      default:
        this.forward(incoming, body, outgoing);
    }
  }

  private forward(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): void {
    const { method, url = '/', headers } = incoming;
    const asking = request(new URL(url, this.emulator), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    asking.on('error', () => outgoing.destroy());
    asking.end(body);
  }
}

/** The name of the operation, wherever the protocol of the service has it. */
function operationOf({ headers, url = '' }: IncomingMessage, body: Buffer): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.').at(-1) ?? target;
  const action = /(?:^|&)Action=(\w+)/.exec(body.toString())?.[1];
  return action ?? /\/operation\/(\w+)/.exec(url)?.[1] ?? (url.includes('/policy') ? 'GetPolicy' : url);
}

function refuse(outgoing: ServerResponse, isQuery: boolean, code: string, status: number): void {
  if (isQuery) {
    outgoing.writeHead(status, { 'content-type': 'text/xml' });
    outgoing.end(
      `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
    );
    return;
  }
  outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code });
  outgoing.end(JSON.stringify({ __type: code, message: 'no' }));
}
