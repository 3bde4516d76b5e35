import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Stored {
  readonly content: Buffer;
  readonly generation: number;
}

/** As much of Cloud Storage as Terraform's `gcs` backend asks for, on a loopback port. */
export class FakeStorage {
  static async start(): Promise<FakeStorage> {
    const storage = new FakeStorage();
    await new Promise<void>((listening) => storage.server.listen(0, '127.0.0.1', listening));
    return storage;
  }

  /** Objects by `<bucket>/<name>`; a bucket is there once it was made. */
  readonly objects = new Map<string, Stored>();
  readonly buckets = new Set<string>();
  private generation = 1;
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  /** What `STORAGE_EMULATOR_HOST` has to say. */
  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((stopped) => this.server.close(() => stopped()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', `http://${this.host}`);
    const reply = (status: number, body: unknown = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const body = Buffer.concat(chunks);
    const [, bucket, object] =
      /^(?:\/upload)?(?:\/storage\/v1)?\/b(?:\/([^/]+)(?:\/o(?:\/(.+))?)?)?$/.exec(url.pathname) ?? [];
    if (bucket === undefined) {
      if (request.method !== 'POST') return this.download(url, response, reply);
      this.buckets.add((JSON.parse(body.toString()) as { name: string }).name);
      return reply(200);
    }
    if (!this.buckets.has(bucket))
      return reply(404, { error: { code: 404, message: 'The specified bucket does not exist.' } });
    if (request.method === 'POST')
      return this.upload(url, bucket, request.headers['content-type'] ?? '', body, reply);
    if (object === undefined) return reply(200, this.list(bucket, url.searchParams.get('prefix') ?? ''));
    const key = `${bucket}/${decodeURIComponent(object)}`;
    const found = this.objects.get(key);
    if (found === undefined) return reply(404, { error: { code: 404, message: 'No such object' } });
    if (request.method === 'DELETE') {
      this.objects.delete(key);
      response.writeHead(204).end();
      return;
    }
    if (url.searchParams.get('alt') === 'media')
      response.writeHead(200, { 'x-goog-generation': found.generation }).end(found.content);
    else reply(200, this.attributes(bucket, decodeURIComponent(object), found));
  }

  /** The client reads objects by path, `/<bucket>/<name>`. */
  private download(
    url: URL,
    response: ServerResponse,
    reply: (status: number, body?: unknown) => void,
  ): void {
    const found = this.objects.get(decodeURIComponent(url.pathname.slice(1)));
    if (found === undefined) return reply(404);
    response
      .writeHead(200, { 'x-goog-generation': found.generation, 'content-length': found.content.length })
      .end(found.content);
  }

  private upload(
    url: URL,
    bucket: string,
    type: string,
    body: Buffer,
    reply: (status: number, body?: unknown) => void,
  ): void {
    const boundary = /boundary="?([^";]+)/.exec(type)?.[1] ?? '';
    const [, meta, media] = body.toString('latin1').split(`--${boundary}`);
    const text = (part: string | undefined): string =>
      (part ?? '').slice((part ?? '').indexOf('\r\n\r\n') + 4).replace(/\r\n$/, '');
    const { name } = JSON.parse(text(meta)) as { name: string };
    const key = `${bucket}/${name}`;
    const expected = url.searchParams.get('ifGenerationMatch');
    if (expected !== null && Number(expected) !== (this.objects.get(key)?.generation ?? 0)) {
      return reply(412, { error: { code: 412, message: 'conditionNotMet' } });
    }
    const stored = { content: Buffer.from(text(media), 'latin1'), generation: (this.generation += 1) };
    this.objects.set(key, stored);
    reply(200, this.attributes(bucket, name, stored));
  }

  private list(bucket: string, prefix: string): object {
    const items = [...this.objects].filter(([key]) => key.startsWith(`${bucket}/${prefix}`));
    return {
      kind: 'storage#objects',
      items: items.map(([key, stored]) => this.attributes(bucket, key.slice(bucket.length + 1), stored)),
    };
  }

  private attributes(bucket: string, name: string, { content, generation }: Stored): object {
    return {
      kind: 'storage#object',
      bucket,
      name,
      generation: String(generation),
      metageneration: '1',
      size: String(content.length),
    };
  }
}
