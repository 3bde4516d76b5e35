import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sha256 } from './packed-chart';

/** A registry of charts and images on this machine, which can be made to misbehave. */
export class LoopbackRegistry {
  static async start(): Promise<LoopbackRegistry> {
    const registry = new LoopbackRegistry();
    await new Promise<void>((resolve) => registry.server.listen(0, '127.0.0.1', resolve));
    registry.port = (registry.server.address() as AddressInfo).port;
    return registry;
  }

  /** Archives by path and tag: `charts/base:1.0.0`. */
  readonly charts = new Map<string, Buffer>();
  /** Manifests of images by path and tag: `tools/tool:1.0.0`. */
  readonly images = new Map<string, Buffer>();
  /** What it says of the digest of each image; nothing, if this is empty. @default - what is true */
  says: string | undefined;
  /** What blobs are answered with, where that is not what they are named after. */
  readonly wrong = new Map<string, Buffer>();
  /** Files of a repository with an index, by path. */
  readonly files = new Map<string, Buffer>();
  /** Where else something is, by path. */
  readonly moved = new Map<string, string>();
  /** Where else an address leads, by path. */
  readonly redirects = new Map<string, string>();
  /** Token that is wanted, from whoever asks where the registry says. */
  token: string | undefined;
  /** Where tokens are given, if that is not here. */
  realm: string | undefined;
  /** Whether connections break off in the middle of an archive or of an image's manifest. */
  cutsOff = false;
  readonly asked: string[] = [];
  private port = 0;
  private readonly server: Server = createServer((request, response) => this.answer(request, response));

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Manifest that a tag leads to. */
  manifestOf(tag: string): Buffer | undefined {
    const archive = this.charts.get(tag);
    if (archive === undefined) return undefined;
    const layer = {
      mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
      digest: `sha256:${sha256(archive)}`,
      size: archive.length,
    };
    const config = {
      mediaType: 'application/vnd.cncf.helm.config.v1+json',
      digest: `sha256:${'0'.repeat(64)}`,
    };
    return Buffer.from(
      JSON.stringify({ schemaVersion: 2, config, layers: [{ mediaType: 'text/x' }, layer] }),
    );
  }

  /** Ends it; a second time does nothing. */
  async stop(): Promise<void> {
    if (!this.server.listening) return;
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '';
    this.asked.push(url);
    if (url.startsWith('/token')) {
      response.end(JSON.stringify({ token: this.token }));
      return;
    }
    const location = this.redirects.get(url);
    if (location !== undefined) {
      response.writeHead(302, { location }).end();
      return;
    }
    const moved = this.moved.get(url);
    if (moved !== undefined) {
      response.writeHead(302, { location: moved }).end();
      return;
    }
    const file = this.files.get(url);
    if (file !== undefined) {
      response.end(file);
      return;
    }
    if (this.token !== undefined && request.headers.authorization !== `Bearer ${this.token}`) {
      const realm = this.realm ?? `http://${this.host}/token`;
      const challenge = `Bearer realm="${realm}",service="loopback",scope="repository:charts:pull"`;
      response.writeHead(401, { 'www-authenticate': challenge }).end();
      return;
    }
    const [, path, kind, name] = /^\/v2\/(.+)\/(manifests|blobs)\/(.+)$/.exec(url) ?? [];
    const image = kind === 'manifests' ? this.images.get(`${path}:${name}`) : undefined;
    if (image !== undefined) {
      const digest = this.says ?? `sha256:${sha256(image)}`;
      if (digest !== '') response.setHeader('docker-content-digest', digest);
      if (this.cutsOff) this.cutOff(response, image);
      else response.end(image);
      return;
    }
    const body = kind === 'manifests' ? this.manifestOf(`${path}:${name}`) : this.blob(name ?? '');
    if (body === undefined) response.writeHead(404).end();
    else if (kind === 'blobs' && this.cutsOff) this.cutOff(response, body);
    else response.end(body);
  }

  private blob(digest: string): Buffer | undefined {
    return (
      this.wrong.get(digest) ??
      [...this.charts.values()].find((archive) => `sha256:${sha256(archive)}` === digest)
    );
  }

  private cutOff(response: ServerResponse, body: Buffer): void {
    response.writeHead(200, { 'content-length': body.length });
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  }
}
