import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Objects of buckets as Google's client libraries reach them, and the metadata server that gives the token for it. */
export interface LoopbackBucket {
  /** Address for `STORAGE_EMULATOR_HOST`. */
  readonly url: string;
  /** Host and port for `GCE_METADATA_HOST`. */
  readonly host: string;
  /** What is stored, by `bucket/name`. */
  readonly objects: ReadonlyMap<string, Buffer>;
  /** What was asked in the header `Authorization`, each once. */
  readonly tokens: ReadonlySet<string>;
  /** Stores a text under `bucket/name`. */
  put(name: string, text: string): void;
  close(): Promise<void>;
}

const TOKEN_PATH = '/computeMetadata/v1/instance/service-accounts/default/token';

/** Serves buckets on a free port of this machine until it is closed. */
export async function serveBucket(): Promise<LoopbackBucket> {
  const objects = new Map<string, Buffer>();
  const tokens = new Set<string>();
  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) tokens.add(authorization);
    void bodyOf(request).then((body) => answer(request, body, objects, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    objects,
    tokens,
    put: (name, text) => void objects.set(name, Buffer.from(text)),
    close: () => closed(server),
  };
}

function answer(
  { method = 'GET', url = '/', headers }: IncomingMessage,
  body: Buffer,
  objects: Map<string, Buffer>,
  response: ServerResponse,
): void {
  const { pathname, searchParams } = new URL(url, 'http://loopback');
  const json = (value: unknown, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
  if (pathname === TOKEN_PATH) {
    if (headers['metadata-flavor'] !== 'Google') return json({ error: 'Metadata-Flavor: Google' }, 403);
    return json({ access_token: 'of-the-place', expires_in: 3600, token_type: 'Bearer' });
  }
  const [, bucket, rest] =
    /^(?:\/upload|\/download)?\/storage\/v1\/b\/([^/]+)(?:\/o(?:\/(.+))?)?$/.exec(pathname) ?? [];
  if (bucket === undefined) return json({ error: { code: 404, message: pathname } }, 404);
  const name = rest === undefined ? undefined : decodeURIComponent(rest);
  if (method === 'POST') {
    const stored = uploaded(searchParams, headers['content-type'] ?? '', body);
    objects.set(`${bucket}/${stored.name}`, stored.content);
    return json(described(bucket, stored.name, stored.content));
  }
  if (name === undefined) {
    const prefix = searchParams.get('prefix') ?? '';
    const items = [...objects]
      .filter(([key]) => key.startsWith(`${bucket}/${prefix}`))
      .map(([key, content]) => described(bucket, key.slice(bucket.length + 1), content));
    return json({ kind: 'storage#objects', items });
  }
  const content = objects.get(`${bucket}/${name}`);
  if (content === undefined) return json({ error: { code: 404, message: `No such object: ${name}` } }, 404);
  if (searchParams.get('alt') !== 'media') return json(described(bucket, name, content));
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': content.length });
  response.end(content);
}

const described = (bucket: string, name: string, content: Buffer): Readonly<Record<string, string>> => ({
  kind: 'storage#object',
  bucket,
  name,
  size: String(content.length),
  generation: '1',
});

/** Name and content of what is sent in one request, plain or with a description before it. */
function uploaded(
  query: URLSearchParams,
  contentType: string,
  body: Buffer,
): { readonly name: string; readonly content: Buffer } {
  if (query.get('uploadType') === 'media') return { name: query.get('name') ?? '', content: body };
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error(`Not an upload in one request: ${contentType}`);
  const text = body.toString('latin1');
  const [, description = '', file = ''] = text.split(`--${boundary}`);
  const after = (part: string): string => part.slice(part.indexOf('\r\n\r\n') + 4).replace(/\r\n$/, '');
  const { name } = JSON.parse(after(description)) as { name: string };
  return { name, content: Buffer.from(after(file), 'latin1') };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
