import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What Google's metadata server says to a pod. */
const TOKEN = 'ya29.of-the-account-lab';

/** Stands for the metadata server of a node and for Cloud Storage, as far as scripts of toolkits speak to them. */
export class GoogleStandIn {
  /** Objects by path: `/bucket/folder/name`. */
  readonly objects = new Map<string, Buffer>();

  private constructor(private readonly server: Server) {}

  static async start(address: string): Promise<GoogleStandIn> {
    const server = createServer();
    const google = new GoogleStandIn(server);
    server.on('request', (request, response) => {
      const { method, headers } = request;
      const { pathname, searchParams } = new URL(request.url!, google.url);
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const answer = google.answer(method!, pathname, searchParams, headers, Buffer.concat(pieces));
        response.writeHead(answer.status).end(answer.body);
      });
    });
    await new Promise<void>((done) => server.listen(0, address, done));
    return google;
  }

  get url(): string {
    const { address, port } = this.server.address() as AddressInfo;
    return `http://${address}:${port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private answer(
    method: string,
    path: string,
    query: URLSearchParams,
    headers: Readonly<Record<string, unknown>>,
    body: Buffer,
  ): { readonly status: number; readonly body?: string | Buffer } {
    if (path === '/computeMetadata/v1/instance/service-accounts/default/token')
      return headers['metadata-flavor'] === 'Google'
        ? {
            status: 200,
            body: JSON.stringify({ access_token: TOKEN, expires_in: 3599, token_type: 'Bearer' }),
          }
        : { status: 403 };
    if (headers['authorization'] !== `Bearer ${TOKEN}`) return { status: 401 };
    if (method === 'PUT') {
      this.objects.set(decodeURIComponent(path), body);
      return { status: 200 };
    }
    const list = /^\/storage\/v1\/b\/([^/]+)\/o$/.exec(path);
    if (list) return { status: 200, body: this.listed(list[1]!, query.get('prefix') ?? '') };
    const [, bucket, name] = /^\/storage\/v1\/b\/([^/]+)\/o\/(.+)$/.exec(path) ?? [];
    const found =
      bucket === undefined ? undefined : this.objects.get(`/${bucket}/${decodeURIComponent(name!)}`);
    return found === undefined ? { status: 404 } : { status: 200, body: found };
  }

  /** A page of the listing; an object that was written anew has another generation. */
  private listed(bucket: string, prefix: string): string {
    const items = [...this.objects]
      .filter(([path]) => path.startsWith(`/${bucket}/${prefix}`))
      .map(([path, body]) => ({
        name: path.slice(bucket.length + 2),
        generation: String(body.reduce((sum, byte) => (sum * 31 + byte) % 1_000_003, 7)),
        size: String(body.length),
      }));
    return JSON.stringify({ kind: 'storage#objects', ...(items.length === 0 ? {} : { items }) });
  }
}
