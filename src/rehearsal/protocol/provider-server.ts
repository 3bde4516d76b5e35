import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import * as grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { SharedCloud, SimulatedProvider } from '../provider/provider-instance';
import { ProviderInstance } from '../provider/provider-instance';
import { providerService } from './provider-service';

const PROTOCOL = loadSync(join(__dirname, 'tfplugin6.proto'), {
  keepCase: true,
  longs: Number,
  enums: String,
});
const SERVICE = PROTOCOL['tfplugin6.Provider'] as unknown as grpc.ServiceDefinition;

/** A provider that listens on a unix socket for terraform, as the real one would. */
export interface ProviderServer {
  /** Breaks all connections off, as a provider that crashes; the next terraform finds it well again. */
  crash(): void;
  close(): Promise<void>;
}

/** What a new connection finds. */
export interface ServedProvider {
  readonly provider: SimulatedProvider;
  readonly shared: SharedCloud;
}

/**
 * Serves a provider on the unix socket `path`. Each connection is one configured instance: terraform opens one for
 * each alias of each run, so several stacks at once do not see each other's configuration.
 * `served` is asked for each; where it answers nothing, the connection is refused.
 */
export async function serveProvider(
  path: string,
  served: () => ServedProvider | undefined,
): Promise<ProviderServer> {
  const connections = new Set<Socket>();
  const server = createServer((socket) => {
    const now = served();
    if (now === undefined) {
      socket.destroy();
      return;
    }
    connections.add(socket);
    serveConnection(socket, now, () => connections.delete(socket));
  });
  await listening(server, path);
  const crash = (): void => {
    for (const socket of connections) socket.destroy();
  };
  return {
    crash,
    close: async () => {
      crash();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function serveConnection(socket: Socket, { provider, shared }: ServedProvider, onClose: () => void): void {
  const session = shared.clock.open();
  const instance = new ProviderInstance(provider, shared, session);
  const server = new grpc.Server({
    'grpc.max_receive_message_length': -1,
    'grpc.max_send_message_length': -1,
  });
  server.addService(SERVICE, providerService(provider, instance));
  server.createConnectionInjector(grpc.ServerCredentials.createInsecure()).injectConnection(socket);
  socket.on('error', () => undefined);
  socket.on('close', () => {
    session.close();
    server.forceShutdown();
    onClose();
  });
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(path, () => done());
  });
}

/** What terraform reads from `TF_REATTACH_PROVIDERS`: which provider listens where. */
export function reattachProviders(sockets: ReadonlyMap<string, string>, pid: number): string {
  return JSON.stringify(
    Object.fromEntries(
      [...sockets].map(([source, path]) => [
        source,
        {
          Protocol: 'grpc',
          ProtocolVersion: 6,
          Pid: pid,
          Test: true,
          Addr: { Network: 'unix', String: path },
        },
      ]),
    ),
  );
}
