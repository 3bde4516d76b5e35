import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on one address of the loopback interface, as a pod has its own. */
export class LoopbackServer {
  static async start(address: string, answer: RequestListener): Promise<LoopbackServer> {
    const server = createServer(answer).listen(0, address);
    await once(server, 'listening');
    return new LoopbackServer(server, address);
  }

  private constructor(
    private readonly server: Server,
    readonly address: string,
  ) {}

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}
