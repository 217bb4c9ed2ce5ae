import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** So many to one host: what is more waits, before the system has no more sockets. */
const OPTIONS = { keepAlive: true, maxSockets: 400 };

/**
 * The connections of all clients, which live as long as the program: the clients of an account go on with those that others
 * have opened. To `destroy` a client would close them for everybody.
 *
 * @see https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-reusing-connections.html
 */
export class Connections {
  public readonly httpAgent = new HttpAgent(OPTIONS);
  public readonly httpsAgent = new HttpsAgent(OPTIONS);

  public close(): void {
    this.httpAgent.destroy();
    this.httpsAgent.destroy();
  }
}
