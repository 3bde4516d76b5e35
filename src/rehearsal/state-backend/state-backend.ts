import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Refusal } from '../cloud/cloud-error';
import type { StateLock, StateStore } from './state-store';

export interface StateBackendProps {
  readonly store: StateStore;
  /** Why the state of a stack cannot be written right now; a disk that is full, for instance. */
  readonly beforeWrite?: (stack: string) => Refusal | undefined;
}

/** What is sent back. */
interface Answer {
  readonly status: number;
  readonly body?: string;
}

interface Asked {
  readonly stack: string;
  readonly body: string;
  /** The lock that a writer says it holds. */
  readonly lockId: string | undefined;
}

const OK: Answer = { status: 200 };
const STATE_PATH = /^\/state\/([a-z0-9-]+)$/;

/**
 * Keeps Terraform states on a loopback port, one writer at a time, by the protocol of terraform's `http` backend.
 * @see https://developer.hashicorp.com/terraform/language/backend/http (read 2026-11)
 */
export class StateBackend {
  static async start(props: StateBackendProps): Promise<StateBackend> {
    const backend = new StateBackend(props);
    await new Promise<void>((listening) => backend.server.listen(0, '127.0.0.1', listening));
    return backend;
  }

  private readonly store: StateStore;
  private readonly beforeWrite: (stack: string) => Refusal | undefined;
  private readonly server: Server = createServer((request, response) => {
    this.answer(request).then(
      ({ status, body = '' }) => response.writeHead(status).end(body),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : 'failed'),
    );
  });

  private readonly methods: Readonly<Record<string, (asked: Asked) => Answer>> = {
    GET: ({ stack }) => {
      const body = this.store.read(stack);
      return body === undefined ? { status: 404 } : { status: 200, body };
    },
    POST: (asked) =>
      this.unlessHeld(asked, ({ stack, body }) => {
        const refusal = this.beforeWrite(stack);
        if (refusal !== undefined) return { status: refusal.status, body: refusal.message };
        this.store.write(stack, body);
        return OK;
      }),
    DELETE: (asked) =>
      this.unlessHeld(asked, ({ stack }) => {
        this.store.remove(stack);
        return OK;
      }),
    LOCK: ({ stack, body }) => {
      const id = lockIdIn(body);
      if (id === undefined) return { status: 400, body: 'a lock has an ID' };
      const holder = this.store.tryFindLock(stack);
      if (holder !== undefined) return heldBy(holder);
      this.store.lock(stack, { id, info: body });
      return OK;
    },
    UNLOCK: ({ stack, body }) => {
      const holder = this.store.tryFindLock(stack);
      if (holder === undefined) return { status: 409, body: `the state of ${stack} is not locked` };
      // "terraform force-unlock" names no lock, it sends nothing (hashicorp/terraform#28421, read 2026-11).
      if (body !== '' && lockIdIn(body) !== holder.id) return { status: 409, body: holder.info };
      this.store.unlock(stack);
      return OK;
    },
  };

  private constructor({ store, beforeWrite = () => undefined }: StateBackendProps) {
    this.store = store;
    this.beforeWrite = beforeWrite;
    // Terraform writes on a connection that was idle for long: closed meanwhile, the state would be lost.
    this.server.keepAliveTimeout = 0;
  }

  /** Where it listens: `http://127.0.0.1:49152`. */
  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((stopped) => this.server.close(() => stopped()));
  }

  private async answer(request: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', this.address);
    const stack = STATE_PATH.exec(url.pathname)?.[1];
    const method = this.methods[request.method ?? ''];
    if (stack === undefined) return { status: 404, body: 'states are at /state/<stack>' };
    if (method === undefined) return { status: 405 };
    return method({
      stack,
      body: Buffer.concat(chunks).toString(),
      lockId: url.searchParams.get('ID') ?? undefined,
    });
  }

  /** Lets the lock's holder write, or anybody where there is no lock; one whose lock was released may not. */
  private unlessHeld(asked: Asked, write: (asked: Asked) => Answer): Answer {
    const holder = this.store.tryFindLock(asked.stack);
    if (holder?.id === asked.lockId) return write(asked);
    if (holder !== undefined) return heldBy(holder);
    return { status: 409, body: `the lock ${asked.lockId} on ${asked.stack} was released` };
  }
}

const heldBy = ({ info }: StateLock): Answer => ({ status: 423, body: info });

/** The id in what terraform says of a lock; undefined if it says none. */
function lockIdIn(body: string): string | undefined {
  try {
    const { ID } = JSON.parse(body) as { readonly ID?: unknown };
    return typeof ID === 'string' && ID !== '' ? ID : undefined;
  } catch {
    return undefined;
  }
}
